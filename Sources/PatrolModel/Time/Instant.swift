/// A moment, in whole seconds since 1970-01-01T00:00:00Z; no zone is attached to it.
///
/// The ledger stores instants in this form. Whatever speaks of days is computed with a ``Zone``.
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since the Unix epoch, UTC, without leap seconds.
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.seconds < right.seconds
    }

    /// The instant `seconds` later (earlier where negative).
    package static func + (instant: Instant, seconds: Int64) -> Instant {
        Instant(seconds: instant.seconds + seconds)
    }

    /// Seconds from `right` to `left`; negative where `left` is earlier.
    package static func - (left: Instant, right: Instant) -> Int64 {
        left.seconds - right.seconds
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        seconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}
