import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `Two officers in the ledger` {
    private static let checked = Programme(
        id: "roads-audited",
        name: "执法检查",
        siteKinds: ["main-road"],
        cadence: .monthly,
        officers: 2
    )
    private static let both = Rulebook.sample(programmes: [.roadsDaily, checked])
    private static let needed = PatrolError.officersNeeded(programme: "roads-audited", officers: 2, named: 1)

    private func inspection(_ receipt: Receipt) throws -> Inspection {
        guard case .inspection(let inspection) = receipt.entry else { throw PatrolError.internalFailure }
        return inspection
    }

    @Test func areRecordedWithTheirCertificatesAndReplayed() async throws {
        let test = try await TestLedger.make(rulebook: Self.both)
        let inspect = Inspect(site: "R-1", with: ["inspector-2"])
        let recorded = try inspection(try await test.file(.inspect(inspect), by: .inspector))
        #expect(recorded.officers?.map(\.person) == ["inspector", "inspector-2"])
        #expect(recorded.officers?.map(\.certificate) == ["0001", "0002"])
        #expect(recorded.settled.map(\.duty.programme) == ["roads-audited", "roads-daily"])
        let rows = try await test.ledger.pool.read { db in
            try String.fetchAll(
                db,
                sql:
                    "SELECT place || ' ' || person || ' ' || certificate FROM inspection_officer ORDER BY place"
            )
        }
        #expect(rows == ["1 inspector 0001", "2 inspector-2 0002"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test(arguments: [Inspection.Result.ok, .absent, .refused])
    func areNeededWhateverWasSeen(_ result: Inspection.Result) async throws {
        let test = try await TestLedger.make(rulebook: Self.both)
        await #expect(throws: Self.needed) {
            try await test.file(.inspect(Inspect(site: "R-1", result: result)), by: .inspector)
        }
        try await test.file(
            .inspect(Inspect(site: "R-1", result: result, with: ["inspector-2"])),
            by: .inspector
        )
    }

    @Test func areNotNeededForADutyThatIsNotDone() async throws {
        let test = try await TestLedger.make(rulebook: Self.both)
        let daily = Inspect(site: "R-1", programme: "roads-daily")
        let alone = try inspection(try await test.file(.inspect(daily), by: .inspector))
        #expect(alone.officers == nil && alone.settled.map(\.duty.programme) == ["roads-daily"])
        try await test.file(.inspect(Inspect(site: "R-1", with: ["inspector-2"])), by: .inspector)
        // What is done needs nobody any more, unless it is named.
        try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        await #expect(throws: Self.needed) {
            try await test.file(.inspect(Inspect(site: "R-1", programme: "roads-audited")), by: .inspector)
        }
    }

    @Test func mayBeNamedWhereNobodyAsksForThem() async throws {
        let test = try await TestLedger.make()
        let together = Inspect(site: "R-1", with: ["street"])
        let recorded = try inspection(try await test.file(.inspect(together), by: .inspector))
        #expect(recorded.officers?.map(\.certificate) == ["0001", nil])
        await #expect(throws: PatrolError.unknownPerson(id: "inspektor-2", nearest: "inspector-2")) {
            try await test.file(.inspect(Inspect(site: "R-2", with: ["inspektor-2"])), by: .inspector)
        }
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func ofAPaperDayAreMissedRowByRow() async throws {
        let test = try await TestLedger.make(rulebook: Self.both)
        let rows = [["inspector-2"], []].enumerated().map { place, with in
            InspectDay.Row(
                line: place + 2,
                inspect: Inspect(site: "R-\(place + 1)", with: with),
                observedAt: TypedTime("2026-11-23 09:0\(place)")
            )
        }
        let fault = RowFault(line: 3, column: "with", problem: .refused(Self.needed))
        await #expect(throws: PatrolError.badDay(faults: [fault])) {
            try await test.file(.inspectDay(InspectDay(rows)), by: .inspector)
        }
    }
}
