import PatrolModel
import PatrolTestSupport
import Testing

private let zones = [
    "Asia/Shanghai", "America/New_York", "America/Sao_Paulo", "America/St_Johns", "Pacific/Apia",
    "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "UTC",
]

private let tiling: [Cadence] = [
    .daily, .everyDays(2, from: .of("1970-01-01")), .everyDays(7, from: .of("1970-01-01")),
    .everyDays(366, from: .of("1970-01-01")), .weekly, .halfMonthly, .monthly, .quarterly, .halfYearly,
    .yearly,
]

private func almanac(_ zone: String = "Asia/Shanghai") -> Almanac {
    Almanac(zone: .named(zone), calendar: .sample)
}

/// The names of the periods that begin from a date on.
private func names(_ cadence: Cadence, from date: String, _ count: Int) -> [String] {
    var (names, day): ([String], CivilDate) = ([], .of(date))
    while names.count < count, let span = cadence.span(from: day, .sample) {
        names.append(
            "\(span.key) \(span.first.description.dropFirst(5))…\(span.last.description.dropFirst(5))"
        )
        day = span.last.adding(days: 1)
    }
    return names
}

@Suite struct `Periods tile time` {
    @Test(arguments: zones)
    func everyInstantIsInOnePeriodAndNeighboursTouch(_ name: String) throws {
        let almanac = almanac(name)
        var random = SeededGenerator(seed: 20261124)
        for _ in 0..<400 {
            let instant = Instant(seconds: Int64.random(in: 0..<4_000_000_000, using: &random))
            for cadence in tiling {
                let period = try #require(almanac.period(of: cadence, containing: instant))
                let next = try #require(almanac.period(of: cadence, after: period))
                #expect(period.contains(instant), "\(name) \(cadence) \(instant.seconds)")
                #expect(next.start == period.end && next.end > next.start)
                #expect(next.key > period.key)
                #expect(almanac.period(of: cadence, containing: period.end + -1) == period)
                #expect(almanac.period(of: cadence, containing: period.start) == period)
            }
        }
    }

    @Test(arguments: zones)
    func everySecondAroundAChangeOfTheClockIsInOneDay(_ name: String) throws {
        let zone = Zone.named(name)
        var day = CivilDate.of("2005-01-01")
        while day < .of("2012-12-31") {
            defer { day = day.adding(days: 1) }
            let (start, end) = (zone.startOfDay(day), zone.startOfDay(day.adding(days: 1)))
            guard end - start != 86400, start < end else { continue }
            for offset in stride(from: -7200, through: 7200, by: 30) {
                for instant in [start + Int64(offset), end + Int64(offset)] {
                    let found = zone.day(containing: instant)
                    #expect(
                        zone.startOfDay(found) <= instant && instant < zone.startOfDay(found.adding(days: 1))
                    )
                }
            }
        }
    }

    @Test(arguments: [Cadence.workingDays, .nonWorkingDays, .publicHolidays, .lastWorkingDay])
    func aCadenceOfSomeDaysHasThoseAndNoOthers(_ cadence: Cadence) {
        var (found, day): (Set<CivilDate>, CivilDate) = ([], .of("2025-01-01"))
        while let span = cadence.span(from: day, .sample), span.first < .of("2027-01-01") {
            #expect(span.first == span.last && span.key == span.first.description)
            #expect(found.insert(span.first).inserted)
            day = span.last.adding(days: 1)
        }
        let all = (0..<730).map { CivilDate.of("2025-01-01").adding(days: $0) }
        let calendar = WorkCalendar.sample
        let wanted = all.filter { date in
            switch cadence {
            case .workingDays: calendar.day(date).isWorked
            case .nonWorkingDays: !calendar.day(date).isWorked
            case .publicHolidays: if case .holiday = calendar.day(date) { true } else { false }
            default:
                calendar.day(date).isWorked
                    && !all.contains {
                        $0 > date && $0.month == date.month && $0.year == date.year
                            && calendar.day($0).isWorked
                    }
            }
        }
        #expect(found == Set(wanted))
    }

    @Test(arguments: [
        ("Asia/Shanghai", "Asia/Urumqi"), ("Asia/Urumqi", "Asia/Shanghai"), ("Pacific/Apia", "UTC"),
    ])
    func noPeriodRepeatsAndNoneIsSkippedWhenTheDistrictsZoneChanges(_ old: String, _ new: String) throws {
        let noon = Zone.named(old).at("2026-11-23 12:00")
        let day = try #require(almanac(old).period(of: .daily, containing: noon))
        #expect(almanac(new).period(of: .daily, after: day)?.key == "2026-11-24")
        let week = try #require(almanac(old).period(of: .weekly, containing: noon))
        #expect(almanac(new).period(of: .weekly, after: week)?.key == "2026-W49")
    }
}

@Suite struct `Periods are those of the calendar on the wall` {
    private static let cases: [(Cadence, String, [String])] = [
        (.daily, "2026-02-28", ["2026-02-28 02-28…02-28", "2026-03-01 03-01…03-01"]),
        (.daily, "2024-02-28", ["2024-02-28 02-28…02-28", "2024-02-29 02-29…02-29"]),
        (
            .everyDays(2, from: .of("2026-01-01")), "2026-12-31",
            ["2026-12-31+2d 12-31…01-01", "2027-01-02+2d 01-02…01-03"]
        ),
        (.everyDays(3, from: .of("2026-01-10")), "2026-01-01", ["2026-01-10+3d 01-10…01-12"]),
        (
            .everyDays(2, from: .of("2024-02-28")), "2024-02-28",
            ["2024-02-28+2d 02-28…02-29", "2024-03-01+2d 03-01…03-02"]
        ),
        (.weekly, "2026-12-31", ["2026-W53 12-28…01-03", "2027-W01 01-04…01-10"]),
        (.weekly, "2021-01-01", ["2020-W53 12-28…01-03"]), (.weekly, "2025-12-29", ["2026-W01 12-29…01-04"]),
        (.weekly, "2024-12-30", ["2025-W01 12-30…01-05"]),
        (.halfMonthly, "2026-02-15", ["2026-02-A 02-01…02-15", "2026-02-B 02-16…02-28"]),
        (.halfMonthly, "2024-02-16", ["2024-02-B 02-16…02-29"]),
        (.monthly, "2026-12-15", ["2026-12 12-01…12-31", "2027-01 01-01…01-31"]),
        (.quarterly, "2026-02-28", ["2026-Q1 01-01…03-31", "2026-Q2 04-01…06-30"]),
        (.quarterly, "2026-12-31", ["2026-Q4 10-01…12-31", "2027-Q1 01-01…03-31"]),
        (.halfYearly, "2026-06-30", ["2026-H1 01-01…06-30", "2026-H2 07-01…12-31", "2027-H1 01-01…06-30"]),
        (.yearly, "2024-02-29", ["2024 01-01…12-31", "2025 01-01…12-31"]),
        (.lastWorkingDay, "2026-01-31", ["2026-02-28 02-28…02-28", "2026-03-31 03-31…03-31"]),
        (.lastWorkingDay, "2026-10-31", ["2026-11-30 11-30…11-30"]),
        (.workingDays, "2026-09-30", ["2026-09-30 09-30…09-30", "2026-10-08 10-08…10-08"]),
        (
            .workingDays, "2026-10-09",
            ["2026-10-09 10-09…10-09", "2026-10-10 10-10…10-10", "2026-10-12 10-12…10-12"]
        ),
        (.nonWorkingDays, "2026-10-07", ["2026-10-07 10-07…10-07", "2026-10-11 10-11…10-11"]),
        (.publicHolidays, "2026-06-21", ["2026-06-21 06-21…06-21", "2026-09-25 09-25…09-25"]),
        (
            .campaign(from: .of("2026-09-01"), to: .of("2026-12-31")), "2026-01-01",
            ["2026-09-01+ 09-01…12-31"]
        ),
    ]

    @Test(arguments: cases)
    func theyBeginAndEndWherePeopleExpect(_ cadence: Cadence, _ date: String, _ expected: [String]) {
        #expect(names(cadence, from: date, expected.count) == expected)
    }

    @Test func aCampaignEndsAndNothingFollows() {
        let cadence = Cadence.campaign(from: .of("2026-09-01"), to: .of("2026-12-31"))
        #expect(cadence.span(from: .of("2027-01-01"), .sample) == nil)
        #expect(names(cadence, from: "2026-01-01", 5).count == 1)
    }

    @Test func aDayThatAZoneLeftOutIsNoPeriod() throws {
        let almanac = almanac("Pacific/Apia")
        let before = try #require(
            almanac.period(of: .daily, containing: almanac.zone.at("2011-12-29 12:00"))
        )
        #expect(almanac.period(of: .daily, after: before)?.key == "2011-12-31")
    }

    @Test func daysOf23And25HoursAreWhole() throws {
        let almanac = almanac("America/New_York")
        func length(_ date: String) throws -> Int64 {
            let period = try #require(
                almanac.period(of: .daily, containing: almanac.zone.at(date + " 12:00"))
            )
            return (period.end - period.start) / 3600
        }
        #expect(try length("2026-03-08") == 23)
        #expect(try length("2026-11-01") == 25)
        #expect(try length("2026-11-02") == 24)
    }

    @Test func daysFoundInAYearThatIsNotPublishedAreProvisional() throws {
        let almanac = almanac()
        func isProvisional(_ cadence: Cadence, _ date: String) throws -> Bool {
            let period = try #require(almanac.period(of: cadence, from: .of(date)))
            return almanac.isProvisional(period, of: cadence)
        }
        #expect(try !isProvisional(.workingDays, "2026-12-31"))
        #expect(try isProvisional(.workingDays, "2027-01-01"))
        #expect(try !isProvisional(.monthly, "2027-01-01"))
    }
}

@Suite struct `A cadence is written as it is read` {
    private static let all =
        tiling + [
            .workingDays, .nonWorkingDays, .publicHolidays, .lastWorkingDay,
            .campaign(from: .of("2026-09-01"), to: .of("2026-12-31")),
        ]

    @Test(arguments: all)
    func everyForm(_ cadence: Cadence) {
        #expect(Cadence(cadence.description) == cadence)
        #expect(cadence.shortestSpan >= 1)
    }

    @Test func theFormsThatAFaultShowsCanBeRead() {
        #expect(Cadence.forms.allSatisfy { Cadence($0) != nil })
    }

    @Test(arguments: [
        "", "dayly", "every 1 days from 2026-01-01", "every 367 days from 2026-01-01",
        "every two days from 2026-01-01",
        "every 2 days", "every 2 days from 2026-02-30", "campaign 2026-12-31 to 2026-09-01",
        "campaign 2026-09-01",
        "Daily", "weekly weekly",
    ])
    func nothingElse(_ text: String) {
        #expect(Cadence(text) == nil)
    }
}
