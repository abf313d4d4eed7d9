import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

private let zone = Zone.shanghai

private func ledger(
    _ rules: [ReminderRule],
    at: Instant = Acts.start,
    in folder: TemporaryFolder? = nil
) async throws -> TestLedger {
    let rulebook = Rulebook.sample(rules: .but { $0.reminders = rules })
    let sites = folder == nil ? Acts.sites : []
    return try await TestLedger(at: at, rulebook: rulebook, in: folder, sites: sites)
}

extension TestLedger {
    /// Every firing in the record: its rule, with what it spoke of.
    fileprivate func fired() async throws -> [String] {
        try await ledger.events(entity: nil, after: 0, limit: 10_000).compactMap {
            guard case .firing(let firing) = try $0.event().entry else { return nil }
            let dues = firing.dues.map { "\($0.hazard) \($0.kind.rawValue)" }
            return "\(firing.rule.id): \(dues.joined(separator: ", "))"
        }
    }

    /// Lets time come to an instant, as the scheduler does.
    fileprivate func live(until time: String) async throws {
        clock.set(zone.at(time))
        try await ledger.advanceSchedule()
    }
}

@Suite struct `Reminders by rule` {
    /// Reported on Monday at 10:00: to be ordered by 16:00, which at noon is two working hours away.
    private static let ladder: [ReminderRule] = [
        .deadline("soon", .before(.workingHours(2)), to: [.unit, .role(.supervisor)]),
        .deadline("late", .after(.workingHours(1)), to: [.role(.supervisor)]),
        .deadline("later", .after(.workingDays(1)), to: [.role(.leadingGroup)]),
    ]

    @Test func speakUpOnceEachAsTimePasses() async throws {
        let test = try await ledger(Self.ladder)
        let hazard = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector).id
        var told: [[String]] = []
        for time in ["23 11:59", "23 12:00", "23 16:59", "23 17:00", "24 15:59", "24 16:00", "30 10:00"] {
            try await test.live(until: "2026-11-" + time)
            try await test.ledger.advanceSchedule()
            told.append(try await test.fired())
        }
        let (soon, late, later) = ("soon: \(hazard) order", "late: \(hazard) order", "later: \(hazard) order")
        #expect(
            told == [
                [], [soon], [soon], [soon, late], [soon, late], [soon, late, later], [soon, late, later],
            ]
        )
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func speakOfANewDeadlineAnewAndOfAClosedOneNotAtAll() async throws {
        let test = try await ledger(Self.ladder)
        let hazard = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector).id
        try await test.live(until: "2026-11-23 14:30")
        // Ordered: one working day, until Tuesday 14:30.
        try await test.file(Acts.order(hazard), by: .dispatcher)
        try await test.live(until: "2026-11-24 10:29")
        #expect(try await test.fired() == ["soon: \(hazard) order"])
        try await test.live(until: "2026-11-24 10:30")
        #expect(try await test.fired() == ["soon: \(hazard) order", "soon: \(hazard) rectification"])
        try await test.file(Acts.rectify(hazard), by: .liaison)
        try await test.live(until: "2026-11-30 10:00")
        #expect(try await test.fired().count == 2)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func speakOfManyInOneBreath() async throws {
        let test = try await ledger([
            .deadline("soon", .before(.workingHours(2)), to: [.unit, .role(.supervisor)])
        ])
        var hazards: [String] = []
        for site in ["R-1", "R-2", "R-3"] {
            hazards.append(
                try await test.file(Acts.report(site, category: "0306", condition: 1), by: .inspector).id
            )
        }
        try await test.live(until: "2026-11-23 15:00")
        #expect(
            try await test.fired() == ["soon: " + hazards.map { "\($0) order" }.joined(separator: ", ")]
        )
    }

    @Test func neverPassOverWhatIsFiledLate() async throws {
        let test = try await ledger(Self.ladder)
        // A ledger that has been looked through already.
        try await test.live(until: "2026-11-24 09:00")
        let act = Acts.report(category: "0306", condition: 1)
        let hazard = try await test.file(act, by: .inspector, observedAt: "2026-11-23 10:00").id
        try await test.ledger.advanceSchedule()
        // What has passed is not announced; that it has is said.
        #expect(try await test.fired() == ["late: \(hazard) order"])
    }

    @Test func areNotRepeatedByTheNextProcessNorByAClockThatIsPutBack() async throws {
        let test = try await ledger(Self.ladder)
        let hazard = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector).id
        try await test.live(until: "2026-11-23 15:00")
        try await test.live(until: "2026-11-23 09:00")
        try await test.live(until: "2026-11-23 15:30")
        try test.ledger.close()
        let next = try await ledger(Self.ladder, at: zone.at("2026-11-23 15:40"), in: test.folder)
        #expect(try await next.fired() == ["soon: \(hazard) order"])
        try await next.live(until: "2026-11-23 17:30")
        #expect(try await next.fired() == ["soon: \(hazard) order", "late: \(hazard) order"])
        #expect(try await next.closeAndReplay() == [])
    }

    @Test func comeOnlyOfTheSeverityAndTheDeadlinesTheyAreFor() async throws {
        let test = try await ledger([
            .deadline("majors", .passed, severity: .major, to: [.role(.leadingGroup)]),
            .deadline("checks", .before(.workingDays(1)), of: [.verification], to: [.role(.supervisor)]),
            .deadline("units", .passed, to: [.unit]),
            .deadline("rework", .passed, of: [.rework], to: [.unit]),
        ])
        let (general, major) = (
            try await test.file(Acts.report("R-1", category: "0306", condition: 2), by: .inspector).id,
            try await test.file(Acts.report("R-2", .major, category: "0306", condition: 2), by: .inspector).id
        )
        try await test.live(until: "2026-11-23 16:30")
        #expect(try await test.fired() == ["majors: \(major) order"])
        // Four working hours, until Tuesday noon.
        try await test.file(Acts.order(general), by: .dispatcher)
        try await test.live(until: "2026-11-24 14:00")
        #expect(try await test.fired().dropFirst() == ["units: \(general) rectification"])
        // To be checked within two working days; then half the limit, two hours, for doing it again.
        try await test.file(Acts.rectify(general), by: .liaison)
        try await test.live(until: "2026-11-25 14:00")
        #expect(try await test.fired().dropFirst(2) == ["checks: \(general) verification"])
        try await test.file(Acts.verify(general, failed: true), by: .inspector)
        try await test.live(until: "2026-11-25 16:00")
        #expect(try await test.fired().count == 3)
        try await test.live(until: "2026-11-25 16:01")
        #expect(try await test.fired().dropFirst(3) == ["rework: \(general) rework"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func doNotComeAheadOfWhatSomebodyHasOnlyJustBeenTold() async throws {
        let test = try await ledger([.deadline("soon", .before(.workingHours(4)), to: [.role(.supervisor)])])
        let hazard = try await test.file(Acts.report(category: "0306", condition: 2), by: .inspector).id
        try await test.file(Acts.order(hazard), by: .dispatcher)
        try await test.live(until: "2026-11-23 15:59")
        #expect(try await test.fired() == [])
    }

    @Test func tellTheSchedulerWhenTheyWillSpeak() async throws {
        let test = try await ledger([
            .deadline("soon", .before(.workingHours(2)), to: [.unit, .role(.supervisor)])
        ])
        _ = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector)
        try await test.ledger.advanceSchedule()
        let next = try await test.ledger.nextInstant(after: test.clock.now())
        #expect(next == zone.at("2026-11-23 12:00"))
    }

    @Test func thatAreNewSpeakOfWhatHasLongBeenLate() async throws {
        let test = try await ledger([])
        let hazard = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector).id
        try await test.live(until: "2026-11-30 09:00")
        #expect(try await test.fired() == [])
        try test.ledger.close()
        let next = try await ledger(Self.ladder, at: zone.at("2026-11-30 09:01"), in: test.folder)
        #expect(try await next.fired() == ["late", "later"].map { "\($0): \(hazard) order" })
    }

    @Test func speakAnewWhereTheySayAnotherTimeOrAnotherPerson() async throws {
        let test = try await ledger([.deadline("late", .after(.workingHours(1)), to: [.role(.supervisor)])])
        let hazard = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector).id
        try await test.live(until: "2026-11-24 15:00")
        try test.ledger.close()
        let rules = [ReminderRule.deadline("late", .after(.workingHours(2)), to: [.role(.leadingGroup)])]
        let next = try await ledger(rules, at: zone.at("2026-11-24 15:01"), in: test.folder)
        #expect(try await next.fired() == Array(repeating: "late: \(hazard) order", count: 2))
        #expect(try await next.closeAndReplay() == [])
    }

    /// Danger runs from the observation, before anybody has been told of it.
    @Test func tellAUnitOfDangerOnceItWasTold() async throws {
        let test = try await ledger([.deadline("late", .passed, to: [.unit])])
        let hazard = try await test.file(Acts.report(), by: .inspector).id
        try await test.live(until: "2026-11-23 12:30")
        #expect(try await test.fired() == [])
        try await test.file(Acts.order(hazard), by: .dispatcher)
        try await test.ledger.advanceSchedule()
        #expect(try await test.fired() == ["late: \(hazard) rectification"])
    }

    @Test func waitForTheirCommandUntilItHasRun() async throws {
        let hook = ReminderRule.Hook(command: ["/bin/true"])
        let test = try await ledger([
            .deadline("soon", .before(.workingHours(2)), to: [.unit, .role(.supervisor)], hook: hook)
        ])
        _ = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector)
        try await test.live(until: "2026-11-23 15:00")
        let pending = try await test.ledger.pendingHooks()
        #expect(pending.count == 1)
        try await test.ledger.record(HookRun(reminder: pending[0].id, outcome: .done, attempts: 2))
        #expect(try await test.ledger.pendingHooks().isEmpty)
        #expect(try await test.closeAndReplay() == [])
    }
}

@Suite struct `The morning's list` {
    private func mornings(_ rules: [ReminderRule], _ times: [String]) async throws -> [String] {
        let test = try await ledger(rules, at: zone.at("2026-11-26 06:00"))
        for time in times { try await test.live(until: "2026-" + time) }
        return try await test.ledger.pendingReminders(limit: 99).map(\.id).filter { $0.hasPrefix("morning/") }
    }

    @Test func comesOnWorkingDaysOnlyWhereItIsToldTo() async throws {
        let every = ReminderRule.standard
        let working = [
            ReminderRule(id: "people", occasion: .morning(.init(days: .working, to: [.person, .unit])))
        ]
        let times = [
            "11-26 07:29", "11-26 07:30", "11-27 08:00", "11-28 08:00", "11-29 08:00", "11-30 12:00",
        ]
        #expect(
            try await mornings(every, times)
                == ["26", "27", "28", "29", "30"].map { "morning/2026-11-\($0)" }
        )
        #expect(
            try await mornings(working, times) == ["26", "27", "30"].map { "morning/2026-11-\($0)/people" }
        )
    }
}
