import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A report that looks like an open hazard` {
    private static let crossing = Position("30.554312,114.316512")
    /// 20 m north of it, and 40.
    private static let (close, far) = (Position("30.554492,114.316512"), Position("30.554672,114.316512"))

    private static func candidates(_ error: (any Error)?) -> [DuplicateCandidate]? {
        guard case .looksLikeDuplicate(_, let candidates) = error as? PatrolError else { return nil }
        return candidates
    }

    private static func refusal(
        _ test: TestLedger,
        _ act: Act,
        by person: Person = .inspector
    ) async throws -> [DuplicateCandidate]? {
        do {
            _ = try await test.file(act, by: person)
            return nil
        } catch let error as PatrolError {
            guard let found = candidates(error) else { throw error }
            return found
        }
    }

    @Test func atTheSameSiteIsRefusedAndTheOpenOneNamed() async throws {
        let test = try await TestLedger.make()
        let first = try await test.file(Acts.report(describe: "东侧慢车道井盖缺失"), by: .inspector).id
        let found = try await Self.refusal(test, Acts.report(isNew: false), by: .secondInspector)
        #expect(
            found == [
                DuplicateCandidate(
                    hazard: first,
                    site: "R-1",
                    siteName: "道路R-1",
                    describe: "东侧慢车道井盖缺失",
                    observedAt: "2026-11-23T10:00:00+08:00",
                    metres: nil
                )
            ]
        )
        #expect(try await test.ledger.count(HazardFilter(), sight: .everything) == 1)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isRecordedWhereItsReporterInsistsAndKeepsWhatItWasToldApartFrom() async throws {
        let test = try await TestLedger.make()
        let first = try await test.file(Acts.report(), by: .inspector).id
        let second = try await test.file(Acts.report(isNew: true), by: .inspector).id
        #expect(try await test.ledger.hazard(first, sight: .everything).1.notDuplicateOf == nil)
        #expect(try await test.ledger.hazard(second, sight: .everything).1.notDuplicateOf == [first])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isAnotherWhereItsCategoryOrSiteIs() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report(), by: .inspector)
        for act in [
            Acts.report("R-2", isNew: false), Acts.report(category: "0306", condition: 1, isNew: false),
        ] {
            #expect(try await Self.refusal(test, act) == nil)
        }
    }

    @Test func isStoppedByEveryStateButTheClosed() async throws {
        let test = try await TestLedger.make()
        let id = try await test.file(Acts.report("R-1", .major), by: .inspector).id
        let steps: [(Act, Person)] = [
            (Acts.order(id), .dispatcher), (Acts.rectify(id, [try test.handIn()]), .liaison),
            (Acts.verify(id), .inspector), (Acts.plan(id), .supervisor), (Acts.close(id), .leader),
        ]
        for (act, person) in steps {
            #expect(try await Self.refusal(test, Acts.report(isNew: false))?.map(\.hazard) == [id])
            _ = try await test.file(act, by: person)
        }
        #expect(try await Self.refusal(test, Acts.report(isNew: false)) == nil)
    }

    @Test func getsItsFirstReceiptAgain() async throws {
        let test = try await TestLedger.make()
        let key = FilingKey.random()
        let act = Acts.report(isNew: false)
        let first = try await test.file(act, by: .inspector, key: key)
        #expect(try await test.file(act, by: .inspector, key: key) == first)
    }

    @Test func withinTheRadiusIsRefusedWhateverItsSite() async throws {
        let test = try await TestLedger.make(sites: [
            .road("R-1", at: Self.crossing), .road("R-2", at: Self.close), .road("R-3", at: Self.far),
        ])
        let first = try await test.file(Acts.report("R-1"), by: .inspector).id
        let near = try #require(try await Self.refusal(test, Acts.report("R-2", isNew: false)))
        #expect(near.map(\.hazard) == [first] && near.map(\.metres) == [21])
        #expect(try await Self.refusal(test, Acts.report("R-3", isNew: false)) == nil)
        // Its own position counts before its site's.
        let seen = Acts.report("R-3", category: "0103", at: Self.crossing, isNew: false)
        #expect(try await Self.refusal(test, seen)?.map(\.hazard).first == "H-2026-000002")
        #expect(try await Self.refusal(test, seen)?.map(\.hazard).last == first)
    }

    @Test func followsTheRadiusOfItsCategoryAndElseTheRules() async throws {
        let (wide, narrow) = (
            Catalogue([
                Catalogue.Category(
                    code: "0103",
                    name: "雨水井盖",
                    conditions: Catalogue.sample.categories[0].conditions,
                    radius: 50
                )
            ]),
            Configuration.Rules.but { $0.duplicateRadius = 10 }
        )
        let sites: [Site] = [
            .road("R-1", at: Self.crossing), .road("R-2", at: Self.far), .road("R-3", at: Self.close),
        ]
        for (catalogue, far, close) in [(wide, true, true), (.sample, false, false)] {
            let test = try await TestLedger.make(
                rulebook: .sample(rules: narrow, catalogue: catalogue),
                sites: sites
            )
            _ = try await test.file(Acts.report("R-1"), by: .inspector)
            let foundFar = try await Self.refusal(test, Acts.report("R-2", isNew: false))
            #expect((foundFar != nil) == far)
            let foundClose = try await Self.refusal(test, Acts.report("R-3", isNew: false))
            #expect((foundClose != nil) == close)
        }
    }

    @Test func isAtTheSameSiteAloneWhereTheRadiusIsNought() async throws {
        let test = try await TestLedger.make(
            rulebook: .sample(rules: .but { $0.duplicateRadius = 0 }),
            sites: [.road("R-1", at: Self.crossing), .road("R-2", at: Self.crossing)]
        )
        _ = try await test.file(Acts.report("R-1"), by: .inspector)
        #expect(try await Self.refusal(test, Acts.report("R-2", isNew: false)) == nil)
        #expect(try await Self.refusal(test, Acts.report("R-1", isNew: false)) != nil)
    }

    @Test func movesWithItsSite() async throws {
        let test = try await TestLedger.make(sites: [.road("R-1"), .road("R-2", at: Self.crossing)])
        _ = try await test.file(Acts.report("R-1"), by: .inspector)
        _ = try await test.file(Acts.report("R-1", at: Self.far), by: .inspector)
        #expect(try await Self.refusal(test, Acts.report("R-2", isNew: false)) == nil)
        _ = try await test.file(Acts.roster([.road("R-1", at: Self.close)]), by: .admin)
        let act = Acts.report("R-2", describe: "又一处", isNew: false)
        #expect(try await Self.refusal(test, act)?.map(\.hazard).contains("H-2026-000001") == true)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func namesNoneThatItsReporterMayNotSee() async throws {
        let test = try await TestLedger.make(sites: [
            .road("R-1", subdistrict: "中南路街", at: Self.crossing), .road("R-2", at: Self.crossing),
        ])
        _ = try await test.file(Acts.report("R-1"), by: .inspector)
        #expect(try await Self.refusal(test, Acts.report("R-2", isNew: false), by: .street) == nil)
        #expect(try await Self.refusal(test, Acts.report("R-2", isNew: false))?.count == 2)
    }

    @Test func refusesTheWholeInspection() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report(), by: .inspector)
        let before = try await test.ledger.status(at: test.clock.now()).events
        let found = ["0306", "0103"].map {
            HazardDetails(category: $0, condition: 1, severity: nil, describe: "x")
        }
        let inspect = Inspect(site: "R-1", hazard: found[0], furtherHazards: [found[1]])
        #expect(try await Self.refusal(test, .inspect(inspect))?.count == 1)
        #expect(try await test.ledger.status(at: test.clock.now()).events == before)
    }

    @Test func isNotOneOfTheSameInspection() async throws {
        let test = try await TestLedger.make()
        let found = HazardDetails(category: "0103", condition: 1, severity: nil, describe: "x")
        let inspect = Inspect(site: "R-1", hazard: found, furtherHazards: [found])
        #expect(try await Self.refusal(test, .inspect(inspect)) == nil)
    }

    @Test func isNamedByItsRowOfADayOnPaper() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report(), by: .inspector)
        func day(_ isNew: Bool) -> Act {
            let found = HazardDetails(
                category: "0103",
                condition: 1,
                severity: nil,
                describe: "x",
                isNew: isNew
            )
            let row = InspectDay.Row(
                line: 4,
                inspect: Inspect(site: "R-1", hazard: found),
                observedAt: TypedTime("09:00")
            )
            return .inspectDay(InspectDay([row]))
        }
        do {
            _ = try await test.file(day(false), by: .inspector)
            Issue.record("was recorded")
        } catch PatrolError.badDay(let faults) {
            let fault = try #require(faults.first)
            #expect(fault.line == 4 && fault.column == DayRow.Column.isNew.rawValue)
        }
        #expect(try await test.file(day(true), by: .inspector).rows?.count == 1)
    }
}

@Suite struct `The index of positions` {
    /// What is open, with where it is, as the tables say it.
    private static let placed = """
        SELECT h.id, coalesce(p.latitude, s.latitude), coalesce(p.longitude, s.longitude)
        FROM hazard h JOIN site s ON s.code = h.site LEFT JOIN hazard_place p ON p.hazard = h.id
        WHERE \(HazardPlaces.open) AND coalesce(p.latitude, s.latitude) IS NOT NULL ORDER BY 1
        """
    private static let indexed =
        "SELECT hazard, min_latitude, min_longitude FROM hazard_position ORDER BY hazard"

    private static func positions(_ db: Database) throws -> [String: Position] {
        let rows = try Row.fetchAll(db, sql: placed)
        let placed = rows.map { ($0[0] as String, Position(row: $0, at: 1)) }
        return Dictionary(uniqueKeysWithValues: placed).compactMapValues { $0 }
    }

    private static func index(_ db: Database) throws -> [String: Position] {
        let rows = try Row.fetchAll(db, sql: indexed)
        return Dictionary(
            uniqueKeysWithValues: rows.map { ($0[0] as String, Position(micro: $0[1], $0[2])) }
        )
    }

    @Test func holdsWhatIsOpenAfterARandomHistoryAndAfterItsReplay() async throws {
        let history = try await RandomHistory(seed: 17, at: Zone.shanghai.at("2026-03-02 07:31"), pace: 110)
        while try await history.events() < 1200 { try await history.day() }
        let test = await history.test
        let (tables, index) = try await test.ledger.pool.read { db in
            (try Self.positions(db), try Self.index(db))
        }
        #expect(tables == index && tables.count > 20)
        try test.ledger.close()
        let (folder, now) = (try TemporaryFolder(), await history.now)
        _ = try RestoredLedger.build(
            at: folder.file("again.sqlite"),
            from: test.path,
            continuing: nil,
            heads: [],
            at: now,
            user: "root"
        )
        let queue = try DatabaseQueue(path: folder.file("again.sqlite"))
        #expect(try await queue.read { db in try Self.index(db) } == index)
        try queue.close()
    }

    @Test func findsWhatAWalkThroughAllFinds() async throws {
        var random = SeededGenerator(seed: 19)
        let places = (0..<400).map { _ in
            Position(
                micro: 30_550_000 + Int.random(in: 0...4000, using: &random),
                114_310_000 + Int.random(in: 0...4000, using: &random)
            )
        }
        let test = try await TestLedger.make()
        for position in places.prefix(300) {
            _ = try await test.file(Acts.report("R-1", at: position), by: .inspector)
        }
        try await test.ledger.pool.read { db in
            let all = try Self.positions(db)
            let transaction = LedgerTransaction(db: db, at: Acts.start, rulebook: .sample())
            for here in places.suffix(100) {
                let walked = all.mapValues { here.distance(to: $0) }.filter { $0.value <= 30 }
                    .map(\.key)
                let found = try transaction.duplicates(of: "0103", at: .road("R-2"), here, for: .inspector)
                #expect(found.count == min(walked.count, DuplicateCandidate.most))
                #expect(Set(found.map(\.hazard)).isSubset(of: walked))
            }
        }
    }

    @Test func isAskedWithoutAWalkThroughTheHazards() async throws {
        let test = try await TestLedger.make()
        for (sql, wanted) in [
            (DuplicateQuery.atSite, "SEARCH h USING INDEX hazard_open (site=? AND category=?)"),
            (DuplicateQuery.near, "SCAN r VIRTUAL TABLE INDEX"),
        ] {
            let plan = try await test.ledger.pool.read { db in
                let nothing: [(any DatabaseValueConvertible)?] = Array(repeating: nil, count: sql.places)
                let arguments = StatementArguments(nothing)
                return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                    .map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.hasPrefix(wanted) }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN h") || $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }
}

extension String {
    /// The highest of its numbered parameters.
    fileprivate var places: Int { matches(of: /\?(\d+)/).compactMap { Int($0.1) }.max() ?? 0 }
}
