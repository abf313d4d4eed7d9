/// The rule of a TZif footer, such as `CST-8` or `EST5EDT,M3.2.0,M11.1.0` (POSIX.1-2017, 8.3; RFC 8536, 3.3).
struct PosixZoneRule: Sendable, Equatable {
    /// When in the year a change happens: a day, and seconds after that day's midnight (may be negative).
    struct Change: Sendable, Equatable {
        enum Day: Sendable, Equatable {
            /// `Jn`: day 1 … 365, 29 February never counted.
            case julian(Int)
            /// `n`: day 0 … 365, 29 February counted.
            case ordinal(Int)
            /// `Mm.w.d`: weekday `d` (0 is Sunday) of week `w` of month `m`; week 5 is the last.
            case weekday(month: Int, week: Int, day: Int)
        }

        let day: Day
        let seconds: Int
    }

    /// Seconds east of UTC.
    let standard: Int
    let summer: (offset: Int, begins: Change, ends: Change)?

    static func == (left: PosixZoneRule, right: PosixZoneRule) -> Bool {
        left.standard == right.standard && left.summer?.offset == right.summer?.offset
            && left.summer?.begins == right.summer?.begins && left.summer?.ends == right.summer?.ends
    }

    /// Nil where the text is not such a rule.
    init?(_ text: String) {
        var scanner = RuleScanner(text)
        guard scanner.name(), let west = scanner.offset() else { return nil }
        standard = -west
        guard !scanner.isAtEnd else {
            summer = nil
            return
        }
        guard scanner.name() else { return nil }
        let summerWest = scanner.peek == UInt8(ascii: ",") ? west - 3600 : scanner.offset()
        guard let summerWest, let begins = scanner.change(), let ends = scanner.change(), scanner.isAtEnd
        else { return nil }
        summer = (-summerWest, begins, ends)
    }

    /// Seconds east of UTC in force at an instant.
    func offset(at instant: Instant) -> Int {
        guard let summer else { return standard }
        let days = (instant.seconds + Int64(standard)).flooredDays
        let year = CivilDate(daysSinceEpoch: days).year
        let begins = summer.begins.instant(in: year, east: standard)
        let ends = summer.ends.instant(in: year, east: summer.offset)
        // South of the equator summer spans New Year, so that it begins after it ends.
        let isSummer =
            begins < ends ? begins <= instant && instant < ends : !(ends <= instant && instant < begins)
        return isSummer ? summer.offset : standard
    }
}

extension PosixZoneRule.Change {
    func instant(in year: Int, east: Int) -> Instant {
        Instant(seconds: Int64(date(in: year).daysSinceEpoch) * 86400 + Int64(seconds - east))
    }

    private func date(in year: Int) -> CivilDate {
        let newYear = CivilDate(year: year, month: 1, day: 1) ?? CivilDate(daysSinceEpoch: 0)
        switch day {
        case .julian(let number):
            return newYear.adding(days: number - 1 + (CivilDate.isLeap(year) && number >= 60 ? 1 : 0))
        case .ordinal(let number):
            return newYear.adding(days: number)
        case .weekday(let month, let week, let weekday):
            let first = CivilDate(year: year, month: month, day: 1) ?? newYear
            let lead = (weekday - first.weekday + 7) % 7
            let day = lead + (week - 1) * 7
            return first.adding(days: day < CivilDate.daysIn(month: month, ofYear: year) ? day : day - 7)
        }
    }
}

extension Int64 {
    fileprivate var flooredDays: Int {
        Int(self >= 0 ? self / 86400 : (self - 86399) / 86400)
    }
}

private struct RuleScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }
    var peek: UInt8? { rest.first }

    /// Letters, or anything between angle brackets.
    mutating func name() -> Bool {
        if rest.first == UInt8(ascii: "<") {
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[rest.index(after: close)...]
            return true
        }
        let letters = rest.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// `[+-]hh[:mm[:ss]]`, in seconds; RFC 8536 allows hours up to 167 in a change's time.
    mutating func offset() -> Int? {
        var sign = 1
        if accept("-") { sign = -1 } else { _ = accept("+") }
        guard let hours = number(), hours <= 167 else { return nil }
        var total = hours * 3600
        for unit in [60, 1] where accept(":") {
            guard let part = number(), part < 60 else { return nil }
            total += part * unit
        }
        return sign * total
    }

    /// `,date[/time]`; the time is 02:00:00 where it is left out.
    mutating func change() -> PosixZoneRule.Change? {
        guard accept(","), let day = day() else { return nil }
        guard accept("/") else { return PosixZoneRule.Change(day: day, seconds: 7200) }
        return offset().map { PosixZoneRule.Change(day: day, seconds: $0) }
    }

    private mutating func day() -> PosixZoneRule.Change.Day? {
        if accept("J") {
            return number().flatMap { (1...365).contains($0) ? .julian($0) : nil }
        }
        guard accept("M") else {
            return number().flatMap { (0...365).contains($0) ? .ordinal($0) : nil }
        }
        guard let month = number(), (1...12).contains(month), accept("."), let week = number(),
            (1...5).contains(week), accept("."), let day = number(), (0...6).contains(day)
        else { return nil }
        return .weekday(month: month, week: week, day: day)
    }

    private mutating func accept(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return CivilDate.number(digits)
    }
}
