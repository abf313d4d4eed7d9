import PatrolModel
import PatrolTestSupport
import Testing

private let zone = Zone.shanghai

private func due(
    _ limit: String,
    _ from: String,
    _ reading: DeadlineClock.DayReading = .running,
    hours: [String] = ["08:00-12:00", "14:00-18:00"]
) throws -> String {
    let hours = try #require(OfficeHours(texts: hours))
    let clock = DeadlineClock.sample(reading, hours: hours)
    let deadline = clock.deadline(of: try #require(TimeLimit(limit)), .service, from: zone.at(from))
    return String(zone.iso8601(deadline.at).prefix(16)).replacing("T", with: " ")
}

@Suite struct `Deadlines fall where an official reckons them` {
    @Test(arguments: [
        // The worked figures of the trade.
        ("4工作时", "2026-09-30 16:30", "2026-10-08 10:30"), ("4工作时", "2026-02-13 17:00", "2026-02-14 11:00"),
        ("1工作日", "2026-10-09 17:00", "2026-10-10 17:00"),
        // The end of a span is still that day, and not the next morning.
        ("4工作时", "2026-11-24 14:00", "2026-11-24 18:00"), ("4工作时", "2026-11-24 08:00", "2026-11-24 12:00"),
        ("4工作时", "2026-11-24 12:00", "2026-11-24 18:00"), ("1工作时", "2026-11-24 13:00", "2026-11-24 15:00"),
        // From outside the hours, the clock waits for them.
        ("1工作时", "2026-11-24 18:00", "2026-11-25 09:00"), ("1工作时", "2026-11-24 23:59", "2026-11-25 09:00"),
        ("1工作时", "2026-11-28 10:00", "2026-11-30 09:00"), ("1工作时", "2026-11-24 00:00", "2026-11-24 09:00"),
        ("1工作日", "2026-11-24 07:00", "2026-11-24 18:00"), ("5工作日", "2026-09-29 16:30", "2026-10-12 16:30"),
        ("2工作日", "2026-02-13 10:00", "2026-02-24 10:00"), ("3自然日", "2026-09-30 16:30", "2026-10-03 16:30"),
        ("2紧急工作时", "2026-09-30 23:30", "2026-10-01 01:30"),
    ])
    func running(_ limit: String, _ from: String, _ expected: String) throws {
        #expect(try due(limit, from) == expected)
    }

    @Test(arguments: [
        ("1工作日", "2026-10-09 17:00", "2026-10-10 18:00"), ("1工作日", "2026-09-30 08:00", "2026-10-08 18:00"),
        ("2工作日", "2026-11-28 10:00", "2026-12-01 18:00"), ("5工作日", "2026-11-24 23:00", "2026-12-01 18:00"),
        ("3自然日", "2026-09-30 16:30", "2026-10-04 00:00"), ("4工作时", "2026-09-30 16:30", "2026-10-08 10:30"),
        ("2紧急工作时", "2026-09-30 23:30", "2026-10-01 01:30"),
    ])
    func toTheEndOfTheLastDay(_ limit: String, _ from: String, _ expected: String) throws {
        #expect(try due(limit, from, .end) == expected)
    }

    @Test(arguments: [
        (["00:00-24:00"], "2026-09-30 16:30", "2026-09-30 20:30"),
        (
            ["09:00-10:00", "11:00-12:00", "13:00-14:00", "15:00-16:00"], "2026-11-24 11:30",
            "2026-11-25 11:30"
        ),
        (["22:00-24:00"], "2026-11-27 23:00", "2026-12-01 23:00"),
    ])
    func withAnyNumberOfOfficeHours(_ hours: [String], _ from: String, _ expected: String) throws {
        #expect(try due("4工作时", from, hours: hours) == expected)
    }

    @Test func inAYearThatIsNotPublishedTheyAreProvisional() {
        let clock = DeadlineClock.sample()
        func isProvisional(_ limit: TimeLimit, _ from: String) -> Bool {
            clock.deadline(of: limit, .service, from: zone.at(from)).isProvisional
        }
        #expect(!isProvisional(.workingHours(4), "2026-12-31 10:00"))
        #expect(isProvisional(.workingHours(4), "2026-12-31 17:00"))
        #expect(isProvisional(.workingDays(5), "2026-12-28 10:00"))
        #expect(isProvisional(.workingHours(1), "2024-06-03 10:00"))
        #expect(!isProvisional(.urgentHours(48), "2026-12-31 17:00"))
        #expect(!isProvisional(.calendarDays(30), "2026-12-31 17:00"))
    }

    @Test func aPublishedYearMakesThemFirm() {
        let from = zone.at("2026-12-31 17:00")
        let provisional = DeadlineClock.sample().deadline(of: .workingHours(4), .service, from: from)
        #expect(zone.iso8601(provisional.at).hasPrefix("2027-01-01T11:00"))
        let published = WorkCalendar(
            WorkCalendar.sample.years + [WorkCalendar.year(2027, [("元旦", "01-01", "01-03")], ["01-10"])]
        )
        let firm = DeadlineClock.sample(calendar: published).recomputed(provisional)
        #expect(zone.iso8601(firm.at).hasPrefix("2027-01-04T11:00") && !firm.isProvisional)
    }
}

@Suite struct `A clock can be stopped and set going again` {
    private let clock = DeadlineClock.sample()

    private func resumed(
        _ limit: TimeLimit,
        _ from: String,
        stopped: String,
        again: String,
        _ reading: DeadlineClock.DayReading = .running
    ) -> String {
        let clock = DeadlineClock.sample(reading)
        let deadline = clock.deadline(of: limit, .service, from: zone.at(from))
        let left = clock.remainder(of: deadline, at: zone.at(stopped))
        let resumed = clock.resuming(deadline, with: left, at: zone.at(again))
        return String(zone.iso8601(resumed.at).prefix(16))
    }

    @Test func itKeepsWhatWasLeft() {
        #expect(
            resumed(
                .workingHours(4),
                "2026-11-24 09:00",
                stopped: "2026-11-24 11:00",
                again: "2026-12-01 15:00"
            )
                == "2026-12-01T17:00"
        )
        #expect(
            resumed(
                .workingDays(5),
                "2026-11-24 09:00",
                stopped: "2026-11-25 20:00",
                again: "2026-12-07 08:00"
            )
                == "2026-12-10T09:00"
        )
        #expect(
            resumed(
                .urgentHours(2),
                "2026-11-24 09:00",
                stopped: "2026-11-24 09:30",
                again: "2026-11-25 00:00"
            )
                == "2026-11-25T01:30"
        )
        #expect(
            resumed(
                .workingDays(3),
                "2026-11-24 09:00",
                stopped: "2026-11-25 10:00",
                again: "2026-12-07 20:00",
                .end
            )
                == "2026-12-09T18:00"
        )
        #expect(
            resumed(
                .workingDays(1),
                "2026-11-24 09:00",
                stopped: "2026-11-25 10:00",
                again: "2026-12-07 20:00",
                .end
            )
                == "2026-12-08T18:00"
        )
        #expect(
            resumed(
                .calendarDays(3),
                "2026-11-24 09:00",
                stopped: "2026-11-25 09:00",
                again: "2026-12-07 10:00",
                .end
            )
                == "2026-12-10T00:00"
        )
    }

    @Test func whatWasOverdueWhenItWasStoppedResumesOverdue() {
        #expect(
            resumed(
                .workingHours(4),
                "2026-11-24 09:00",
                stopped: "2026-11-24 20:00",
                again: "2026-12-01 15:00"
            )
                == "2026-11-24T15:00"
        )
    }

    @Test func stoppingAndStartingAtOnceChangesNothing() {
        var random = SeededGenerator(seed: 5)
        for reading in DeadlineClock.DayReading.allCases {
            let clock = DeadlineClock.sample(reading)
            for _ in 0..<500 {
                let from = Instant(seconds: Int64.random(in: 1_760_000_000..<1_790_000_000, using: &random))
                let deadline = clock.deadline(of: .random(using: &random), .service, from: from)
                let stop = from + Int64.random(in: 0...max(1, (deadline.at - from) * 5 / 4), using: &random)
                let left = clock.remainder(of: deadline, at: stop)
                #expect(clock.resuming(deadline, with: left, at: stop).at == deadline.at)
            }
        }
    }

    @Test func aReworkTakesAtMostItsShare() {
        #expect(clock.share(50, of: .workingHours(5)) == .office(seconds: 9000))
        #expect(clock.share(50, of: .workingDays(5)) == .office(seconds: 72000))
        #expect(clock.share(50, of: .urgentHours(1)) == .elapsed(seconds: 1800))
        #expect(clock.share(50, of: .calendarDays(5)) == .days(count: 2))
        #expect(clock.share(50, of: .calendarDays(1)) == .elapsed(seconds: 43200))
        let toTheEnd = DeadlineClock.sample(.end)
        #expect(toTheEnd.share(50, of: .workingDays(5)) == .officeDays(count: 2))
        #expect(toTheEnd.share(50, of: .workingDays(1)) == .office(seconds: 14400))
        #expect(toTheEnd.share(50, of: .calendarDays(3)) == .wholeDays(count: 1))
        #expect(toTheEnd.share(50, of: .calendarDays(1)) == .elapsed(seconds: 43200))
    }
}

@Suite struct `Whatever the rules, the zone and the hours` {
    private static let zones = [
        "Asia/Shanghai", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia",
    ]

    private static func clocks(_ random: inout SeededGenerator) -> [DeadlineClock] {
        zones.flatMap { name in
            DeadlineClock.DayReading.allCases.map { reading in
                DeadlineClock.sample(
                    reading,
                    hours: .random(using: &random),
                    calendar: .random(using: &random),
                    zone: .named(name)
                )
            }
        }
    }

    @Test(arguments: [1, 2, 3])
    func aLaterStartNeverGivesAnEarlierDeadline(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for clock in Self.clocks(&random) {
            for _ in 0..<150 {
                let limit = TimeLimit.random(using: &random)
                let start = Instant(seconds: Int64.random(in: 1_200_000_000..<1_900_000_000, using: &random))
                let step: Int64 = [1, 60, 3600, 86400, 1_000_000].randomElement(using: &random) ?? 1
                let first = clock.deadline(of: limit, .service, from: start)
                let second = clock.deadline(
                    of: limit,
                    .service,
                    from: start + Int64.random(in: 0...step, using: &random)
                )
                #expect(first.at <= second.at, "\(limit) \(clock.almanac.zone.name) \(start.seconds)")
                #expect(first.at > start)
            }
        }
    }

    @Test(arguments: [4, 5, 6])
    func theClockNeverRunsBackWhereTheWallClockDoes(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let zone = Zone.named("America/St_Johns")
        let clock = DeadlineClock.sample(hours: .random(using: &random), zone: zone)
        let back = zone.at("2009-11-01 00:00")
        for limit in [TimeLimit.calendarDays(1), .calendarDays(30), .workingDays(1), .workingHours(1)] {
            var last = Instant(seconds: 0)
            for offset in stride(from: Int64(-7200), through: 7200, by: 10) {
                let due = clock.deadline(of: limit, .service, from: back + offset).at
                #expect(due >= last)
                last = due
            }
        }
    }

    @Test(arguments: [7, 8, 9])
    func theExplanationIsTheReckoning(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for clock in Self.clocks(&random) {
            let zone = clock.almanac.zone
            for _ in 0..<60 {
                let start = Instant(seconds: Int64.random(in: 1_200_000_000..<1_900_000_000, using: &random))
                let deadline = clock.deadline(of: .random(using: &random), .service, from: start)
                let explanation = clock.explanation(deadline)
                #expect(explanation.dueAt == zone.iso8601(deadline.at))
                #expect(explanation.isProvisional == deadline.isProvisional)
                let counted = explanation.steps.compactMap(\.seconds).reduce(0, +)
                switch deadline.allowance {
                case .office(let seconds), .elapsed(let seconds): #expect(counted == seconds)
                case .officeDays(let count), .wholeDays(let count):
                    let days = explanation.steps.filter { $0.kind == .counted }.reduce(0) { $0 + $1.days }
                    #expect(days == count)
                default: break
                }
                // The stretches follow one another without a gap, from the start's day to the deadline's.
                for (step, next) in zip(explanation.steps, explanation.steps.dropFirst()) {
                    #expect(step.last.adding(days: 1) == next.first, "\(explanation.steps)")
                }
                #expect(explanation.steps.first?.first == zone.day(containing: start))
            }
        }
    }

    @Test func officeTimeBetweenStartAndDeadlineIsTheLimit() {
        var random = SeededGenerator(seed: 10)
        for clock in Self.clocks(&random) {
            for _ in 0..<60 {
                let start = Instant(seconds: Int64.random(in: 1_200_000_000..<1_900_000_000, using: &random))
                let hours = Int.random(in: 1...100, using: &random)
                let due = clock.deadline(of: .workingHours(hours), .service, from: start).at
                #expect(clock.officeSeconds(from: start, to: due) == Int64(hours) * 3600)
                #expect(clock.officeSeconds(from: start, to: due + -1) == Int64(hours) * 3600 - 1)
            }
        }
    }
}

extension TimeLimit {
    fileprivate static func random(using random: inout SeededGenerator) -> TimeLimit {
        let count = Int.random(in: 1...30, using: &random)
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: .urgentHours(count)
        case 1: .workingHours(count)
        case 2: .workingDays(count)
        default: .calendarDays(count)
        }
    }
}

extension OfficeHours {
    fileprivate static func random(using random: inout SeededGenerator) -> OfficeHours {
        let cuts = Set(
            (0..<2 * Int.random(in: 1...4, using: &random)).map { _ in
                Int.random(in: 0...95, using: &random) * 15
            }
        ).sorted()
        let pairs = stride(from: 0, to: cuts.count - 1, by: 2).map { (cuts[$0], cuts[$0 + 1]) }
        let texts = pairs.map { pair in
            [pair.0, pair.1].map {
                "\($0 / 60 < 10 ? "0" : "")\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)"
            }
            .joined(separator: "-")
        }
        return OfficeHours(texts: texts) ?? .standard
    }
}

extension WorkCalendar {
    /// Some years with some holidays and make-up workdays, wherever they fall.
    fileprivate static func random(using random: inout SeededGenerator) -> WorkCalendar {
        WorkCalendar(
            (2008...2026).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }.map { year in
                let first = CivilDate.of("\(year)-01-01")
                let holidays = (0..<5).map { _ in
                    let from = first.adding(days: Int.random(in: 0..<350, using: &random))
                    return Holiday(
                        name: "假日",
                        from: from,
                        to: from.adding(days: Int.random(in: 0..<9, using: &random))
                    )
                }
                let workdays = (0..<5).map { _ in first.adding(days: Int.random(in: 0..<365, using: &random))
                }
                return Year(year: year, holidays: holidays, workdays: workdays)
            }
        )
    }
}
