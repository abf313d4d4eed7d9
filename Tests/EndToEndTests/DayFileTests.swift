import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A day on paper, filed with one command` {
    /// Two days ago, in the district's zone: old enough to need a reason, young enough to settle its duties late.
    private static let date = String(House.hoursAgo(50).prefix(10))
    private static let header = "编号,时间,结果,备注,小类,条件,问题描述,立行立改,迟报原因\n"
    private static let rows =
        "R-1,09:10,,,,,,,\nR-2,09:30,,,0306,2,招牌松动,是,\nR-3,09:50,到访不遇,围挡,,,,,车坏在路上\n"

    private func inspect(_ house: House, _ text: String, _ more: [String] = []) throws -> [String] {
        let file = try house.daemon.folder.write(text, to: "day-\(UUID().uuidString.prefix(8)).csv")
        return ["inspect", "--file", file, "--date", Self.date, "--as", "inspector"] + more
    }

    @Test func isRecordedOnceHoweverOftenItIsFiled() async throws {
        try await House.with { house in
            let reason = ["--reason", "纸质记录补录"]
            let first = try house.done(try inspect(house, Self.header + Self.rows, reason))
            #expect(first == "新记录 3 条，已记录过 0 条，完成任务 0 项，上报隐患 1 件\n")
            let head = try house.head()
            let second = try house.done(try inspect(house, Self.header + Self.rows, reason))
            #expect(second == "新记录 0 条，已记录过 3 条，完成任务 0 项，上报隐患 0 件\n")
            #expect(try house.head() == head)
            let more = Self.header + Self.rows + "R-1,09:10,,又看一遍,,,,,\n"
            let text = try house.done(try inspect(house, more, reason + ["--json"]))
            let receipt = try #require(
                try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            )
            #expect(receipt["added"] as? Int == 1 && receipt["repeated"] as? Int == 3)
            let rows = try #require(receipt["rows"] as? [[String: Any]])
            #expect(rows.map { $0["recordedBefore"] as? Bool } == [true, true, true, nil])
            #expect(rows.map { $0["result"] as? String } == ["ok", "hazard", "absent", "ok"])
            #expect(rows[1]["hazard"] is String && rows[0]["key"] as? String != rows[3]["key"] as? String)
            let quiet = try house.done(try inspect(house, more, reason + ["--quiet"]))
            #expect(quiet.split(separator: "\n").map(String.init) == rows.compactMap { $0["id"] as? String })
            #expect(try house.array("hazard", "list").map { $0["state"] as? String } == ["rectified"])
        }
    }

    /// The caller files in their own name, and so does whoever says so with `--as`; the clock's readings are the same.
    @Test func isTheSameDayWhoeverTypesItAndHoweverItsTimesAreWritten() async throws {
        try await House.with { house in
            try house.letAdminInspect()
            func filed(_ times: [String], _ more: [String] = []) throws -> String {
                let text = "编号,时间,备注\nR-1,\(times[0]),\nR-2,\(times[1]),看过\n"
                let file = try house.daemon.folder.write(text, to: "day-\(UUID().uuidString.prefix(8)).csv")
                let words = ["inspect", "--file", file, "--date", Self.date, "--reason", "补录"]
                return try house.done(words + more)
            }
            let short = ["09:10", "09:30"]
            #expect(try filed(short).contains("新记录 2 条，已记录过 0 条"))
            let head = try house.head()
            #expect(try filed(short, ["--as", "admin"]).contains("新记录 0 条，已记录过 2 条"))
            let long = ["\(Self.date)T09:10:00+08:00", "\(Self.date) 09:30:00"]
            #expect(try filed(long).contains("新记录 0 条，已记录过 2 条"))
            #expect(try house.head() == head)
            // The same places at the same times, but another's visits.
            #expect(try filed(short, ["--as", "inspector"]).contains("新记录 2 条"))
        }
    }

    @Test func settlesWhatIsOwedThatDay() async throws {
        try await House.with { house in
            let now = House.hoursAgo(0)
            let text = "site,time\nR-1,\(now)\nR-2,\(now)\n"
            let file = try house.daemon.folder.write(text, to: "today.csv")
            let said = try house.done("inspect", "--file", file, "--as", "inspector")
            #expect(said.contains("新记录 2 条") && said.contains("完成任务 2 项"))
        }
    }

    @Test func derivesItsKeysFromWhoWhereAndWhen() async throws {
        try await House.with { house in
            let file = try house.daemon.folder.write("编号,时间\nR-1,09:10\nR-1,09:10\n", to: "keys.csv")
            let receipt = try house.object(
                "inspect",
                "--file",
                file,
                "--date",
                "2025-11-23",
                "--reason",
                "补录",
                "--as",
                "inspector"
            )
            let rows = try #require(receipt["rows"] as? [[String: Any]])
            #expect(
                rows.map { $0["key"] as? String } == [
                    "27eb9c8b-3288-8265-82e4-3631071e220b", "48f022f2-6f5f-85e8-b3e2-fa48ed1f6ebb",
                ]
            )
        }
    }

    @Test func namesEveryBadRowInEitherLanguageAndFilesNothing() async throws {
        try await House.with { house in
            let text = Self.header + Self.rows + "R-l,10:10,,,,,,,补录\n,xx,好,,,,,,\nR-1,10:20,,,0104,,缺失,,补录\n"
            let before = try house.head()
            let arguments = try inspect(house, text)
            let chinese = try house.daemon.patrol(arguments)
            #expect(chinese.status == 65 && chinese.error.split(separator: "\n").count == 1)
            #expect(chinese.error.contains("没有填报任何记录") && chinese.error.contains("请改正后重新填报"))
            for place in [
                "第 2 行“迟报原因”列", "第 3 行“迟报原因”列", "第 5 行“编号”列", "是否指 R-1", "第 6 行“编号”列",
                "第 6 行“时间”列", "第 6 行“结果”列", "第 7 行“小类”列",
            ] { #expect(chinese.output.contains(place), "\(place): \(chinese.output)") }
            #expect(!chinese.output.contains("第 4 行"))
            let english = try house.daemon.patrol(arguments, language: "en")
            #expect(english.status == 65 && english.error.contains("nothing was filed"))
            for place in [
                "line 2, reason", "line 5, site", "did you mean R-1?", "line 6, time", "line 7, category",
            ] {
                #expect(english.output.contains(place), "\(place): \(english.output)")
            }
            let json = try house.daemon.patrol(arguments + ["--json"])
            let faults = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
            #expect(faults?.map { $0["line"] as? Int } == [2, 3, 5, 6, 6, 6, 7])
            #expect(try house.head() == before)
        }
    }

    @Test func doesNotChangeWhatWasFiled() async throws {
        try await House.with { house in
            let reason = ["--reason", "补录"]
            try house.done(try inspect(house, Self.header + Self.rows, reason))
            let other = Self.header + Self.rows.replacing("围挡", with: "没有人")
            let outcome = try house.daemon.patrol(try inspect(house, other, reason))
            #expect(outcome.status == 65 && outcome.error.contains("第 4 行已填报过，但内容与当时不同"))
        }
    }

    @Test func mayBeSavedByASpreadsheetInChina() async throws {
        try await House.with { house in
            let file = house.daemon.folder.file("gb.csv")
            try Program.writeGB18030(Self.header + Self.rows, to: file)
            let said = try house.done(
                "inspect",
                "--file",
                file,
                "--date",
                Self.date,
                "--reason",
                "补录",
                "--as",
                "inspector"
            )
            #expect(said.contains("新记录 3 条"))
            #expect(try house.array("hazard", "list").map { $0["describe"] as? String } == ["招牌松动"])
        }
    }

    @Test func isInsteadOfASiteAndWhatIsSaidOfOne() async throws {
        try await House.with { house in
            let file = ["inspect", "--file", try house.roster("编号,时间\nR-1,09:10\n"), "--as", "inspector"]
            #expect(try house.refused(file + ["R-1"], 64).contains("R-1"))
            #expect(try house.refused(file + ["--note", "x"], 64).contains("--note"))
            #expect(try house.refused(file + ["--key", "x"], 64).contains("--key"))
            #expect(try house.refused(file + ["--check", "1=ok"], 64).contains("--check"))
            #expect(try house.refused(file + ["--date", "yesterday"], 65).contains("yesterday"))
            #expect(
                try house.refused(["inspect", "R-1", "--date", "2026-11-23", "--as", "inspector"], 64)
                    .contains("--file")
            )
            let bare = try house.daemon.patrol(file)
            #expect(bare.status == 65 && bare.error.contains("没有日期"))
            let weather = try house.roster("编号,时间,天气\nR-1,09:10,晴\n")
            let said = try house.refused(["inspect", "--file", weather, "--as", "inspector"], 65)
            #expect(said.contains("没有“天气”这一列") && said.contains("立行立改"))
        }
    }

    @Test func tellsWhatItCannotReadThoughNobodyListens() async throws {
        let daemon = try RunningDaemon()
        let file = try daemon.folder.write("编号,时间\nR-1,09:10\n", to: "day.csv")
        let outcome = try daemon.patrol(["inspect", "--file", file])
        #expect(outcome.status == 65 && outcome.error.contains("没有日期"))
        let right = try daemon.folder.write("编号,时间\nR-1,2026-11-23 09:10\n", to: "right.csv")
        #expect(try daemon.patrol(["inspect", "--file", right]).status == 75)
    }
}

extension House {
    /// Whoever runs these tests is the admin, who by rights makes no visits.
    fileprivate func letAdminInspect() throws {
        daemon.stop()
        let path = daemon.folder.file("config/patrol.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let more = text.replacing("roles: [admin]", with: "roles: [admin, inspector]")
        _ = try daemon.folder.write(more, to: "config/patrol.yaml")
        try daemon.start()
    }
}
