/// One half-open interval of a cadence, `start ..< end`, under the name people give it: `2026-11-23`, `2026-W48`,
/// `2026-11-A`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`, `2026-11-23+2d` (two days from then),
/// `2026-09-01..2026-12-31`.
package struct Period: Hashable, Sendable {
    /// One key of a programme always means the same days, but for a campaign's end. Within a cadence, in the order
    /// of time.
    package let key: String
    package let first: CivilDate
    package let last: CivilDate
    package let start: Instant
    package let end: Instant

    package init(key: String, first: CivilDate, last: CivilDate, start: Instant, end: Instant) {
        self.key = key
        self.first = first
        self.last = last
        self.start = start
        self.end = end
    }

    package func contains(_ instant: Instant) -> Bool {
        start <= instant && instant < end
    }
}

extension Period: Codable {
    private enum Keys: String, CodingKey { case key, first, last, start, end }

    /// Events of the first version name no days; their periods are days, and their keys say which.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        key = try container.decode(String.self, forKey: .key)
        start = try container.decode(Instant.self, forKey: .start)
        end = try container.decode(Instant.self, forKey: .end)
        let named = CivilDate(key)
        guard let first = try container.decodeIfPresent(CivilDate.self, forKey: .first) ?? named,
            let last = try container.decodeIfPresent(CivilDate.self, forKey: .last) ?? named
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .first,
                in: container,
                debugDescription: "no days"
            )
        }
        (self.first, self.last) = (first, last)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(key, forKey: .key)
        try container.encode(first, forKey: .first)
        try container.encode(last, forKey: .last)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
    }
}

/// A district's days: where each begins and ends, and which are worked.
package struct Almanac: Sendable {
    package let zone: Zone
    package let calendar: WorkCalendar

    package init(zone: Zone, calendar: WorkCalendar) {
        self.zone = zone
        self.calendar = calendar
    }

    /// The period an instant is in or, where it is in none, the first that begins after it; nil where none does any
    /// more.
    package func period(of cadence: Cadence, from instant: Instant) -> Period? {
        period(of: cadence, from: zone.day(containing: instant))
    }

    /// The period that contains an instant; nil on days that a cadence leaves out.
    package func period(of cadence: Cadence, containing instant: Instant) -> Period? {
        period(of: cadence, from: instant).flatMap { $0.contains(instant) ? $0 : nil }
    }

    /// The first period that begins after another's last day. Where the district's zone has been changed since, names
    /// still neither repeat nor skip, though two intervals may overlap or leave a gap of some hours.
    package func period(of cadence: Cadence, after period: Period) -> Period? {
        self.period(of: cadence, from: period.last.adding(days: 1))
    }

    package func period(of cadence: Cadence, from date: CivilDate) -> Period? {
        var date = date
        while let span = cadence.span(from: date, calendar) {
            let period = Period(
                key: span.key,
                first: span.first,
                last: span.last,
                start: zone.startOfDay(span.first),
                end: zone.startOfDay(span.last.adding(days: 1))
            )
            // A day that a zone left out altogether has no length, and so no period.
            if period.start < period.end { return period }
            date = span.last.adding(days: 1)
        }
        return nil
    }

    /// Whether a period's days were found in a year that is not published yet.
    package func isProvisional(_ period: Period, of cadence: Cadence) -> Bool {
        cadence.restsOnCalendar && !calendar.isPublished(period.first)
    }
}
