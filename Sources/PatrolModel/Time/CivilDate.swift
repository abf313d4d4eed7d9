/// A day of the proleptic Gregorian calendar, in no particular zone.
///
/// The day arithmetic is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
package struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let daysSinceEpoch: Int

    package init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// Fails where there is no such day (`2026-02-29`) or the year is outside 1 … 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.daysIn(month: month, ofYear: year)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2026-11-23`; nothing else is accepted.
    package init?(_ text: some StringProtocol) {
        var (year, month, day, place) = (0, 0, 0, 0)
        for byte in text.utf8 {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = CivilDate.digit(byte) else { return nil }
                switch place {
                case ..<4: year = year * 10 + digit
                case ..<7: month = month * 10 + digit
                case ..<10: day = day * 10 + digit
                default: return nil
                }
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func digit(_ byte: UInt8) -> Int? {
        UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
    }

    /// The year, month (1 … 12) and day (1 … 31).
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { components.year }

    /// 0 is Sunday … 6 is Saturday, as POSIX counts.
    package var weekday: Int {
        ((daysSinceEpoch + 4) % 7 + 7) % 7
    }

    package func adding(days: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: daysSinceEpoch + days)
    }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    package static func daysIn(month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Digits only: no sign, no space.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension CivilDate: Comparable {
    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-23`.
    package var description: String {
        let (year, month, day) = components
        return
            "\(CivilDate.padded(year, to: 4))-\(CivilDate.padded(month, to: 2))-\(CivilDate.padded(day, to: 2))"
    }
}

extension CivilDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CivilDate {
    /// 1 is Monday … 7 is Sunday (ISO 8601).
    package var isoWeekday: Int { weekday == 0 ? 7 : weekday }

    package var month: Int { components.month }
    package var dayOfMonth: Int { components.day }

    /// The first day of this date's month.
    package var startOfMonth: CivilDate { adding(days: 1 - dayOfMonth) }

    /// The last day of the month that begins `months` - 1 months after this date's.
    package func endOfMonth(spanning months: Int = 1) -> CivilDate {
        let (year, month, _) = components
        let index = year * 12 + month - 1 + months
        let next = CivilDate(year: index / 12, month: index % 12 + 1, day: 1)
        return (next ?? CivilDate(daysSinceEpoch: daysSinceEpoch + 31 * months)).adding(days: -1)
    }

    /// The ISO 8601 week: its year, its number 1 … 53, and its Monday.
    package var isoWeek: (year: Int, week: Int, monday: CivilDate) {
        let monday = adding(days: 1 - isoWeekday)
        // A week belongs to the year its Thursday is in.
        let thursday = monday.adding(days: 3)
        let year = thursday.year
        let newYear = CivilDate(year: year, month: 1, day: 1) ?? thursday
        return (year, (thursday.daysSinceEpoch - newYear.daysSinceEpoch) / 7 + 1, monday)
    }
}
