import Foundation
import PatrolModel
import PatrolTestSupport
import PatrolText
import Testing

@Suite struct `The morning lists, from the command line` {
    /// Two hazards, one of them three hours late.
    private func house(_ story: @Sendable (House) throws -> Void) async throws {
        try await House.with { house in
            let report = ["hazard", "report", "--category", "0103", "--as", "inspector", "--describe"]
            try house.done(report + ["井盖缺失", "--site", "R-1", "--observed-at", House.hoursAgo(5)])
            try house.done(report + ["井盖移位", "--site", "R-4"])
            try house.done("hazard", "order", try #require(Self.number(1)), "--as", "dispatcher")
            try story(house)
        }
    }

    private static func number(_ place: Int) -> String? {
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        return "H-\(Zone.shanghai.date(now).year)-00000\(place)"
    }

    private static let all = ["morning", "--all", "--as", "supervisor"]

    @Test func beginAPageEachAndThoseWithNothingAreCountedAndLeftOut() async throws {
        try await house { house in
            let printed = try house.daemon.patrol(Self.all)
            let ids = try house.done(Self.all + ["--quiet"]).split(separator: "\n").map(String.init)
            let pages = printed.output.split(separator: "\u{0C}")
            #expect(printed.status == 0 && pages.count == ids.count && ids.contains("liaison"))
            #expect(pages.allSatisfy { $0.hasPrefix("武昌区晨间清单  ") && $0.contains("校验值 ") })
            #expect(!ids.contains("auditor") && !ids.contains("admin"))
            // Eleven people, a unit and a street office that nobody is named for.
            #expect(printed.error == "共 13 份清单，其中 \(13 - ids.count) 份没有事项，未打印\n")
            let own = try house.daemon.patrol(["morning", "--as", "auditor"])
            #expect(own.output.contains("今日没有事项。") && own.error == "")
        }
    }

    @Test func sayTheSameOnPaperInJSONAndInASpreadsheet() async throws {
        try await house { house in
            let sheets = try house.array("morning", "--all", "--as", "supervisor")
            let paper = try house.done(Self.all).split(separator: "\u{0C}")
            var rows = 0
            for (sheet, page) in zip(sheets, paper) {
                for part in ["overdue", "dueToday", "toOrder", "orders", "toVerify"] {
                    let hazards = try #require(sheet[part] as? [[String: Any]])
                    rows += hazards.count
                    for hazard in hazards {
                        #expect(page.contains("□   \(try #require(hazard["id"] as? String))"))
                    }
                }
                for part in ["duties", "missed"] {
                    let duties = try #require(sheet[part] as? [[String: Any]])
                    rows += duties.count
                    for duty in duties {
                        #expect(page.contains(try #require(duty["site"] as? String)))
                    }
                }
            }
            #expect(rows > 10)
            let table = try house.done(Self.all + ["--csv"]).split(separator: "\r\n")
            #expect(table.count == rows + 1)
        }
    }

    @Test func nameTheEndOfTheRecordThatTheyWereReadFrom() async throws {
        try await house { house in
            let sheet = try #require(try house.array("morning", "--as", "supervisor").first)
            let head = try #require(sheet["head"] as? String)
            let event = try house.array("event", "list").first {
                $0["sequence"] as? Int == sheet["event"] as? Int
            }
            #expect(event?["hash"] as? String == head)
            let recipient = sheet["recipient"] as? [String: String]
            #expect(recipient == ["kind": "person", "id": "supervisor", "name": "督查岗"])
            // Nothing is recorded in between: what falls due in this house is hours away.
            #expect(try house.done("morning", "--as", "supervisor").contains("校验值 \(head.prefix(12))\n"))
        }
    }

    @Test(arguments: Language.allCases)
    func areEightyWideUnlessThePaperIsWider(_ language: Language) async throws {
        try await house { house in
            for (words, width) in [([String](), 80), (["--width", "96"], 96), (["--width", "132"], 132)] {
                let text = try house.daemon.patrol(Self.all + words, language: language.rawValue).output
                let wide = text.split(whereSeparator: \.isNewline).map(\.columnCount).max() ?? 0
                #expect(wide <= width && wide > 60, "\(width): \(wide)")
            }
        }
    }

    @Test func standApartOnATerminal() async throws {
        try await house { house in
            let terminal = try house.daemon.patrolAtTerminal(
                Self.all,
                more: ["PAGER": "cat", "NO_COLOR": "1"]
            )
            let shown = try terminal.read(until: "未打印")
            #expect(terminal.wait() == 0)
            #expect(!shown.contains("\u{0C}") && shown.contains("武昌区晨间清单"))
        }
    }

    @Test(arguments: [
        ["--unit", "养护单位", "--as", "liaison"], ["--subdistrict", "水果湖街", "--as", "street"],
        ["--person", "inspector", "--as", "inspector"],
    ])
    func areSeenByWhomTheyAreFor(_ words: [String]) async throws {
        try await house { house in
            let sheets = try house.array(["morning"] + words)
            #expect(sheets.count == 1)
        }
    }

    @Test(arguments: [
        ["--unit", "燃气管网单位", "--as", "liaison"], ["--subdistrict", "中南路街", "--as", "street"],
        ["--person", "inspector-2", "--as", "inspector"], ["--all", "--as", "liaison"],
    ])
    func areNotSeenByOthers(_ words: [String]) async throws {
        try await house { house in
            try house.refused(["morning"] + words, 77)
        }
    }
}

extension House {
    fileprivate func array(_ arguments: [String]) throws -> [[String: Any]] {
        let text = try done(arguments + ["--json"])
        return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    }
}

extension Substring {
    fileprivate var columnCount: Int { String(self).columns }
}
