import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A hazard's life in the ledger` {
    private func walk(_ test: TestLedger, _ severity: Hazard.Severity = .general) async throws -> String {
        let hazard = try await test.file(Acts.report("R-1", severity), by: .inspector).id
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        _ = try await test.file(Acts.rectify(hazard, [try test.handIn()]), by: .liaison)
        _ = try await test.file(Acts.verify(hazard), by: .inspector)
        if severity == .major {
            _ = try await test.file(Acts.plan(hazard), by: .supervisor)
            _ = try await test.file(Acts.close(hazard), by: .leader)
        }
        return hazard
    }

    @Test(arguments: Hazard.Severity.allCases)
    func fromReportToClosureEveryStepIsInTheRecord(_ severity: Hazard.Severity) async throws {
        let test = try await TestLedger.make()
        let hazard = try await walk(test, severity)
        let (record, entity) = try await test.ledger.hazard(hazard, sight: .everything)
        #expect(record.state == .closed && entity.state == .closed && record.clock.closedOnTime == true)
        let verbs = try await test.ledger.events(entity: hazard, after: 0, limit: 10).map {
            try $0.event().entry.verb
        }
        let steps = ["hazard.report", "hazard.order", "hazard.rectify", "hazard.verify"]
        #expect(verbs == steps + (severity == .major ? ["hazard.supervise", "hazard.close"] : []))
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func anOrderGoesToAUnitThatSomebodyKnows() async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report(), by: .inspector).id
        await #expect(throws: PatrolError.unknownUnit(name: "燃气管网单元", nearest: "燃气管网单位")) {
            try await test.file(Acts.order(hazard, unit: "燃气管网单元"), by: .dispatcher)
        }
        _ = try await test.file(Acts.order(hazard, unit: "燃气管网单位"), by: .dispatcher)
        #expect(try await test.ledger.hazard(hazard, sight: .everything).0.responsibleUnit == "燃气管网单位")
    }

    @Test func aUnitKnowsOnlyOfWhatItWasOrdered() async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report(), by: .inspector).id
        let sight = Person.liaison.sight
        await #expect(throws: PatrolError.unknownHazard(id: hazard)) {
            _ = try await test.ledger.hazard(hazard, sight: sight)
        }
        await #expect(throws: PatrolError.unknownHazard(id: hazard)) {
            try await test.file(Acts.rectify(hazard), by: .liaison)
        }
        #expect(
            try await test.ledger.hazards(HazardFilter(), sight: sight, after: nil, limit: 5).rows.isEmpty
        )
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        #expect(
            try await test.ledger.hazards(HazardFilter(), sight: sight, after: nil, limit: 5).rows.count == 1
        )
        #expect(try await test.ledger.duties(DutyFilter(), sight: sight, after: nil, limit: 5).isEmpty)
        #expect(
            try await test.ledger.sites(SiteFilter(), sight: sight, after: nil, limit: 9).count
                == 3
        )
    }

    @Test func aSubdistrictSeesItsOwn() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report("R-1"), by: .inspector)
        _ = try await test.file(Acts.report("R-3"), by: .inspector)
        let sight = Person.street.sight
        let seen = try await test.ledger.hazards(HazardFilter(), sight: sight, after: nil, limit: 5).rows
        #expect(seen.map(\.site) == ["R-1"])
        #expect(
            try await test.ledger.duties(DutyFilter(), sight: sight, after: nil, limit: 5).map(\.key.site)
                == ["R-1", "R-2"]
        )
        await #expect(throws: PatrolError.outOfScope(verb: .hazardReport, person: "street", subject: "R-3")) {
            try await test.file(Acts.report("R-3"), by: .street)
        }
        await #expect(throws: PatrolError.unknownSite(code: "R-3", nearest: nil)) {
            _ = try await test.ledger.site("R-3", sight: sight)
        }
    }

    @Test func listsPageWithoutLosingARow() async throws {
        let test = try await TestLedger.make()
        for index in 0..<7 {
            _ = try await test.file(
                Acts.report(describe: "第\(index)处"),
                by: .inspector,
                observedAt: "0\(7 - index % 3):00"
            )
        }
        for overdueOnly in [false, true] {
            var filter = HazardFilter()
            if overdueOnly { filter.overdueAt = Acts.start }
            var (found, cursor): ([HazardRecord], HazardCursor?) = ([], nil)
            repeat {
                let page = try await test.ledger.hazards(filter, sight: .everything, after: cursor, limit: 2)
                (found, cursor) = (found + page.rows, page.next)
            } while cursor != nil
            #expect(Set(found.map(\.id)).count == 7)
            #expect(found.map(\.dueAt) == (overdueOnly ? found.map(\.dueAt).sorted() : found.map(\.dueAt)))
        }
    }

    @Test func aFilterNarrowsAList() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report("R-1"), by: .inspector)
        _ = try await test.file(Acts.report("R-3"), by: .inspector)
        func count(_ change: (inout HazardFilter) -> Void) async throws -> Int {
            var filter = HazardFilter()
            change(&filter)
            return try await test.ledger.hazards(filter, sight: .everything, after: nil, limit: 9).rows.count
        }
        #expect(try await count { $0.state = .reported } == 2)
        #expect(try await count { $0.state = .closed } == 0)
        #expect(try await count { $0.subdistrict = "中南路街" } == 1)
        #expect(try await count { $0.unit = "养护单位" } == 2)
        #expect(try await count { $0.category = "雨水井盖" } == 2)
        #expect(try await count { $0.category = "0101" } == 0)
        #expect(try await count { $0.site = "R-1" } == 1)
        #expect(try await count { $0.concerning = "inspector" } == 2)
        #expect(try await count { $0.concerning = "leader" } == 0)
    }

    @Test func badInputLeavesTheLedgerUnchanged() async throws {
        let test = try await TestLedger.make()
        let head = try await test.ledger.status(at: Acts.start).head
        let bad: [(Act, Person, String?)] = [
            (Acts.report("R-99"), .inspector, nil), (Acts.report(describe: " "), .inspector, nil),
            (Acts.report(describe: "a\u{1B}[2J"), .inspector, nil), (Acts.report(), .inspector, "明天"),
            (Acts.report(), .inspector, "2026-11-23 10:01"), (Acts.report(), .inspector, "2026-11-21 10:00"),
            (Acts.report(), .auditor, nil), (Acts.order("H-2026-000009"), .dispatcher, nil),
            (
                .inspect(Inspect(site: "R-1", note: String(repeating: "x", count: 10_000_000))), .inspector,
                nil
            ),
            (.inspect(Inspect(site: "R-1", programme: "x")), .inspector, nil),
            (
                .inspect(
                    Inspect(
                        site: "R-1",
                        result: .ok,
                        hazard: HazardDetails(category: "0103", condition: nil, severity: nil, describe: "x")
                    )
                ),
                .inspector, nil
            ),
            (Acts.roster([]), .admin, nil), (Acts.roster([.road("R-1")]), .inspector, nil),
        ]
        for (act, person, observedAt) in bad {
            await #expect(throws: PatrolError.self) {
                try await test.file(act, by: person, observedAt: observedAt)
            }
        }
        #expect(try await test.ledger.status(at: Acts.start).head == head)
    }

    @Test func aSiteRetiredMeanwhileMayStillHaveItsLastDutyDone() async throws {
        let test = try await TestLedger.make(sites: [.road("R-1")])
        _ = try await test.file(Acts.roster([.road("R-1", to: CivilDate("2026-11-22"))]), by: .admin)
        let receipt = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        guard case .inspection(let inspection) = receipt.entry else { return #expect(Bool(false)) }
        #expect(inspection.settled.count == 1)
    }

    @Test func aSiteThatIsNotActiveIsNotInspected() async throws {
        let test = try await TestLedger.make(sites: [.road("R-1", to: CivilDate("2026-11-22"))])
        await #expect(throws: PatrolError.siteNotActive(code: "R-1", date: "2026-11-23")) {
            try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        }
    }

    @Test(arguments: [1, 2, 3])
    func randomLivesReplayToTheSameTables(_ seed: UInt64) async throws {
        let test = try await TestLedger.make(rulebook: .sample(rules: .but { $0.morning = .midnight }))
        var random = SeededGenerator(seed: seed)
        let photo = try test.handIn()
        var refused = 0
        for _ in 0..<300 {
            test.clock.advance(minutes: Int64.random(in: 0...90, using: &random))
            let hazard = "H-2026-00000\(Int.random(in: 1...9, using: &random))"
            let site = "R-\(Int.random(in: 1...3, using: &random))"
            let acts: [Act] = [
                Acts.report(site, Bool.random(using: &random) ? .major : .general),
                Acts.report(site, Bool.random(using: &random) ? .major : .general, fixed: true),
                .inspect(Inspect(site: site)), Acts.order(hazard),
                Acts.rectify(hazard, Bool.random(using: &random) ? [photo] : []),
                Acts.verify(hazard, failed: Bool.random(using: &random)), Acts.close(hazard),
            ]
            let person = Person.all.randomElement(using: &random) ?? .inspector
            let act = acts.randomElement(using: &random) ?? acts[0]
            do { _ = try await test.file(act, by: person) } catch is PatrolError { refused += 1 }
            if Bool.random(using: &random) { try await test.ledger.advanceSchedule() }
        }
        #expect(refused > 0 && refused < 300)
        #expect(try await test.closeAndReplay() == [])
    }
}
