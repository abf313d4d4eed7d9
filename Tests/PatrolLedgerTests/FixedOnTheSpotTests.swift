import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A hazard fixed on the spot in the ledger` {
    private static let details = HazardDetails(
        category: "0306",
        condition: 2,
        severity: nil,
        describe: "招牌松动",
        fixed: true,
        action: "扶正固定"
    )

    @Test func isOneEventAndClosedByAnothersCheck() async throws {
        let test = try await TestLedger.make()
        let receipt = try await test.file(
            .report(ReportHazard(site: "R-1", hazard: Self.details)),
            by: .inspector
        )
        let events = try await test.ledger.events(entity: receipt.id, after: 0, limit: 5)
        #expect(try events.map { try $0.event().entry.verb } == ["hazard.report"])
        let (record, hazard) = try await test.ledger.hazard(receipt.id, sight: .everything)
        #expect(record.state == .rectified && record.orderNumber == nil && record.servedAt == nil)
        #expect(record.verifyDueAt == hazard.stage.rectification?.verification?.at)
        await #expect(throws: PatrolError.unknownHazard(id: receipt.id)) {
            _ = try await test.ledger.hazard(receipt.id, sight: Person.liaison.sight)
        }
        _ = try await test.file(Acts.verify(receipt.id), by: .secondInspector)
        let closed = try await test.ledger.hazard(receipt.id, sight: .everything).0
        #expect(closed.state == .closed && closed.clock.closedOnTime == true && closed.reworkCount == 0)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isFoundInAnInspectionToo() async throws {
        let test = try await TestLedger.make()
        let receipt = try await test.file(
            .inspect(Inspect(site: "R-1", hazard: Self.details)),
            by: .inspector
        )
        guard case .inspection(let inspection) = receipt.entry, let id = inspection.hazard else {
            return #expect(Bool(false))
        }
        #expect(inspection.result == .hazard && inspection.settled.count == 1)
        let hazard = try await test.ledger.hazard(id, sight: .everything).1
        #expect(hazard.state == .rectified && hazard.inspection == receipt.id)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isReportedAgainWhereItDidNotHoldAndThenOrdered() async throws {
        let test = try await TestLedger.make()
        let id = try await test.file(Acts.report(category: "0306", condition: 2, fixed: true), by: .inspector)
            .id
        let due = try await test.ledger.hazard(id, sight: .everything).0.dueAt
        test.clock.advance(hours: 1)
        _ = try await test.file(Acts.verify(id, failed: true), by: .secondInspector)
        let back = try await test.ledger.hazard(id, sight: .everything).0
        #expect(back.state == .reported && back.reworkCount == 1 && back.dueAt == due)
        #expect(back.rectifiedAt == nil && back.dueFor == .order)
        await #expect(throws: PatrolError.self) { try await test.file(Acts.rectify(id), by: .liaison) }
        test.clock.advance(hours: 24)
        try await test.ledger.advanceSchedule()
        #expect(try await test.ledger.hazard(id, sight: .everything).0.overdueSince == due)
        _ = try await test.file(Acts.order(id), by: .dispatcher)
        _ = try await test.file(Acts.rectify(id), by: .liaison)
        _ = try await test.file(Acts.verify(id), by: .secondInspector)
        let closed = try await test.ledger.hazard(id, sight: .everything).0
        #expect(closed.state == .closed && closed.orderNumber == "O-2026-000001" && closed.reworkCount == 1)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func saysWhatWasDoneOnlyWhereItWasFixed() async throws {
        let test = try await TestLedger.make()
        let details = HazardDetails(
            category: "0103",
            condition: nil,
            severity: nil,
            describe: "x",
            action: "补装"
        )
        await #expect(throws: PatrolError.actionWithoutFix) {
            try await test.file(.report(ReportHazard(site: "R-1", hazard: details)), by: .inspector)
        }
        let id = try await test.file(Acts.report(fixed: true), by: .inspector).id
        let hazard = try await test.ledger.hazard(id, sight: .everything).1
        #expect(hazard.stage.rectification?.action == "立行立改")
    }

    @Test(arguments: [
        "UPDATE hazard SET state = 'ordered', rectified_at = NULL, rectified_by = NULL, rectified_typed_by = NULL",
        "UPDATE hazard SET state = 'closed'", "UPDATE hazard SET order_number = 'O-1'",
        "UPDATE hazard SET served_at = observed_at", "UPDATE hazard SET rectified_at = observed_at - 1",
        "UPDATE hazard SET state = 'reported'",
    ])
    func isGuardedByTheSchemaAsAnyOther(_ sql: String) async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report(fixed: true), by: .inspector)
        try test.ledger.close()
        let queue = try DatabaseQueue(path: test.path)
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
}
