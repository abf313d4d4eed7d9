import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

extension TestLedger {
    /// What a search finds, by number or code, the best first.
    fileprivate func found(
        _ text: String,
        _ kinds: [SearchEntry.Kind] = SearchEntry.Kind.allCases,
        by person: Person = .supervisor,
        limit: Int = 20
    ) async throws -> [String] {
        try await ledger.search(try SearchQuestion(text), kinds, sight: person.sight, limit: limit).rows.map {
            switch $0.thing {
            case .hazard(let hazard): hazard.id
            case .site(let site): site.code
            }
        }
    }

    /// Reports hazards with these descriptions, one a minute.
    fileprivate func report(_ descriptions: String..., at site: String = "R-1") async throws -> [String] {
        var numbers: [String] = []
        for describe in descriptions {
            clock.advance(minutes: 1)
            numbers.append(try await file(Acts.report(site, describe: describe), by: .inspector).id)
        }
        return numbers
    }
}

@Suite struct `A search` {
    @Test func findsAWordOfTwoCharactersWhereverItStands() async throws {
        let test = try await TestLedger.make()
        let ids = try await test.report("道路中间积水很深", "积水", "水很深")
        #expect(try await test.found("积水") == [ids[1], ids[0]])
        #expect(try await test.found("积水很") == [ids[0]])
        #expect(try await test.found("水积") == [])
    }

    @Test func findsAPartOfACodeInWhateverCase() async throws {
        let test = try await TestLedger.make(sites: [.road("WC-R-ABC12"), .road("WC-R-2")])
        for text in ["abc", "ABC12", "c1", "r-ab", "wc-r-abc12", "ＡＢＣ"] {
            #expect(try await test.found(text) == ["WC-R-ABC12"], "\(text)")
        }
        #expect(try await test.found("wc-r", [.hazard]) == [])
    }

    @Test func findsPartsOfNumbersAndTheNumberItselfFirst() async throws {
        let test = try await TestLedger.make()
        let ids = try await test.report("甲处", "乙处", "13号井", "第013次")
        _ = try await test.file(Acts.order(ids[3]), by: .dispatcher)
        #expect(try await test.found("000003") == [ids[2]])
        #expect(try await test.found(ids[1].lowercased()) == [ids[1]])
        #expect(try await test.found("O-2026-000001") == [ids[3]])
        // Of its own number, and of the order's.
        #expect(try await test.found("01", limit: 2) == [ids[3], ids[0]])
        #expect(try await test.found("3号") == [ids[2]])
    }

    @Test func findsWhatWasWrittenLater() async throws {
        let test = try await TestLedger.make()
        let ids = try await test.report("井盖缺失", "井盖缺失")
        _ = try await test.file(Acts.order(ids[0]), by: .dispatcher)
        #expect(try await test.found("补装") == [])
        _ = try await test.file(Acts.rectify(ids[0]), by: .liaison)
        #expect(try await test.found("补装") == [ids[0]])
        _ = try await test.file(Acts.verify(ids[0], failed: true), by: .secondInspector)
        #expect(try await test.found("查看") == [ids[0]])
        #expect(try await test.found("补装") == [])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func putsTheBestMatchFirstThenTheOpenThenTheNewer() async throws {
        let test = try await TestLedger.make()
        let ids = try await test.report("漏水漏油", "油污漏水", "漏水漏油", "漏水漏油")
        for step in [
            (Acts.order(ids[3]), Person.dispatcher), (Acts.rectify(ids[3]), .liaison),
            (Acts.verify(ids[3]), .secondInspector),
        ] {
            _ = try await test.file(step.0, by: step.1)
        }
        #expect(try await test.found("漏水漏油") == [ids[2], ids[0], ids[3]])
        #expect(try await test.found("油污 漏水") == [ids[1]])
        #expect(try await test.found("漏水") == [ids[2], ids[1], ids[0], ids[3]])
    }

    @Test func findsASiteByItsNewNameAndItsHazardsToo() async throws {
        let test = try await TestLedger.make()
        let ids = try await test.report("井盖缺失")
        let renamed = Site(
            code: "R-1",
            name: "中北路",
            kind: "main-road",
            subdistrict: "水果湖街",
            responsibleUnit: "养护单位"
        )
        _ = try await test.file(Acts.roster([renamed]), by: .admin)
        #expect(try await test.found("中北路") == ["R-1"] + ids)
        #expect(try await test.found("道路R-1", [.hazard]) == [])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func saysHowManyThereAreBesides() async throws {
        let test = try await TestLedger.make()
        _ = try await test.report("积水", "积水", "积水")
        let answer = try await test.ledger.search(
            try SearchQuestion("积水"),
            sight: .everything,
            limit: 2
        )
        #expect(answer.rows.count == 2 && answer.found == 3 && answer.isCounted)
    }

    /// Nothing that is typed is taken for FTS5's own notation: a search that can be made finds what has all of its parts.
    @Test func findsExactlyWhatHasEveryPartOfWhateverIsTyped() async throws {
        let test = try await TestLedger.make()
        var random = SeededGenerator(seed: 9)
        let words = [
            "路灯", "AND", "NOT", "NEAR(a", "\"破损\"", "ab*", "c-12", "^x1", "破", "损。", "{tokens}:y2", "12",
        ]
        var texts: [String: String] = [:]
        for _ in 0..<25 {
            let text = (0..<3).map { _ in words.randomElement(using: &random) ?? "" }.joined()
            texts[try await test.report(text)[0]] = text
        }
        for _ in 0..<150 {
            let text = (0..<2).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            guard let question = try? SearchQuestion(text) else { continue }
            // Short parts are in the numbers as well: only the descriptions are compared.
            guard question.parts.contains(where: { !"2026-00012".contains($0) }) else { continue }
            let expected = texts.filter { id, described in
                question.parts.allSatisfy {
                    described.lowercased().contains($0) || id.lowercased().contains($0)
                }
            }
            let found = try await test.found(text, [.hazard], limit: 200)
            #expect(Set(found) == Set(expected.keys), "\(text)")
        }
    }
}

@Suite struct `A search within rights` {
    @Test func ofAStreetOfficeFindsItsOwnAreaAlone() async throws {
        let test = try await TestLedger.make()
        let own = try await test.report("积水", at: "R-1")
        _ = try await test.report("积水", at: "R-3")
        #expect(try await test.found("积水", by: .street) == own)
        #expect(try await test.found("R-3", by: .street) == [])
        #expect(try await test.found("R-1", by: .street) == ["R-1"] + own)
    }

    @Test func ofAUnitFindsWhatItWasToldOf() async throws {
        let test = try await TestLedger.make()
        let ids = try await test.report("积水", "积水")
        #expect(try await test.found("积水", by: .liaison) == [])
        #expect(try await test.found(ids[0], by: .liaison) == [])
        _ = try await test.file(Acts.order(ids[0]), by: .dispatcher)
        #expect(try await test.found("积水", by: .liaison) == [ids[0]])
        let answer = try await test.ledger.search(
            try SearchQuestion("积水"),
            sight: Person.liaison.sight,
            limit: 5
        )
        #expect(answer.found == 1)
    }

    @Test func ofSomebodyWithoutUnitOrStreetFindsNothing() async throws {
        let test = try await TestLedger.make()
        let ids = try await test.report("积水")
        let nobody = Person(id: "n", name: "无", roles: [.unit])
        #expect(try await test.found("积水", by: nobody) == [])
        #expect(try await test.found(ids[0], by: nobody) == [])
    }
}

@Suite struct `The search index` {
    @Test(arguments: ["001", "002", "003", "004"])
    func isMadeForALedgerOfAnEarlierVersion(_ version: String) async throws {
        let ledger = try EarlierLedger(version)
        let pool = try LedgerFile.open(at: ledger.path)
        let hazards = try await pool.read { db in
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM search WHERE search MATCH '\"h-2\"' AND rowid > 0"
            )
        }
        #expect(
            try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM hazard") } == hazards
        )
        try pool.close()
        #expect(try LedgerVerification.verify(ledger.path).faults == [])
    }

    @Test func isMadeAnewByAStartWhereItHasBeenEmptied() async throws {
        let ledger = try await RichLedger.copy()
        try ledger.change("DELETE FROM searched; INSERT INTO search (search) VALUES ('delete-all')")
        try LedgerFile.open(at: ledger.path).close()
        #expect(try ledger.faults() == [])
    }

    @Test func isNotTouchedByWhatChangesNoWord() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report(), by: .inspector)
        func blocks() async throws -> Data? {
            try await test.ledger.pool.read { db in
                try Data.fetchOne(db, sql: "SELECT group_concat(hex(block)) FROM search_data")
            }
        }
        let before = try await blocks()
        // Its deadline passes, and that is an event of the hazard's own.
        test.clock.advance(hours: 24 * 30)
        try await test.ledger.advanceSchedule()
        #expect(try await blocks() == before)
        _ = try await test.file(Acts.roster(Acts.sites), by: .admin)
        #expect(try await blocks() == before)
    }

    @Test(arguments: [
        "INSERT INTO search (rowid, tokens) VALUES (2026000000001, '井盖')",
        "INSERT INTO search (search) VALUES ('delete-all')",
        "DELETE FROM search_data WHERE id > 10",
    ])
    func thatDisagreesIsFound(_ sql: String) async throws {
        let ledger = try await RichLedger.copy()
        #expect(try ledger.faults() == [])
        try ledger.change(sql)
        #expect(try ledger.faults() == [LedgerFault(.indexDisagrees, table: "search")])
    }

    @Test func isMadeAnewByARestoration() async throws {
        let ledger = try await RichLedger.copy()
        try ledger.change("INSERT INTO search (search) VALUES ('delete-all')")
        let restoration = LedgerRestoration(
            from: ledger.path,
            to: ledger.path,
            at: Zone.shanghai.at("2026-12-01 10:00"),
            user: "root"
        )
        _ = try restoration.run(of: nil)
        #expect(try ledger.faults() == [])
    }
}
