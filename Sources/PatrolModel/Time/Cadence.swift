/// How often a programme's duties come round (频次).
///
/// Its text form, which configuration files and events keep, is read back as it was written.
package enum Cadence: Hashable, Sendable {
    /// Every calendar day, weekends and holidays included (每日).
    case daily
    /// Spans of so many days, one after the other from an anchor on; nothing before it. 2 … 366.
    case everyDays(Int, from: CivilDate)
    /// Each day that is worked, make-up workdays included (工作日).
    case workingDays
    /// Each day that is not: weekends and public holidays (非工作日).
    case nonWorkingDays
    /// Each day off of a public holiday (节假日).
    case publicHolidays
    /// ISO 8601 weeks, from Monday.
    case weekly
    /// The 1st to the 15th, and the 16th to the month's end (每半月).
    case halfMonthly
    case monthly, quarterly, halfYearly, yearly
    /// One day a month: the last that is worked.
    case lastWorkingDay
    /// One period between two dates, both of them in it.
    case campaign(from: CivilDate, to: CivilDate)

    /// The words of the cadences that take no number and no date.
    private static let plain: [(word: String, cadence: Cadence)] = [
        ("daily", .daily), ("working-days", .workingDays), ("non-working-days", .nonWorkingDays),
        ("public-holidays", .publicHolidays), ("weekly", .weekly), ("half-monthly", .halfMonthly),
        ("monthly", .monthly), ("quarterly", .quarterly), ("half-yearly", .halfYearly), ("yearly", .yearly),
        ("last-working-day", .lastWorkingDay),
    ]

    /// Every form, as a fault shows it.
    package static let forms =
        plain.map(\.word) + ["every 2 days from 2026-01-01", "campaign 2026-09-01 to 2026-12-31"]

    /// Nil where the text is none of ``forms``, or a campaign ends before it begins.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        if words.count == 1, let found = Cadence.plain.first(where: { $0.word == words[0] }) {
            self = found.cadence
        } else if words.count == 5, words[0] == "every", words[2] == "days", words[3] == "from",
            let days = CivilDate.number(words[1].utf8), (2...366).contains(days),
            let anchor = CivilDate(words[4])
        {
            self = .everyDays(days, from: anchor)
        } else if words.count == 4, words[0] == "campaign", words[2] == "to", let first = CivilDate(words[1]),
            let last = CivilDate(words[3]), first <= last
        {
            self = .campaign(from: first, to: last)
        } else {
            return nil
        }
    }

    /// The fewest days a period of it has, and so the most visits on different days that it can ask for.
    package var shortestSpan: Int {
        switch self {
        case .daily, .workingDays, .nonWorkingDays, .publicHolidays, .lastWorkingDay: 1
        case .everyDays(let days, _): days
        case .weekly: 7
        case .halfMonthly: 13
        case .monthly, .quarterly, .halfYearly, .yearly: 28
        case .campaign(let first, let last): last.daysSinceEpoch - first.daysSinceEpoch + 1
        }
    }

    /// Whether its days are found in the working calendar, so that they are provisional in a year not published.
    package var restsOnCalendar: Bool {
        switch self {
        case .workingDays, .nonWorkingDays, .publicHolidays, .lastWorkingDay: true
        default: false
        }
    }
}

extension Cadence: CustomStringConvertible {
    package var description: String {
        switch self {
        case .everyDays(let days, let anchor): "every \(days) days from \(anchor)"
        case .campaign(let first, let last): "campaign \(first) to \(last)"
        default: Cadence.plain.first { $0.cadence == self }?.word ?? ""
        }
    }
}

extension Cadence: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let cadence = Cadence(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a cadence: \(text)")
        }
        self = cadence
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Cadence {
    /// The span that a date is in or, where it is in none, the first that begins after it; nil where none does any
    /// more.
    package func span(from date: CivilDate, _ calendar: WorkCalendar) -> DaySpan? {
        switch self {
        case .daily: return DaySpan(day: date)
        case .everyDays(let days, let anchor):
            let place = max(0, (date.daysSinceEpoch - anchor.daysSinceEpoch)) / days
            let first = anchor.adding(days: place * days)
            return DaySpan("\(first)+\(days)d", first, first.adding(days: days - 1))
        case .workingDays: return Cadence.day(from: date) { calendar.day($0).isWorked }
        case .nonWorkingDays: return Cadence.day(from: date) { !calendar.day($0).isWorked }
        case .publicHolidays:
            return Cadence.day(from: date) { if case .holiday = calendar.day($0) { true } else { false } }
        case .weekly:
            let (year, week, monday) = date.isoWeek
            return DaySpan("\(year)-W\(CivilDate.padded(week, to: 2))", monday, monday.adding(days: 6))
        case .halfMonthly:
            let (first, month) = (date.startOfMonth, Cadence.month(date))
            return date.dayOfMonth <= 15
                ? DaySpan("\(month)-A", first, first.adding(days: 14))
                : DaySpan("\(month)-B", first.adding(days: 15), first.endOfMonth())
        case .monthly: return DaySpan(Cadence.month(date), date.startOfMonth, date.endOfMonth())
        case .quarterly: return Cadence.months(3, of: date) { "\($0)-Q\($1)" }
        case .halfYearly: return Cadence.months(6, of: date) { "\($0)-H\($1)" }
        case .yearly: return Cadence.months(12, of: date) { year, _ in "\(year)" }
        case .lastWorkingDay: return Cadence.lastWorkingDay(from: date, calendar)
        case .campaign(let first, let last):
            return date <= last ? DaySpan("\(first)+", first, last) : nil
        }
    }

    private static func month(_ date: CivilDate) -> String { String(date.description.prefix(7)) }

    private static func months(
        _ length: Int,
        of date: CivilDate,
        name: (String, Int) -> String
    ) -> DaySpan {
        let (year, month, day) = date.components
        let number = (month - 1) / length
        var first = date.adding(days: 1 - day)
        for _ in 0..<(month - 1 - number * length) { first = first.adding(days: -1).startOfMonth }
        return DaySpan(
            name(CivilDate.padded(year, to: 4), number + 1),
            first,
            first.endOfMonth(spanning: length)
        )
    }

    /// The first day from a date on that is wanted. Where a year of days has none there is none: nobody's calendar is
    /// published further ahead than that.
    private static func day(from date: CivilDate, where wanted: (CivilDate) -> Bool) -> DaySpan? {
        (0..<400).lazy.map { date.adding(days: $0) }.first(where: wanted).map { DaySpan(day: $0) }
    }

    private static func lastWorkingDay(from date: CivilDate, _ calendar: WorkCalendar) -> DaySpan? {
        var month = date
        for _ in 0..<13 {
            var last = month.endOfMonth()
            while last >= month.startOfMonth, !calendar.day(last).isWorked { last = last.adding(days: -1) }
            if last >= max(date, month.startOfMonth) { return DaySpan(day: last) }
            month = month.endOfMonth().adding(days: 1)
        }
        return nil
    }
}

/// Days in one piece under the name of their period.
package struct DaySpan: Hashable, Sendable {
    package let key: String
    package let first: CivilDate
    package let last: CivilDate

    init(_ key: String, _ first: CivilDate, _ last: CivilDate) {
        self.key = key
        self.first = first
        self.last = last
    }

    init(day: CivilDate) {
        self.init(day.description, day, day)
    }

    /// How many days it has.
    package var count: Int { last.daysSinceEpoch - first.daysSinceEpoch + 1 }
}
