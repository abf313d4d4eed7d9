import Foundation
import PatrolTestSupport
import Testing

@Suite struct `Searching from the command line` {
    private static func report(_ site: String, _ describe: String) -> [String] {
        [
            "hazard", "report", "--site", site, "--category", "0103", "--describe", describe, "--as",
            "inspector",
        ]
    }

    @Test func findsHazardsAndSitesInEveryForm() async throws {
        try await House.with { house in
            try house.done(Self.report("R-1", "井盖缺失，靠近公交站"))
            try house.done(Self.report("R-4", "井盖缺失"))
            let rows = try house.array("search", "公交", "井盖")
            let row = try #require(rows.first)
            #expect(rows.count == 1 && row["kind"] as? String == "hazard")
            #expect(row["state"] as? String == "reported" && row["site"] as? String == "R-1")
            #expect(row["snippet"] as? String == "井盖缺失，靠近公交站")
            let id = try #require(row["id"] as? String)
            #expect(try house.done("search", String(id.suffix(6)), "--quiet") == id + "\n")
            let table = try house.done("search", "中北路")
            #expect(table.contains("R-1") && table.contains("巡查对象") && table.contains(id))
            #expect(try house.done("search", "中北路", "--kind", "site", "--quiet") == "R-1\n")
            #expect(try house.done("search", "武珞路", "--csv").contains("R-5"))
        }
    }

    @Test func tellsEachOfTheirOwnAlone() async throws {
        try await House.with { house in
            try house.done(Self.report("R-1", "井盖缺失"))
            try house.done(Self.report("R-4", "井盖破碎"))
            let all = try house.array("search", "井盖").compactMap { $0["id"] as? String }
            #expect(all.count == 2)
            let own = try house.array("search", "井盖", "--as", "street")
            #expect(own.compactMap { $0["site"] as? String } == ["R-1"])
            #expect(try house.array("search", "武珞路", "--as", "street").isEmpty)
            #expect(try house.array("search", "井盖", "--as", "liaison").isEmpty)
            try house.done("hazard", "order", all[0], "--as", "dispatcher")
            let told = try house.array("search", "井盖", "--as", "liaison")
            #expect(told.compactMap { $0["id"] as? String } == [all[0]])
        }
    }

    @Test func saysWhatIsLeftOutAndWhatToDoWhereNothingIsFound() async throws {
        try await House.with { house in
            for _ in 0..<3 { try house.done(Self.report("R-1", "井盖缺失") + ["--new"]) }
            #expect(try house.done("search", "井盖", "--limit", "1").contains("还有 2 条；"))
            let english = try house.daemon.patrol(["search", "井盖", "--limit", "1"], language: "en").output
            #expect(english.contains("2 besides these; add a word"))
            #expect(try house.done("search", "恐龙").contains("没有找到；"))
            let none = try house.daemon.patrol(["search", "dinosaur"], language: "en").output
            #expect(none.contains("nothing found; "))
        }
    }

    @Test func refusesWhatCannotBeLookedFor() async throws {
        try await House.with { house in
            for text in ["？！", "井", "\"", "* ^ :"] {
                try house.refused(["search", text], 65)
            }
            try house.refused(["search", String(repeating: "井盖", count: 60)], 65)
            try house.refused(["search"], 64)
            try house.refused(["search", "井盖", "--limit", "201"], 64)
            try house.refused(["search", "井盖", "--kind", "person"], 64)
            #expect(try house.array("search", "* OR NEAR( \"").isEmpty)
        }
    }
}
