import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `Duties come round and none is missed in silence` {
    private func states(_ test: TestLedger) async throws -> [String: DutyState] {
        let duties = try await test.ledger.duties(DutyFilter(), sight: .everything, after: nil, limit: 1000)
        return Dictionary(uniqueKeysWithValues: duties.map { ("\($0.key.period) \($0.key.site)", $0.state) })
    }

    private func verbs(_ test: TestLedger) async throws -> [String] {
        try await test.ledger.events(entity: nil, after: 0, limit: 1000).map {
            let event = try $0.event()
            return "\(event.entry.verb) \(event.entry.entity)"
        }
    }

    @Test func threeDaysOfDowntimeAreSettledOnceOldestFirst() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        test.clock.set(Zone.shanghai.at("2026-11-26 09:00"))
        try await test.ledger.advanceSchedule()
        let states = try await states(test)
        #expect(states.count == 12)
        #expect(states["2026-11-23 R-1"] == .done && states["2026-11-23 R-2"] == .missed)
        #expect(states.values.filter { $0 == .missed }.count == 8)
        #expect(states["2026-11-26 R-1"] == .open)
        let schedule = try await verbs(test).filter { $0.hasPrefix("period.") }.suffix(6)
        #expect(
            schedule == [
                "period.settle roads-daily/2026-11-23", "period.open roads-daily/2026-11-24",
                "period.settle roads-daily/2026-11-24", "period.open roads-daily/2026-11-25",
                "period.settle roads-daily/2026-11-25", "period.open roads-daily/2026-11-26",
            ]
        )
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func runningTheScheduleAgainDoesNothing() async throws {
        let test = try await TestLedger.make()
        test.clock.advance(hours: 50)
        try await test.ledger.advanceSchedule()
        let head = try await test.ledger.status(at: Acts.start).head
        try await test.ledger.advanceSchedule()
        test.clock.advance(hours: -30)
        try await test.ledger.advanceSchedule()
        #expect(try await test.ledger.status(at: Acts.start).head == head)
    }

    @Test(arguments: [1, 7, 24, 60, 1000])
    func theLedgerIsTheSameInWhateverChunksTimePasses(_ hours: Int64) async throws {
        let test = try await TestLedger.make(rulebook: .sample(rules: .but { $0.morning = .midnight }))
        let end = Acts.start + 10 * 86400
        while test.clock.now() < end {
            test.clock.set(min(end, test.clock.now() + hours * 3600))
            try await test.ledger.advanceSchedule()
        }
        let states = try await states(test)
        #expect(states.count == 33)
        #expect(states.values.filter { $0 == .missed }.count == 30)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aSiteThatJoinsWhileAPeriodRunsHasItsDutyAtOnce() async throws {
        let test = try await TestLedger.make(sites: [])
        #expect(try await states(test).isEmpty)
        _ = try await test.file(Acts.roster(Acts.sites), by: .admin)
        #expect(try await states(test).count == 3)
        _ = try await test.file(Acts.roster(Acts.sites + [.road("R-4")]), by: .admin)
        #expect(try await states(test).count == 4)
        _ = try await test.file(Acts.roster(Acts.sites), by: .admin)
        #expect(try await states(test).count == 4)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aFilingAfterThePeriodsEndDoesTheDutyAndSaysSo() async throws {
        let test = try await TestLedger.make()
        test.clock.set(Zone.shanghai.at("2026-11-24 08:00"))
        try await test.ledger.advanceSchedule()
        _ = try await test.file(
            .inspect(Inspect(site: "R-1")),
            by: .inspector,
            observedAt: "2026-11-23 18:00"
        )
        var filter = DutyFilter()
        (filter.period, filter.site) = ("2026-11-23", "R-1")
        let duty = try await test.ledger.duties(filter, sight: .everything, after: nil, limit: 2)
        #expect(duty.map(\.state) == [.done] && duty.map(\.late) == [true])
        #expect(try await states(test)["2026-11-24 R-1"] == .open)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aFilingLaterThanThatLeavesTheMissVisible() async throws {
        let test = try await TestLedger.make()
        test.clock.set(Zone.shanghai.at("2026-11-27 08:00"))
        try await test.ledger.advanceSchedule()
        let act = Act.inspect(Inspect(site: "R-1", reason: "补交纸质记录"))
        _ = try await test.file(act, by: .inspector, observedAt: "2026-11-23 18:00")
        #expect(try await states(test)["2026-11-23 R-1"] == .missed)
    }

    @Test func nobodyThereLeavesTheDutyOpen() async throws {
        let test = try await TestLedger.make()
        for result in [Inspection.Result.absent, .refused] {
            _ = try await test.file(.inspect(Inspect(site: "R-1", result: result)), by: .inspector)
        }
        #expect(try await states(test)["2026-11-23 R-1"] == .open)
    }

    @Test func anInspectionMayBeForOneProgrammeOnly() async throws {
        let second = Programme(id: "second", name: "", siteKinds: ["main-road"], cadence: .daily)
        let parks = Programme(id: "parks", name: "", siteKinds: ["park"], cadence: .daily)
        let test = try await TestLedger.make(rulebook: .sample(programmes: [.roadsDaily, second, parks]))
        let receipt = try await test.file(.inspect(Inspect(site: "R-1", programme: "second")), by: .inspector)
        guard case .inspection(let inspection) = receipt.entry else { return #expect(Bool(false)) }
        #expect(inspection.settled.map(\.duty.programme) == ["second"])
        await #expect(throws: PatrolError.programmeNotForSite(programme: "parks", site: "R-1")) {
            try await test.file(.inspect(Inspect(site: "R-1", programme: "parks")), by: .inspector)
        }
    }

    @Test func whatIsFiledJustAfterMidnightFindsTheNewDaysDuty() async throws {
        let test = try await TestLedger.make()
        test.clock.set(Zone.shanghai.at("2026-11-24 00:00"))
        let receipt = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        guard case .inspection(let inspection) = receipt.entry else { return #expect(Bool(false)) }
        #expect(inspection.settled.map(\.duty.period) == ["2026-11-24"])
        #expect(try await states(test)["2026-11-23 R-2"] == .missed)
        #expect(try await test.closeAndReplay() == [])
    }

    /// What the refused filing had opened was taken back with it.
    @Test func whatIsFiledAfterARefusalJustAfterMidnightFindsTheNewDaysDutyToo() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        test.clock.set(Zone.shanghai.at("2026-11-24 00:00:01"))
        await #expect(throws: PatrolError.self) {
            try await test.file(.inspect(Inspect(site: "R-9")), by: .inspector)
        }
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        #expect(try await states(test)["2026-11-24 R-1"] == .done)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aClockThatRanAheadLeavesTodaysDutiesToBeDone() async throws {
        let test = try await TestLedger.make()
        test.clock.set(Zone.shanghai.at("2026-12-23 10:00"))
        try await test.ledger.advanceSchedule()
        test.clock.set(Acts.start)
        var filter = DutyFilter()
        (filter.isUndone, filter.runningAt) = (true, Acts.start)
        #expect(try await test.ledger.duties(filter, sight: .everything, after: nil, limit: 9).count == 3)
        _ = try await test.file(Acts.roster(Acts.sites + [.road("R-4")]), by: .admin)
        // A day that is settled already takes nobody in: their duty of it would stay open for ever.
        #expect(try await test.ledger.duties(filter, sight: .everything, after: nil, limit: 9).count == 3)
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        let duty = try await test.ledger.duties(filter, sight: .everything, after: nil, limit: 9)
        #expect(duty.count == 2)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aProgrammeThatComesBackOwesNothingForTheTimeItWasAway() async throws {
        let test = try await TestLedger.make()
        try test.ledger.close()
        func reopen(_ programmes: [Programme], at time: String) async throws -> TestLedger {
            let again = try await TestLedger(
                at: Zone.shanghai.at(time),
                rulebook: .sample(programmes: programmes),
                in: test.folder
            )
            try again.ledger.close()
            return again
        }
        _ = try await reopen([], at: "2026-11-25 10:00")
        _ = try await reopen([], at: "2026-12-05 10:00")
        _ = try await reopen([.roadsDaily], at: "2026-12-15 10:00")
        let last = try await TestLedger(at: Zone.shanghai.at("2026-12-16 10:00"), in: test.folder)
        let periods = Set(try await states(last).keys.map { String($0.prefix(10)) })
        // In force on the 23rd, and, since it was taken out while nobody ran, up to the 25th; then from the 15th on.
        #expect(periods.sorted() == ["2026-11-23", "2026-11-24", "2026-11-25", "2026-12-15", "2026-12-16"])
        #expect(try await last.closeAndReplay() == [])
    }

    @Test func aChangeOfZoneNeitherRepeatsNorLosesADay() async throws {
        let test = try await TestLedger.make()
        try test.ledger.close()
        let west = Rulebook(configuration: .sample(zone: "Asia/Urumqi"), zone: .named("Asia/Urumqi"))
        let moved = try await TestLedger(
            at: Zone.shanghai.at("2026-11-25 10:00"),
            rulebook: west,
            in: test.folder
        )
        let periods = Set(try await states(moved).keys.map { String($0.prefix(10)) })
        #expect(periods.sorted() == ["2026-11-23", "2026-11-24", "2026-11-25"])
        #expect(try await moved.closeAndReplay() == [])
    }

    @Test func theNextInstantIsTheFirstAtWhichSomethingIsDue() async throws {
        let test = try await TestLedger.make()
        func next(_ at: String) async throws -> String? {
            try await test.ledger.nextInstant(after: Zone.shanghai.at(at)).map(Zone.shanghai.iso8601)
        }
        #expect(try await next("2026-11-23 10:00") == "2026-11-24T00:00:00+08:00")
        _ = try await test.file(Acts.report(), by: .inspector)
        #expect(try await next("2026-11-23 10:00") == "2026-11-23T12:00:01+08:00")
    }
}

@Suite struct `What must be said is said once` {
    private func pending(_ test: TestLedger) async throws -> [String] {
        try await test.ledger.pendingReminders(limit: 100).map(\.id)
    }

    @Test func aHazardThatFallsOverdue() async throws {
        let test = try await TestLedger.make()
        try await test.ledger.advanceSchedule()
        try await test.ledger.markSaid(try await pending(test))
        let hazard = try await test.file(Acts.report(), by: .inspector).id
        test.clock.advance(hours: 2)
        try await test.ledger.advanceSchedule()
        #expect(try await pending(test) == [])
        test.clock.advance(seconds: 1)
        try await test.ledger.advanceSchedule()
        #expect(try await pending(test) == ["overdue/\(hazard)"])
        try await test.ledger.markSaid(["overdue/\(hazard)"])
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        test.clock.advance(hours: 3)
        try await test.ledger.advanceSchedule()
        #expect(try await pending(test) == [])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func theBureausLatenessAndTheUnitsAreSaidApart() async throws {
        let test = try await TestLedger.make()
        let act = Acts.report(category: "0306", condition: 2)
        let hazard = try await test.file(act, by: .inspector).id
        test.clock.set(Zone.shanghai.at("2026-11-23 17:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await pending(test).filter { $0.hasPrefix("overdue") } == ["overdue/\(hazard)/order"])
        var filter = HazardFilter()
        (filter.overdueAt, filter.unit) = (test.clock.now(), "养护单位")
        #expect(try await test.ledger.hazards(filter, sight: .everything, after: nil, limit: 9).rows.isEmpty)
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        test.clock.set(Zone.shanghai.at("2026-11-24 18:00"))
        try await test.ledger.advanceSchedule()
        #expect(
            try await pending(test).filter { $0.hasPrefix("overdue") } == [
                "overdue/\(hazard)/order", "overdue/\(hazard)",
            ]
        )
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aHazardThatIsFiledTooLateAndRectifiedBeforeTheSchedulerCame() async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report(), by: .inspector, observedAt: "07:00").id
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        #expect(try await pending(test).contains("overdue/\(hazard)"))
    }

    @Test func theDutiesOfAPeriodThatWereMissed() async throws {
        let test = try await TestLedger.make()
        test.clock.set(Zone.shanghai.at("2026-11-24 00:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await pending(test).contains("missed/roads-daily/2026-11-23"))
    }

    @Test func aPeriodInWhichAllWasDoneIsNotSpokenOf() async throws {
        let test = try await TestLedger.make()
        for site in ["R-1", "R-2", "R-3"] {
            _ = try await test.file(.inspect(Inspect(site: site)), by: .inspector)
        }
        test.clock.set(Zone.shanghai.at("2026-11-24 00:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await !pending(test).contains { $0.hasPrefix("missed") })
    }

    @Test func theMorningFromItsTimeOnAndOnceADay() async throws {
        let test = try await TestLedger.make(at: Zone.shanghai.at("2026-11-23 07:29"))
        try await test.ledger.advanceSchedule()
        #expect(try await pending(test) == [])
        test.clock.advance(minutes: 1)
        try await test.ledger.advanceSchedule()
        test.clock.advance(hours: 4)
        try await test.ledger.advanceSchedule()
        let reminders = try await test.ledger.pendingReminders(limit: 10)
        #expect(reminders.map(\.id) == ["morning/2026-11-23"])
        guard case .morning(let digest) = reminders[0].entry else { return #expect(Bool(false)) }
        #expect(digest.lines == [.init(subdistrict: "中南路街", open: 1), .init(subdistrict: "水果湖街", open: 2)])
    }

    @Test func aRestartSaysNothingTwice() async throws {
        let test = try await TestLedger.make()
        try await test.ledger.advanceSchedule()
        try await test.ledger.markSaid(try await pending(test))
        try test.ledger.close()
        let again = try await TestLedger(at: test.clock.now(), in: test.folder)
        #expect(try await pending(again) == [])
    }
}
