import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A checklist in the ledger` {
    private static let both = Rulebook.sample(programmes: [.roadsDaily, .roadsChecked])
    private static let found = HazardDetails(
        category: "0306",
        condition: 2,
        severity: nil,
        describe: "招牌破损"
    )

    private static func lines(_ answers: Check.Answer...) -> [Check.Line] {
        answers.enumerated().map { Check.Line($0.offset + 1, $0.element) }
    }

    private func inspection(_ receipt: Receipt) throws -> Inspection {
        guard case .inspection(let inspection) = receipt.entry else { throw PatrolError.internalFailure }
        return inspection
    }

    private func refusal(
        _ inspect: Inspect,
        _ expected: PatrolError,
        rulebook: Rulebook = both,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let test = try await TestLedger.make(rulebook: rulebook)
        let head = try await test.ledger.status(at: Acts.start).head
        await #expect(throws: expected, sourceLocation: location) {
            try await test.file(.inspect(inspect), by: .inspector)
        }
        #expect(try await test.ledger.status(at: Acts.start).head == head)
    }

    @Test func isRecordedWithTheInspectionAsItReadThen() async throws {
        let test = try await TestLedger.make(rulebook: Self.both)
        let receipt = try await test.file(
            .inspect(Inspect(site: "R-1", hazard: Self.found, checks: [Check(Self.lines(.ok, .bad, .na))])),
            by: .inspector
        )
        let recorded = try inspection(receipt)
        #expect(recorded.checks?.map(\.programme) == ["roads-checked"])
        #expect(recorded.checks?[0].items.map(\.text) == ["井盖完好", "招牌牢固", "路面平整"])
        #expect(recorded.settled.map(\.duty.programme) == ["roads-checked", "roads-daily"])
        #expect(try await test.closeAndReplay() == [])
        let other = Programme(
            id: "roads-checked",
            name: "主干道每周检查",
            siteKinds: ["main-road"],
            cadence: .weekly,
            checklist: [ChecklistItem("别的")]
        )
        let reopened = try await Ledger.open(
            path: test.path,
            rulebook: .sample(programmes: [.roadsDaily, other]),
            clock: test.clock
        )
        let event = try await reopened.events(entity: recorded.id, after: 0, limit: 1)[0].event()
        #expect(event.entry == .inspection(recorded))
        try reopened.close()
    }

    @Test func saysNothingWhereNobodyAnsweredIt() async throws {
        let test = try await TestLedger.make(rulebook: Self.both)
        let receipt = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        #expect(try inspection(receipt).checks == nil && inspection(receipt).settled.count == 2)
    }

    @Test func needsAHazardForWhatIsBad() async throws {
        try await refusal(
            Inspect(site: "R-1", checks: [Check(Self.lines(.ok, .bad, .bad))]),
            .badItemsWithoutHazard(programme: "roads-checked", numbers: [2, 3])
        )
    }

    @Test func isOfAProgrammeThatGoesOverTheSite() async throws {
        let parks = programme("parks", .weekly, kinds: ["park"])
        let rulebook = Rulebook.sample(programmes: [.roadsChecked, parks])
        try await refusal(
            Inspect(site: "R-1", checks: [Check(programme: "parks", Self.lines(.ok))]),
            .programmeNotForSite(programme: "parks", site: "R-1"),
            rulebook: rulebook
        )
        try await refusal(
            Inspect(site: "R-1", checks: [Check(programme: "road-checked", Self.lines(.ok))]),
            .unknownProgramme(id: "road-checked", nearest: "roads-checked"),
            rulebook: rulebook
        )
    }

    @Test func isNotGuessedWhereSeveralAreOwedOrNone() async throws {
        let monthly = Programme(
            id: "roads-monthly",
            name: "主干道每月检查",
            siteKinds: ["main-road"],
            cadence: .monthly,
            checklist: [ChecklistItem("标线清晰")]
        )
        let rulebook = Rulebook.sample(programmes: [.roadsChecked, monthly])
        let check = Check(Self.lines(.ok))
        try await refusal(
            Inspect(site: "R-1", checks: [check]),
            .ambiguousChecklist(site: "R-1", programmes: ["roads-checked", "roads-monthly"]),
            rulebook: rulebook
        )
        try await refusal(
            Inspect(site: "R-1", checks: [check]),
            .noChecklistOwed(site: "R-1"),
            rulebook: .sample()
        )
        let test = try await TestLedger.make(rulebook: rulebook)
        let named = try await test.file(
            .inspect(Inspect(site: "R-1", programme: "roads-monthly", checks: [check])),
            by: .inspector
        )
        #expect(try inspection(named).checks?.map(\.programme) == ["roads-monthly"])
        // The other is the only one left.
        let rest = try await test.file(
            .inspect(Inspect(site: "R-1", checks: [Check(Self.lines(.ok, .ok, .ok))])),
            by: .inspector
        )
        #expect(try inspection(rest).checks?.map(\.programme) == ["roads-checked"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isOneForAProgrammeHoweverItIsSent() async throws {
        try await refusal(
            Inspect(
                site: "R-1",
                checks: [
                    Check(Self.lines(.ok, .ok, .ok)), Check(programme: "roads-checked", Self.lines(.ok)),
                ]
            ),
            .itemAnsweredTwice(programme: "roads-checked", number: 1)
        )
    }

    @Test(arguments: [Inspection.Result.absent, .refused])
    func isNotGoneThroughWhereNobodyGotIn(_ result: Inspection.Result) async throws {
        try await refusal(
            Inspect(site: "R-1", result: result, checks: [Check(Self.lines(.ok, .ok, .ok))]),
            .resultContradictsChecklist
        )
    }
}

@Suite struct `Several hazards of one inspection` {
    private static let details = ["0103", "E0401", "0306"].map {
        HazardDetails(category: $0, condition: 1, severity: nil, describe: "问题\($0)", fixed: $0 == "0306")
    }

    @Test func areReportedTogetherEachWithItsNumber() async throws {
        let test = try await TestLedger.make()
        let inspect = Inspect(
            site: "R-1",
            hazard: Self.details[0],
            furtherHazards: Array(Self.details.dropFirst())
        )
        let receipt = try await test.file(.inspect(inspect), by: .inspector)
        guard case .inspection(let inspection) = receipt.entry else { return #expect(Bool(false)) }
        #expect(inspection.hazard == "H-2026-000001")
        #expect(inspection.furtherHazards == ["H-2026-000002", "H-2026-000003"])
        for (number, details) in zip(1..., Self.details) {
            let hazard = try await test.ledger.hazard("H-2026-00000\(number)", sight: .everything).1
            #expect(hazard.grounds.category == details.category && hazard.inspection == receipt.id)
            #expect(hazard.state == (details.fixed == true ? .rectified : .reported))
        }
        #expect(try await test.file(Acts.report(), by: .inspector).id == "H-2026-000004")
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func areAllRefusedWhereOneIs() async throws {
        let test = try await TestLedger.make()
        let head = try await test.ledger.status(at: Acts.start).head
        let wrong = HazardDetails(category: "0104", condition: nil, severity: nil, describe: "x")
        await #expect(throws: PatrolError.self) {
            try await test.file(
                .inspect(Inspect(site: "R-1", hazard: Self.details[0], furtherHazards: [wrong])),
                by: .inspector
            )
        }
        #expect(try await test.ledger.status(at: Acts.start).head == head)
    }
}
