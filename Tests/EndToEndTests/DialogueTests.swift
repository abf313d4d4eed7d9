import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `An inspection by keyboard` {
    private static let programmes = [
        "roads-checked": """
        id: roads-checked
        name: 主干道每周检查
        siteKind: main-road
        cadence: weekly
        checklist:
          - {text: 井盖完好, category: 0103}
          - 招牌牢固
        """
    ]

    private static func events(_ house: House) throws -> [[String: Any]] {
        try house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
            .filter { $0["verb"] as? String == "inspection.file" }
            .compactMap { $0["body"] as? [String: Any] }
    }

    @Test func leadsThroughSiteChecklistAndHazards() async throws {
        try await House.with(programmes: Self.programmes) { house in
            let terminal = try house.daemon.patrolAtTerminal(["inspect", "--as", "inspector"])
            try terminal.read(until: "今天待巡查")
            try terminal.answer("直接回车退出）：", "R-1")
            try terminal.answer("R-1 中北路\n到访情况：1 已巡查", "")
            try terminal.read(until: "检查表（主干道每周检查，2 项）")
            try terminal.answer("1/2 井盖完好 [1]：", "2")
            try terminal.answer("2/2 招牌牢固 [1]：", "")
            try terminal.read(until: "第 1 项“井盖完好”不合格。")
            try terminal.answer("有隐患要上报吗？（y 有，n 没有）[y]：", "")
            try terminal.read(until: "雨水井盖")
            try terminal.answer("选序号（都不是输入 2）[1]：", "")
            try terminal.answer("等级：1 一般  2 重大  [1]：", "3")
            try terminal.read(until: "请输入 1 至 2。")
            try terminal.answer("[1]：", "2")
            try terminal.answer("问题及位置：", " ")
            try terminal.read(until: "此项必填。")
            try terminal.answer("问题及位置：", "东侧慢车道缺失")
            try terminal.answer("当场整改好了吗？", "y")
            try terminal.answer("怎样整改的", "已补装")
            try terminal.answer("整改前的照片", "没有的.png")
            try terminal.answer("整改前的照片", try house.daemon.folder.write(Photo.png("前"), to: "前.png"))
            try terminal.answer("整改后的照片", try house.daemon.folder.write(Photo.png("后"), to: "后.png"))
            try terminal.answer("还有其他隐患吗？（y 有，n 没有）[n]：", "y")
            try terminal.answer("问题是什么", "没有的东西")
            try terminal.read(until: "立案标准中没有“没有的东西”")
            try terminal.answer("问题是什么", "广告")
            try terminal.read(until: "户外广告")
            try terminal.answer("选序号（都不是输入 3）[1]：", "2")
            try terminal.answer("等级", "")
            try terminal.answer("问题及位置：", "店招破损")
            try terminal.answer("当场整改好了吗？", "")
            try terminal.answer("还有其他隐患吗？", "")
            try terminal.answer("备注（可不填）：", "雨天")
            try terminal.answer("巡查时间", "")
            try terminal.read(until: "结果      有隐患")
            try terminal.read(until: "不合格：第 1 项")
            try terminal.answer("确认填报？", "")
            try terminal.read(until: "完成任务：")
            try terminal.answer("继续填报下一处？", "n")
            #expect(terminal.wait() == 0)

            let inspection = try #require(try Self.events(house).first)
            #expect(inspection["site"] as? String == "R-1" && inspection["note"] as? String == "雨天")
            #expect((inspection["settled"] as? [Any])?.count == 2)
            let hazards = try house.array("hazard", "list")
            #expect(hazards.compactMap { $0["state"] as? String } == ["rectified", "reported"])
            #expect(hazards.compactMap { $0["severity"] as? String } == ["major", "general"])
            #expect(hazards[1]["condition"] as? Int == 2)
            let checks = try #require(inspection["checks"] as? [[String: Any]])
            let items = try #require(checks[0]["items"] as? [[String: Any]])
            #expect(items.compactMap { $0["answer"] as? String } == ["bad", "ok"])
        }
    }

    @Test func findsASiteByItsNameAndGoesOnToTheNext() async throws {
        try await House.with { house in
            let terminal = try house.daemon.patrolAtTerminal(
                ["inspect", "--as", "inspector"],
                language: "en"
            )
            try terminal.answer("Return to leave):", "路")
            try terminal.read(until: "There are 6; choose a number")
            try terminal.answer("Return to leave):", "nowhere")
            try terminal.read(until: "No site's code or name has 'nowhere' in it.")
            try terminal.answer("Return to leave):", "楚汉")
            try terminal.answer("R-3 楚汉路", "")
            try terminal.answer("there a hazard to report? (y, n) [n]:", "perhaps")
            try terminal.read(until: "Please type y or n.")
            try terminal.answer("(y, n) [n]:", "")
            try terminal.answer("Note", "")
            try terminal.answer("When", "25:00")
            try terminal.read(until: "cannot read the time '25:00'")
            try terminal.answer("When", "")
            try terminal.answer("File this?", "")
            try terminal.read(until: "recorded I-")
            try terminal.answer("next site?", "")
            try terminal.answer("Return to leave):", "r-2")
            try terminal.answer("[1]:", "2")
            try terminal.answer("Note", "gate locked")
            try terminal.answer("When", "")
            try terminal.answer("File this?", "y")
            try terminal.read(until: "nobody was there")
            try terminal.answer("next site?", "n")
            #expect(terminal.wait() == 0)
            let results = try Self.events(house).compactMap { $0["result"] as? String }
            #expect(results == ["ok", "absent"])
        }
    }

    @Test func recordsNothingThatWasNotConfirmed() async throws {
        try await House.with { house in
            let before = try house.head()
            let terminal = try house.daemon.patrolAtTerminal(["inspect", "--as", "inspector"])
            try terminal.answer("直接回车退出）：", "R-1")
            try terminal.answer("到访情况", "1")
            try terminal.answer("有隐患要上报吗？", "n")
            try terminal.read(until: "备注（可不填）：")
            terminal.endInput()
            try terminal.read(until: "未确认的没有记录")
            #expect(terminal.wait() == 0)
            let other = try house.daemon.patrolAtTerminal(["inspect", "--as", "inspector"])
            try other.answer("直接回车退出）：", "R-1")
            try other.answer("到访情况", "3")
            try other.answer("备注", "")
            try other.answer("巡查时间", "")
            try other.answer("确认填报？", "n")
            try other.read(until: "已放弃，没有记录。")
            try other.answer("继续填报下一处？", "n")
            #expect(other.wait() == 0)
            #expect(try house.head() == before)
        }
    }

    @Test func asksTheSameWhereTheDaemonCannotBeReachedAndKeepsWhatIsFiled() async throws {
        try await House.with { house in
            house.daemon.stop()
            let terminal = try house.daemon.patrolAtTerminal(["inspect", "--as", "inspector"])
            try terminal.read(until: "填报先存入发件箱")
            try terminal.answer("巡查对象编号", "R-2")
            try terminal.answer("到访情况", "")
            try terminal.answer("有隐患要上报吗？", "y")
            try terminal.answer("问题是什么", "0103")
            try terminal.answer("等级", "")
            try terminal.answer("问题及位置：", "缺失")
            try terminal.answer("当场整改好了吗？", "n")
            try terminal.answer("还有其他隐患吗？", "n")
            try terminal.answer("备注", "")
            try terminal.answer("巡查时间", "")
            try terminal.answer("确认填报？", "y")
            try terminal.read(until: "已存入发件箱第 1 件")
            try terminal.answer("继续填报下一处？", "n")
            #expect(terminal.wait() == 75)
            try house.daemon.start()
            try house.done("status")
            #expect(try house.array("hazard", "list").compactMap { $0["site"] as? String } == ["R-2"])
        }
    }

    @Test func isAskedForOnlyAtATerminal() async throws {
        try await House.with { house in
            let alone = try house.refused(["inspect", "--as", "inspector"], 64)
            let half = try house.refused(["inspect", "--note", "x"], 64)
            #expect(alone.contains("<site>") && half.contains("<site>"))
        }
    }
}

@Suite struct `A terminal` {
    @Test func isFilledToItsWidthAndColouredUnlessNoColourIsWanted() async throws {
        try await House.with { house in
            let hazard = [
                "hazard", "report", "--site", "R-1", "--category", "0103", "--describe", "缺失", "--reason",
                "迟",
                "--as", "inspector", "--observed-at", House.hoursAgo(30),
            ]
            try house.done(hazard)
            func screen(_ more: [String: String], columns: UInt16 = 80) throws -> String {
                let terminal = try house.daemon.patrolAtTerminal(["overdue"], more: more, columns: columns)
                #expect(terminal.wait() == 0)
                return terminal.shown
            }
            let coloured = try screen([:])
            #expect(coloured.contains("\u{1B}[1;31m1天") && coloured.contains("H-"))
            let (plain, dumb) = (try screen(["NO_COLOR": "1"]), try screen(["TERM": "dumb"]))
            #expect(!plain.contains("\u{1B}") && !dumb.contains("\u{1B}"))
            #expect(!plain.contains("水果湖街"))
            #expect(try screen(["NO_COLOR": "1"], columns: 140).contains("水果湖街"))
            let piped = try house.done("overdue")
            #expect(!piped.contains("\u{1B}"))
        }
    }

    @Test func tellsHowFarALongImportHasGone() async throws {
        try await House.with { house in
            let rows = (0..<3000).map { "S-\($0),支路\($0),main-road,水果湖街,养护单位\n" }.joined()
            let roster = try house.roster("编号,名称,类别,街道,责任单位\n" + rows)
            let terminal = try house.daemon.patrolAtTerminal(["site", "import", roster])
            try terminal.read(until: "已发送，正在记入台账")
            try terminal.read(until: "导入完成：新增 3000 个")
            #expect(terminal.wait() == 0)
            let piped = try house.daemon.patrol(["site", "import", roster])
            #expect(piped.status == 0 && piped.error == "", "nothing but the answer where nobody looks")
        }
    }

    @Test func readsWhatDoesNotFitThroughThePager() async throws {
        try await House.with { house in
            let roster = (0..<40).map { "S-\($0),支路\($0),main-road,水果湖街,养护单位\n" }.joined()
            try house.done("site", "import", try house.roster("编号,名称,类别,街道,责任单位\n" + roster))
            func shown(_ arguments: [String], _ pager: String) throws -> String {
                let terminal = try house.daemon.patrolAtTerminal(
                    arguments,
                    more: ["PAGER": pager, "NO_COLOR": "1"]
                )
                #expect(terminal.wait() == 0)
                return terminal.shown
            }
            let paged = try shown(["site", "list"], "sed s/^/页：/")
            #expect(paged.split(separator: "\n").allSatisfy { $0.hasPrefix("页：") })
            #expect(paged.split(separator: "\n").count == 47)
            let short = try shown(["site", "list", "--subdistrict", "中南路街"], "sed s/^/页：/")
            #expect(!short.contains("页："))
            let left = try shown(["site", "list"], "head -3")
            #expect(left.split(separator: "\n").count == 3, "whoever leaves early has read enough")
            let missing = try shown(["site", "list"], "no-such-pager")
            #expect(missing.split(separator: "\n").count == 47)
            #expect(try shown(["site", "list", "--json"], "sed s/^/页：/").contains("页：") == false)
        }
    }
}
