import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `Days are those of the Gregorian calendar` {
    @Test func everyDayOfFourCenturiesIsReadBackAsWritten() throws {
        let first = try #require(CivilDate("1900-01-01"))
        for offset in 0..<146_097 {
            let date = first.adding(days: offset)
            let parts = date.components
            #expect(CivilDate(date.description) == date)
            #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day) == date)
            #expect(date.weekday == (1 + offset) % 7)
        }
    }

    @Test func daysBeforeTheEpochCountBackwards() throws {
        #expect(try #require(CivilDate("0001-01-01")).daysSinceEpoch == -719_162)
        #expect(CivilDate(daysSinceEpoch: -1).description == "1969-12-31")
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01", "2026-1-01", "2026-01-1",
        "0000-01-01", "2026/01/01", "2026-01-01-", "", "２０２６-01-01", "+026-01-01", "2026-01-+1",
    ])
    func whatIsNoDayIsRefused(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func leapDaysComeEveryFourthYearButNotEveryHundredth() {
        #expect(CivilDate("2024-02-29") != nil)
        #expect(CivilDate("2000-02-29") != nil)
        #expect(CivilDate("1900-02-29") == nil)
    }

    @Test(arguments: ["24:00", "12:60", "12:00:60", "1:2", "12", "12:00:00:00", "a:00", "123:00", "12:00:0"])
    func whatIsNoTimeOfDayIsRefused(_ text: String) {
        #expect(CivilTime(text) == nil)
    }

    @Test func timesOfDayAreWrittenAsTheyAreRead() throws {
        #expect(try #require(CivilTime("7:05")).description == "07:05")
        #expect(try #require(CivilTime("23:59:01")).description == "23:59:01")
        #expect(CivilTime(hour: 24, minute: 0) == nil)
    }
}

@Suite struct `A typed time is read in the district's zone` {
    private let zone = Zone.shanghai

    private func read(_ text: String) throws -> String {
        zone.iso8601(
            try TypedTime(text).instant(in: zone, today: try #require(CivilDate("2026-11-23")))
        )
    }

    @Test(arguments: [
        ("17:55", "2026-11-23T17:55:00+08:00"), (" 7:05 ", "2026-11-23T07:05:00+08:00"),
        ("2026-11-22 17:55", "2026-11-22T17:55:00+08:00"),
        ("2026-11-22  17:55:30", "2026-11-22T17:55:30+08:00"),
        ("2026-11-22T17:55:10", "2026-11-22T17:55:10+08:00"),
        ("2026-11-22T09:55:10Z", "2026-11-22T17:55:10+08:00"),
        ("１７：５５", "2026-11-23T17:55:00+08:00"),
        ("2026/11/22\u{3000}17：55", "2026-11-22T17:55:00+08:00"),
        ("2026-11-22T09:55z", "2026-11-22T17:55:00+08:00"),
        ("2026-11-22T04:55:10-05:00", "2026-11-22T17:55:10+08:00"),
        ("2026-11-22T17:55:10+08:00", "2026-11-22T17:55:10+08:00"),
    ])
    func everyFormPeopleUseIsRead(_ text: String, _ meant: String) throws {
        #expect(try read(text) == meant)
    }

    @Test(arguments: [
        "", "yesterday", "25:00", "2026-11-22", "2026-11-31 10:00", "2026-11-22 10", "2026-11-22T10:00+8",
        "2026-11-22T10:00+25:00", "2026-11-22Tx", "2026-11-22T10:00:00.5", "11-22 10:00",
    ])
    func whatCannotBeReadIsRefusedAndNeverGuessed(_ text: String) {
        #expect(throws: PatrolError.unreadableTime(text: text)) { try read(text) }
    }

    @Test func aReadingTheClockJumpedOverIsRefused() {
        let zone = Zone.named("America/New_York")
        #expect(throws: PatrolError.unreadableTime(text: "2026-03-08 02:30")) {
            try TypedTime("2026-03-08 02:30").instant(in: zone, today: CivilDate(daysSinceEpoch: 0))
        }
    }

    @Test func aReadingTheClockShowsTwiceMeansTheEarlier() throws {
        let zone = Zone.named("America/New_York")
        let instant = try TypedTime("2026-11-01 01:30").instant(in: zone, today: CivilDate(daysSinceEpoch: 0))
        #expect(zone.iso8601(instant) == "2026-11-01T01:30:00-04:00")
    }
}

@Suite struct `The working day before or after a day` {
    @Test(arguments: [
        ("2026-11-23", "2026-11-20", "2026-11-24"), ("2026-11-27", "2026-11-26", "2026-11-30"),
        ("2026-11-29", "2026-11-27", "2026-11-30"), ("2026-09-30", "2026-09-29", "2026-10-08"),
        ("2026-10-09", "2026-10-08", "2026-10-10"), ("2026-02-23", "2026-02-14", "2026-02-24"),
    ])
    func passesOverWeekendsAndHolidaysAndNotOverMakeUpWorkdays(
        _ day: String,
        _ before: String,
        _ after: String
    ) {
        #expect(WorkCalendar.sample.workday(before: .of(day)) == .of(before))
        #expect(WorkCalendar.sample.workday(after: .of(day)) == .of(after))
    }

    @Test func isTheNextWhereNoDayIsEverWorked() {
        let year = WorkCalendar.year(2026, [("停工", "01-01", "12-31")], [])
        let never = WorkCalendar([year, .init(year: 2027, holidays: [.forEver], workdays: [])])
        #expect(never.workday(after: .of("2026-06-01")) == .of("2026-06-02"))
    }
}

extension WorkCalendar.Holiday {
    fileprivate static let forEver = Self(name: "停工", from: .of("2027-01-01"), to: .of("2029-12-31"))
}
