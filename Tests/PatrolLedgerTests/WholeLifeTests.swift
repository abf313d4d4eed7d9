import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `What is done to a hazard besides` {
    /// A hazard of one working day, ordered on Monday at ten past ten.
    private func ordered() async throws -> (TestLedger, String) {
        let test = try await TestLedger.make()
        let report = ReportHazard(
            site: "R-1",
            hazard: HazardDetails(category: "0306", condition: 1, severity: nil, describe: "招牌倾斜")
        )
        let hazard = try await test.file(.report(report), by: .inspector).id
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        return (test, hazard)
    }

    private func state(_ hazard: String, _ test: TestLedger) async throws -> Hazard {
        try await test.ledger.hazard(hazard, sight: .everything).1
    }

    private func verbs(_ hazard: String, _ test: TestLedger) async throws -> [String] {
        try await test.ledger.events(entity: hazard, after: 0, limit: 30).map { try $0.event().entry.verb }
    }

    @Test func isInTheRecordStepByStep() async throws {
        let (test, hazard) = try await ordered()
        _ = try await test.file(.sendBack(ReturnHazard(hazard: hazard, reason: "非本单位")), by: .liaison)
        let other = ReassignHazard(hazard: hazard, unit: "燃气管网单位", service: .paper)
        _ = try await test.file(.reassign(other), by: .dispatcher)
        _ = try await test.file(.noteProgress(NoteProgress(hazard: hazard, note: "已围挡")), by: .inspector)
        _ = try await test.file(
            .supervise(SuperviseHazard(hazard: hazard, plan: .sample)),
            by: .supervisor
        )
        _ = try await test.file(.prosecute(ProsecuteHazard(hazard: hazard, number: "武城罚 1")), by: .inspector)
        #expect(
            try await verbs(hazard, test) == [
                "hazard.report", "hazard.order", "hazard.return", "hazard.reassign", "hazard.progress",
                "hazard.supervise", "hazard.open-case",
            ]
        )
        let numbers = try await test.ledger.pool.read { db in
            try String.fetchOne(db, sql: "SELECT order_number FROM hazard")
        }
        #expect(numbers == "O-2026-000002")
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func lapsesByItselfWhereNobodyDecides() async throws {
        let (test, hazard) = try await ordered()
        let ask = ExtendHazard(hazard: hazard, step: .ask, by: .workingDays(1), reason: "配件未到")
        _ = try await test.file(.extend(ask), by: .liaison)
        let asked = try await state(hazard, test)
        let decision = try #require(asked.stage.order?.extensionAsked?.decision.at)
        test.clock.set(decision)
        try await test.ledger.advanceSchedule()
        #expect(try await state(hazard, test).stage.order?.extensionAsked != nil)
        test.clock.set(decision + 1)
        try await test.ledger.advanceSchedule()
        #expect(try await state(hazard, test).stage.order?.extensionAsked == nil)
        let grant = ExtendHazard(hazard: hazard, step: .grant)
        await #expect(throws: PatrolError.self) { try await test.file(.extend(grant), by: .supervisor) }
        #expect(try await verbs(hazard, test).filter { $0 == "hazard.lapse-extension" }.count == 1)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test(arguments: [false, true])
    func takesTheRequestForALaterDeadlineWithIt(_ isVoided: Bool) async throws {
        let (test, hazard) = try await ordered()
        let ask = ExtendHazard(hazard: hazard, step: .ask, by: .workingDays(1), reason: "配件未到")
        _ = try await test.file(.extend(ask), by: .liaison)
        if isVoided {
            _ = try await test.file(.void(VoidHazard(hazard: hazard, ground: .unfounded)), by: .supervisor)
            _ = try await test.file(.void(VoidHazard(hazard: hazard, step: .confirm)), by: .secondSupervisor)
        } else {
            _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        }
        #expect(try await state(hazard, test).state == (isVoided ? .void : .rectified))
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func goesOnByItselfOnTheDayEvenAfterADowntime() async throws {
        let (test, hazard) = try await ordered()
        let suspension = SuspendHazard(
            hazard: hazard,
            ground: .season,
            reason: "雨季",
            measures: "围挡",
            until: .of("2026-11-27")
        )
        _ = try await test.file(.suspend(suspension), by: .supervisor)
        #expect(try await test.ledger.hazard(hazard, sight: .everything).0.state == .suspended)
        test.clock.set(Zone.shanghai.at("2026-12-05 10:00"))
        try await test.ledger.advanceSchedule()
        let resumed = try await state(hazard, test)
        #expect(resumed.state == .ordered && resumed.deadline.from == Zone.shanghai.at("2026-11-28 00:00"))
        // It ran out while nobody was there, and that is put down too.
        #expect(resumed.lapses.last?.deadline == resumed.deadline)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func linksADuplicateWithTheOneThatStays() async throws {
        let test = try await TestLedger.make()
        let first = try await test.file(Acts.report("R-1"), by: .inspector, observedAt: "09:30").id
        let second = try await test.file(Acts.report("R-2"), by: .inspector).id
        let void = VoidHazard(hazard: first, ground: .duplicate, duplicateOf: second)
        _ = try await test.file(.void(void), by: .supervisor)
        let (kept, gone) = (try await state(second, test), try await state(first, test))
        #expect(gone.state == .void && kept.duplicates == [first] && kept.dueAt == gone.dueAt)
        for other in [second, first, "H-2026-000099"] {
            await #expect(throws: PatrolError.self) {
                try await test.file(
                    .void(VoidHazard(hazard: second, ground: .duplicate, duplicateOf: other)),
                    by: .supervisor
                )
            }
        }
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func comesBackAfterItWasClosed() async throws {
        let (test, hazard) = try await ordered()
        _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        _ = try await test.file(Acts.verify(hazard), by: .inspector)
        let look = LookBackHazard(hazard: hazard, failed: true, note: "又倾斜")
        _ = try await test.file(.lookBack(look), by: .secondInspector)
        let (record, back) = try await test.ledger.hazard(hazard, sight: .everything)
        #expect(record.state == .ordered && record.reboundCount == 1 && back.lookBack?.failed == true)
        let visits = try await test.ledger.pool.read { db in
            try String.fetchAll(db, sql: "SELECT result FROM inspection")
        }
        #expect(visits == ["hazard"])
        _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        _ = try await test.file(Acts.verify(hazard), by: .inspector)
        let held = LookBackHazard(hazard: hazard, note: "完好")
        _ = try await test.file(.lookBack(held), by: .secondInspector)
        #expect(try await state(hazard, test).state == .closed)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isRecordedOnceHoweverOftenItIsFiled() async throws {
        let (test, hazard) = try await ordered()
        _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        _ = try await test.file(Acts.verify(hazard), by: .inspector)
        let (act, key) = (Act.lookBack(LookBackHazard(hazard: hazard, note: "完好")), FilingKey.random())
        let first = try await test.file(act, by: .secondInspector, key: key)
        let again = try await test.file(act, by: .secondInspector, key: key)
        #expect(first.id == hazard && again.id == hazard && first.event == again.event)
    }
}
