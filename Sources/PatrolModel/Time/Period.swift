/// One half-open interval of a cadence, `start ..< end`, named as people write it: `2026-11-23`.
package struct Period: Hashable, Sendable, Codable {
    /// Unique within a cadence, and in the order of time.
    package let key: String
    package let start: Instant
    package let end: Instant

    package init(key: String, start: Instant, end: Instant) {
        self.key = key
        self.start = start
        self.end = end
    }

    package func contains(_ instant: Instant) -> Bool {
        start <= instant && instant < end
    }
}
