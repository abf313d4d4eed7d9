import Foundation
import PatrolTestSupport
import Testing

@Suite struct `A hazard that may be open already` {
    private static func report(_ site: String, _ words: String, _ more: String...) -> [String] {
        ["hazard", "report", "--site", site, "--category", "0103", "--describe", words, "--as", "inspector"]
            + more
    }

    @Test func isShownWithItsNumberAndRecordedWhereItIsInsistedOn() async throws {
        try await House.with { house in
            try house.done(Self.report("R-1", "东侧井盖缺失", "--at", "30.554312,114.316512"))
            let refusal = try house.refused(Self.report("R-1", "井盖没了"), 1)
            let number = try #require(try house.array("hazard", "list").first?["id"] as? String)
            #expect(refusal.contains(number) && refusal.contains("东侧井盖缺失") && refusal.contains("--new"))
            let near = try house.refused(Self.report("R-2", "井盖没了", "--at", "30.554400,114.316512"), 1)
            #expect(near.contains("10 米外的 R-1"))
            try house.done(Self.report("R-2", "旁边另一个", "--at", "30.554400,114.316512", "--new"))
            let other = try #require(try house.array("hazard", "list").last?["id"] as? String)
            let shown = try house.object("hazard", "show", other)
            #expect(shown["notDuplicateOf"] as? [String] == [number])
            let position = try #require(shown["position"] as? [String: Double])
            #expect(position == ["latitude": 30.5544, "longitude": 114.316512])
            let sheet = try house.done("hazard", "show", other)
            #expect(sheet.contains("30.5544,114.316512") && sheet.contains("不同于"))
        }
    }

    @Test func liesWhereItsSiteDoesInTheRoster() async throws {
        try await House.with { house in
            let header = "编号,名称,类别,街道,责任单位,纬度,经度\n"
            let rows =
                "P-1,东口,main-road,水果湖街,养护单位,30.5543,114.3165\nP-2,西口,main-road,水果湖街,养护单位,30.5544,114.3165\n"
            try house.done("site", "import", try house.roster(header + rows))
            #expect(try house.done("site", "show", "P-1").contains("30.5543,114.3165"))
            try house.done(Self.report("P-1", "缺失"))
            #expect(try house.refused(Self.report("P-2", "缺失"), 1).contains("12 米外的 P-1 东口"))
            let swapped = header + "P-3,北口,main-road,水果湖街,养护单位,114.3,30.5\n"
            let refusal = try house.refused(
                ["site", "import", try house.roster(swapped), "--as", "admin"],
                65
            )
            #expect(refusal.contains("写反") && refusal.contains("第 2 行"))
        }
    }

    @Test func isAskedAboutAtTheKeyboard() async throws {
        try await House.with { house in
            try house.done(Self.report("R-1", "东侧井盖缺失"))
            for (answer, isReported) in [("n", false), ("y", true)] {
                let terminal = try house.daemon.patrolAtTerminal(["inspect", "--as", "inspector"])
                try terminal.answer("直接回车退出）：", "R-1")
                try terminal.answer("到访情况", "")
                try terminal.answer("有隐患要上报吗？", "y")
                try terminal.answer("问题是什么", "0103")
                try terminal.answer("选序号", "")
                try terminal.answer("等级", "")
                try terminal.answer("问题及位置：", "井盖没了")
                try terminal.answer("当场整改好了吗？", "")
                try terminal.answer("还有其他隐患吗？", "")
                try terminal.answer("备注（可不填）：", "雨天")
                try terminal.answer("巡查时间", "")
                try terminal.answer("确认填报？", "")
                try terminal.read(until: "东侧井盖缺失")
                try terminal.answer("是另外的新问题吗？", answer)
                try terminal.answer("继续填报下一处？", "n")
                #expect(terminal.wait() == 0)
                #expect(try house.array("hazard", "list").count == (isReported ? 2 : 1))
            }
            let visits = try house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
                .filter { $0["verb"] as? String == "inspection.file" }
                .compactMap { $0["body"] as? [String: Any] }
            #expect(visits.map { $0["result"] as? String } == ["hazard", "hazard"])
            #expect((visits.first?["note"] as? String)?.hasPrefix("雨天 H-") == true)
        }
    }

    @Test func isInsistedOnFromTheOutboxToo() async throws {
        try await House.with { house in
            try house.done(Self.report("R-1", "东侧井盖缺失"))
            house.daemon.stop()
            #expect(try house.daemon.patrol(Self.report("R-1", "西侧又一处")).status == 75)
            try house.daemon.start()
            let refused = try house.daemon.patrol(["outbox", "retry"])
            #expect(refused.status == 1 && refused.error.contains("--new"), "\(refused.error)")
            try house.refused(["outbox", "retry", "--new"], 64)
            try house.done("outbox", "retry", "1", "--new")
            #expect(try house.array("outbox", "list").isEmpty)
            #expect(try house.array("hazard", "list").count == 2)
        }
    }

    @Test func isInsistedOnInADayOnPaper() async throws {
        try await House.with { house in
            try house.done(Self.report("R-1", "东侧井盖缺失"))
            let yesterday = House.hoursAgo(20)
            let (day, time) = (String(yesterday.prefix(10)), String(yesterday.dropFirst(11).prefix(5)))
            func file(_ new: String) throws -> [String] {
                let text = "编号,时间,小类,问题描述,新问题\nR-1,\(time),0103,西侧又一处,\(new)\n"
                let path = try house.daemon.folder.write(text, to: "day-\(new).csv")
                return ["inspect", "--file", path, "--date", day, "--as", "inspector"]
            }
            let refused = try house.daemon.patrol(try file(""))
            #expect(refused.status == 65 && refused.error.contains("第 2 行“新问题”列须写“是”"), "\(refused.error)")
            try house.done(try file("是"))
            #expect(try house.array("hazard", "list").count == 2)
        }
    }

    @Test(arguments: ["114.3,30.5", "30.5", "north,east"])
    func hasAPositionThatCanBeRead(_ text: String) async throws {
        try await House.with { house in
            let refusal = try house.refused(Self.report("R-1", "x", "--at", text), 64)
            #expect(refusal.contains("--at"))
        }
    }
}
