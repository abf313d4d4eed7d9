/// Which days are worked: Monday to Friday, but for the public holidays and the make-up workdays (调休) that each year's
/// official notice lays down.
package struct WorkCalendar: Sendable {
    /// A public holiday with its days off, in one piece.
    package struct Holiday: Hashable, Codable, Sendable {
        package let name: String
        package let from: CivilDate
        /// The last day of it.
        package let to: CivilDate

        package init(name: String, from: CivilDate, to: CivilDate) {
            self.name = name
            self.from = from
            self.to = to
        }
    }

    /// One year as published. A holiday round New Year may reach into the year before.
    package struct Year: Hashable, Codable, Sendable {
        package let year: Int
        /// The notice it was taken from.
        package let source: String?
        package let holidays: [Holiday]
        /// Saturdays and Sundays that are worked.
        package let workdays: [CivilDate]

        package init(year: Int, source: String? = nil, holidays: [Holiday], workdays: [CivilDate]) {
            self.year = year
            self.source = source
            self.holidays = holidays
            self.workdays = workdays.sorted()
        }
    }

    /// What a day is.
    package enum Day: Hashable, Sendable {
        case weekday, weekend
        case makeUpWorkday
        case holiday(String)

        package var isWorked: Bool { self == .weekday || self == .makeUpWorkday }
    }

    /// Ascending.
    package let years: [Year]
    private let published: Set<Int>
    private let exceptions: [CivilDate: Day]

    package init(_ years: [Year] = []) {
        self.years = years.sorted { $0.year < $1.year }
        published = Set(years.map(\.year))
        var exceptions: [CivilDate: Day] = [:]
        for year in self.years {
            for holiday in year.holidays {
                var day = holiday.from
                while day <= holiday.to {
                    exceptions[day] = .holiday(holiday.name)
                    day = day.adding(days: 1)
                }
            }
            for day in year.workdays { exceptions[day] = .makeUpWorkday }
        }
        self.exceptions = exceptions
    }

    package func day(_ date: CivilDate) -> Day {
        if let exception = exceptions[date] { return exception }
        return date.isoWeekday <= 5 ? .weekday : .weekend
    }

    /// Whether the day's year has been published; what rests on another is provisional (暂定).
    package func isPublished(_ date: CivilDate) -> Bool {
        published.contains(date.year)
    }

    package func isPublished(year: Int) -> Bool {
        published.contains(year)
    }
}

extension WorkCalendar {
    /// The first day after a date that is worked; where a year of days has none, the next day.
    package func workday(after date: CivilDate) -> CivilDate {
        workday(from: date, step: 1)
    }

    /// The last day before a date that was worked; where a year of days has none, the day before.
    package func workday(before date: CivilDate) -> CivilDate {
        workday(from: date, step: -1)
    }

    private func workday(from date: CivilDate, step: Int) -> CivilDate {
        let days = (1...400).lazy.map { date.adding(days: $0 * step) }
        return days.first { day($0).isWorked } ?? date.adding(days: step)
    }
}

extension WorkCalendar: Hashable {
    package static func == (left: WorkCalendar, right: WorkCalendar) -> Bool { left.years == right.years }

    package func hash(into hasher: inout Hasher) { hasher.combine(years) }
}

extension WorkCalendar: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([Year].self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(years)
    }
}
