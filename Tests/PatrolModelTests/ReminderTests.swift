import PatrolModel
import PatrolTestSupport
import Testing

private let zone = Zone.shanghai

private func spoken(_ moment: DeadlineReminder.Moment, _ due: String, _ clock: DeadlineClock = .sample())
    -> String
{
    let at = ReminderClock(clock).instant(of: moment, due: zone.at(due))
    return String(zone.iso8601(at).prefix(19)).replacing("T", with: " ")
}

@Suite struct `A rule speaks of a deadline` {
    @Test(arguments: [
        // So much office time before it, over the holidays.
        (DeadlineReminder.Moment.before(.workingHours(4)), "2026-10-08 10:30", "2026-09-30 16:30:00"),
        (.before(.workingHours(2)), "2026-11-24 11:00", "2026-11-24 09:00:00"),
        (.before(.workingDays(1)), "2026-11-24 11:00", "2026-11-23 11:00:00"),
        (.before(.urgentHours(1)), "2026-11-24 02:00", "2026-11-24 01:00:00"),
        (.before(.calendarDays(1)), "2026-11-24 11:00", "2026-11-23 11:00:00"),
        // The deadline itself is still in time.
        (.passed, "2026-11-24 11:00", "2026-11-24 11:00:01"),
        (.after(.workingHours(4)), "2026-09-30 16:30", "2026-10-08 10:30:00"),
        (.after(.workingDays(1)), "2026-10-09 17:00", "2026-10-10 17:00:00"),
    ])
    func soMuchBeforeOrAfterIt(_ moment: DeadlineReminder.Moment, _ due: String, _ expected: String) {
        #expect(spoken(moment, due) == expected)
    }

    @Test func inOfficeHoursAlsoWhereLimitsInDaysRunToTheEndOfADay() {
        #expect(spoken(.before(.workingDays(1)), "2026-11-24 18:00", .sample(.end)) == "2026-11-23 18:00:00")
        #expect(spoken(.after(.workingDays(1)), "2026-11-24 18:00", .sample(.end)) == "2026-11-25 18:00:00")
    }

    /// What is looked for by the deadline, and when that is looked for, are one rule read from both ends.
    @Test(arguments: 1...20)
    func exactlyWhenItsDeadlineIsAmongThoseToSpeakOf(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let clock = ReminderClock(.sample(seed % 2 == 0 ? .running : .end))
        let limits: [TimeLimit] = [
            .urgentHours(.random(in: 1...50, using: &random)),
            .workingHours(.random(in: 1...50, using: &random)),
            .workingDays(.random(in: 1...9, using: &random)),
            .calendarDays(.random(in: 1...9, using: &random)),
        ]
        let moments = limits.flatMap { [DeadlineReminder.Moment.before($0), .after($0)] } + [.passed]
        let start = zone.at("2026-09-20 00:00")
        for moment in moments {
            let due = start + Int64.random(in: 0..<30 * 86400, using: &random)
            let at = clock.instant(of: moment, due: due)
            #expect(clock.latestDue(of: moment, at: at) >= due, "\(moment) \(due)")
            #expect(clock.latestDue(of: moment, at: at + -1) < due, "\(moment) \(due)")
            let now = start + Int64.random(in: 0..<30 * 86400, using: &random)
            let latest = clock.latestDue(of: moment, at: now)
            #expect(clock.instant(of: moment, due: latest) <= now, "\(moment) \(now)")
            #expect(clock.instant(of: moment, due: latest + 1) > now, "\(moment) \(now)")
        }
    }

    @Test func toTheUnitOnlyOfWhatIsUpToIt() {
        let rule = DeadlineReminder(.passed, of: DeadlineKind.allCases, to: [.unit, .role(.supervisor)])
        func told(_ kind: DeadlineKind, _ unit: String = "养护单位", isServed: Bool = true) -> [String] {
            rule.people(of: kind, unit: unit, isServed: isServed, subdistrict: "水果湖街", among: Person.all).map(
                \.id
            )
        }
        #expect(
            told(.rectification) == ["supervisor", "liaison", "supervisor-2"]
                && told(.rework) == ["supervisor", "liaison", "supervisor-2"]
        )
        #expect(
            told(.order) == ["supervisor", "supervisor-2"]
                && told(.verification) == ["supervisor", "supervisor-2"]
        )
        #expect(told(.rectification, "别的单位") == ["supervisor", "supervisor-2"])
        // Danger runs before anybody was told.
        #expect(told(.rectification, isServed: false) == ["supervisor", "supervisor-2"])
        let office = DeadlineReminder(.passed, to: [.subdistrict])
        #expect(
            office.people(of: .order, unit: "x", isServed: true, subdistrict: "水果湖街", among: Person.all).map(
                \.id
            ) == [
                "street"
            ]
        )
    }

    @Test func aCommandIsRunAgainAfterLongerAndLongerPauses() {
        let hook = ReminderRule.Hook(command: ["/bin/true"])
        #expect((1...4).map { hook.pause(beforeRetry: $0) } == [10, 20, 40, 80])
        #expect(hook.pause(beforeRetry: 10) == 3600)
    }
}
