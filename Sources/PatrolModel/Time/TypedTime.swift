/// A time as somebody typed it, not yet read: only the daemon knows the district's zone and today's date.
package struct TypedTime: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Reads `17:55` (today), `2026-11-23 17:55`, `2026-11-23T17:55:10`, and the last with `Z` or `+08:00`.
    ///
    /// Where the clock shows a reading twice, the earlier is meant.
    /// - Throws: ``PatrolError/unreadableTime(text:)`` for anything else, and for readings the clock jumped over.
    package func instant(in zone: Zone, today: CivilDate) throws(PatrolError) -> Instant {
        guard let instant = reading(in: zone, today: today) else {
            throw .unreadableTime(text: String(text.prefix(40)))
        }
        return instant
    }

    private func reading(in zone: Zone, today: CivilDate) -> Instant? {
        switch form {
        case .time(let time): zone.instants(of: today, time).first
        case .local(let date, let time): zone.instants(of: date, time).first
        case .instant(let instant): instant
        case nil: nil
        }
    }

    /// Whether it has the form of a time, whatever zone and day it will be read in.
    package var isReadable: Bool { form != nil }

    private enum Form { case time(CivilTime), local(CivilDate, CivilTime), instant(Instant) }

    private var form: Form? {
        let trimmed = text.halfWidth.trimmingSpaces
        if let time = CivilTime(trimmed) { return .time(time) }
        guard let separator = trimmed.firstIndex(where: { $0 == " " || $0 == "T" }),
            let date = CivilDate(trimmed[..<separator])
        else { return nil }
        let clock = trimmed[trimmed.index(after: separator)...].drop { $0 == " " }
        if let time = CivilTime(clock) { return .local(date, time) }
        return TypedTime.withOffset(date, clock).map { .instant($0) }
    }

    /// Whether no seconds were typed.
    package var isToTheMinute: Bool {
        let clock = text.halfWidth.split { $0 == " " || $0 == "T" }.last ?? ""
        return clock.prefix { !"Zz+-".contains($0) }.filter { $0 == ":" }.count == 1
    }

    private static func withOffset(_ date: CivilDate, _ clock: Substring) -> Instant? {
        guard let mark = clock.firstIndex(where: { "Zz+-".contains($0) }),
            let time = CivilTime(clock[..<mark]),
            let east = offset(clock[mark...])
        else { return nil }
        return Instant(seconds: Int64(date.daysSinceEpoch) * 86400 + Int64(time.secondOfDay - east))
    }

    private static func offset(_ text: Substring) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        guard text.utf8.count == 6, let time = CivilTime(text.dropFirst()) else { return nil }
        return text.first == "-" ? -time.secondOfDay : time.secondOfDay
    }
}

extension TypedTime: Codable {
    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension String {
    /// As a Chinese keyboard left it, with its full-width digits, colon and space, and a slash, made plain.
    var halfWidth: String {
        var plain = UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF1A: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000: plain.append(" ")
            case 0x2F, 0xFF0F, 0xFF0D: plain.append("-")
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }
}

extension StringProtocol {
    /// Without white space at either end.
    package var trimmingSpaces: Substring {
        let head = drop { $0.isWhitespace }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return Substring() }
        return Substring(head[...last])
    }
}
