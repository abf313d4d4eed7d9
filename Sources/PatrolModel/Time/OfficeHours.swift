/// The hours of a working day in which limits in working hours run (办公时间): any number of spans, ascending.
package struct OfficeHours: Hashable, Sendable {
    /// One span of a day, in seconds after midnight: `0 ..< 86 400` at the widest.
    package struct Span: Hashable, Sendable {
        package let start: Int
        /// 86 400 is midnight at the day's end.
        package let end: Int

        /// Reads `08:00-12:00`; the end may be `24:00`. Nil for everything else and for what ends before it begins.
        package init?(_ text: some StringProtocol) {
            let plain = text.filter { !$0.isWhitespace }.map { $0 == "–" || $0 == "—" ? "-" : $0 }
            let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let start = CivilTime(String(parts[0])) else { return nil }
            let last = String(parts[1])
            guard let end = last == "24:00" ? 86400 : CivilTime(last)?.secondOfDay, start.secondOfDay < end
            else { return nil }
            self.start = start.secondOfDay
            self.end = end
        }
    }

    package let spans: [Span]

    /// Nil where there is none, or where one begins before the one before it has ended.
    package init?(_ spans: [Span]) {
        guard !spans.isEmpty, zip(spans, spans.dropFirst()).allSatisfy({ $0.end <= $1.start }) else {
            return nil
        }
        self.spans = spans
    }

    /// Nil where a text is no span, and as ``init(_:)-(_)``.
    package init?(texts: [String]) {
        let spans = texts.compactMap { Span($0) }
        guard spans.count == texts.count else { return nil }
        self.init(spans)
    }

    /// Office time of a working day, in seconds.
    package var secondsPerDay: Int64 {
        spans.reduce(0) { $0 + Int64($1.end - $1.start) }
    }

    /// When the office closes, in seconds after midnight.
    package var closing: Int { spans[spans.count - 1].end }

    private init(first: Span, rest: [Span]) { spans = [first] + rest }

    /// 08–12 and 14–18.
    package static let standard = OfficeHours(
        first: Span(start: 8 * 3600, end: 12 * 3600),
        rest: [Span(start: 14 * 3600, end: 18 * 3600)]
    )
}

extension OfficeHours.Span {
    fileprivate init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

extension OfficeHours.Span: CustomStringConvertible {
    /// `08:00-12:00`.
    package var description: String {
        "\(CivilTime(secondOfDay: start))-" + (end == 86400 ? "24:00" : "\(CivilTime(secondOfDay: end))")
    }
}

extension OfficeHours: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hours = OfficeHours(texts: try container.decode([String].self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not office hours")
        }
        self = hours
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(spans.map(\.description))
    }
}
