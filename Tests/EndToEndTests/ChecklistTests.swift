import Foundation
import PatrolClient
import PatrolModel
import PatrolTestSupport
import PatrolWire
import Testing

@Suite struct `A checklist from the command line` {
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

    @Test func isShownAnsweredAndRecorded() async throws {
        try await House.with(programmes: Self.programmes) { house in
            let sheet = try house.done("programme", "show", "roads-checked")
            #expect(sheet.contains("检查表") && sheet.contains("1  井盖完好（0103）"))
            #expect(sheet.contains("2  招牌牢固"))
            let shown = try house.object("programme", "show", "roads-checked")
            let items = try #require(shown["checklist"] as? [[String: Any]])
            #expect(items.map { $0["text"] as? String } == ["井盖完好", "招牌牢固"])
            #expect(items[0]["category"] as? String == "0103" && items[1]["category"] == nil)
            let receipt = try house.object(
                "inspect",
                "R-1",
                "--check",
                "1=ok",
                "--check",
                "2=na",
                "--as",
                "inspector"
            )
            let id = try #require(receipt["id"] as? String)
            let event = try #require(try house.array("event", "list", "--entity", id).first)
            let body = try #require((event["event"] as? [String: Any])?["body"] as? [String: Any])
            let checks = try #require(body["checks"] as? [[String: Any]])
            #expect(checks[0]["programme"] as? String == "roads-checked")
            let answers = try #require(checks[0]["items"] as? [[String: Any]])
            #expect(answers.map { $0["answer"] as? String } == ["ok", "na"])
            #expect(answers.map { $0["text"] as? String } == ["井盖完好", "招牌牢固"])
        }
    }

    @Test func isRefusedWhereItIsNotWholeOrWhatIsBadIsNotReported() async throws {
        try await House.with(programmes: Self.programmes) { house in
            let inspect = ["inspect", "R-1", "--as", "inspector"]
            #expect(try house.refused(inspect + ["--check", "1=ok"], 65).contains("请补填第 2 项"))
            #expect(
                try house.refused(inspect + ["--check", "1=ok", "--check", "2=bad"], 65).contains("第 2 项不合格")
            )
            #expect(try house.refused(inspect + ["--check", "3=ok"], 65).contains("没有第 3 项"))
            try house.refused(inspect + ["--check", "1=fine"], 64)
            try house.refused(inspect + ["--check", "x"], 64)
            let said = try house.done(
                inspect + [
                    "--check", "1=ok", "--check", "2=bad", "--hazard", "--category", "0306", "--condition",
                    "2",
                    "--describe", "招牌破损",
                ]
            )
            #expect(said.contains("主干道每周检查") && said.contains("H-"))
        }
    }

    @Test func isListedForTheSitesOpenDuties() async throws {
        try await House.with(programmes: Self.programmes) { house in
            func lists(_ person: String, _ site: String = "R-1") throws -> [SiteChecklistBody] {
                try PatrolClient(socket: house.daemon.socket, onBehalfOf: person)
                    .get([Route.sites, site, Route.checklists])
            }
            let before = try lists("inspector")
            #expect(before.map(\.programme) == ["roads-checked", "roads-daily"])
            #expect(before[0].programmeName == "主干道每周检查")
            #expect(before[0].items.map(\.text) == ["井盖完好", "招牌牢固"] && before[1].items.isEmpty)
            #expect(try lists("liaison").isEmpty)
            try house.done("inspect", "R-1", "--programme", "roads-checked", "--as", "inspector")
            #expect(try lists("inspector").map(\.programme) == ["roads-daily"])
            #expect(throws: PatrolError.unknownSite(code: "R-99", nearest: nil)) {
                try lists("inspector", "R-99")
            }
            #expect(throws: PatrolError.self) { try lists("street", "R-4") }
        }
    }

    @Test func mayComeWithSeveralHazards() async throws {
        try await House.with { house in
            let details = ["0103", "0306"].map {
                HazardDetails(category: $0, condition: 1, severity: nil, describe: "问题")
            }
            let inspect = Inspect(site: "R-1", hazard: details[0], furtherHazards: [details[1]])
            let receipt = try PatrolClient(socket: house.daemon.socket, onBehalfOf: "inspector")
                .file(Filing(key: .random(), act: .inspect(inspect)))
            #expect(receipt.hazard?.hasSuffix("1") == true && receipt.furtherHazards?.count == 1)
            #expect(try house.array("hazard", "list").count == 2)
        }
    }
}
