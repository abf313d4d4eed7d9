/// The client-made UUID that makes a filing happen once, however often it is sent (RFC 9562).
package struct FilingKey: Hashable, Codable, Sendable {
    /// Lower case, with hyphens.
    package let text: String

    /// - Throws: ``PatrolError/malformedKey(key:)`` where it is not a UUID.
    package init(_ text: String) throws(PatrolError) {
        let lowered = text.lowercased()
        let groups = lowered.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isHex: (UInt8) -> Bool = { "0123456789abcdef".utf8.contains($0) }
        guard groups.map(\.count) == [8, 4, 4, 4, 12], groups.allSatisfy({ $0.allSatisfy(isHex) }) else {
            throw .malformedKey(key: String(text.prefix(50)))
        }
        self.text = lowered
    }

    /// A UUID of version 7: 48 bits of Unix milliseconds, then chance, so that keys sort by when they were made.
    package init(milliseconds: UInt64, random: (UInt64, UInt64)) {
        self.init(
            high: milliseconds << 16 | 0x7000 | random.0 & 0x0FFF,
            low: 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
        )
    }

    /// A UUID of version 8: the first 128 bits of a digest but for those that say so, so that what is filed from the same
    /// line of a file has the same key whenever it is.
    package init(digest: some Sequence<UInt8>) {
        let bytes = digest.prefix(16) + Array(repeating: 0, count: 16)
        func word(_ start: Int) -> UInt64 {
            bytes[(bytes.startIndex + start)...].prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
        self.init(
            high: word(0) & 0xFFFF_FFFF_FFFF_0FFF | 0x8000,
            low: 0x8000_0000_0000_0000 | word(8) & 0x3FFF_FFFF_FFFF_FFFF
        )
    }

    private init(high: UInt64, low: UInt64) {
        let digits = [high, low].map {
            let hex = String($0, radix: 16)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }.joined()
        var cuts = digits[...]
        text = [8, 4, 4, 4, 12].map { length in
            defer { cuts = cuts.dropFirst(length) }
            return String(cuts.prefix(length))
        }.joined(separator: "-")
    }

    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The daemon's word that a filing is on disk.
package struct Receipt: Hashable, Sendable {
    /// What was filed: an inspection's or a hazard's number.
    package let id: String
    package let key: FilingKey?
    /// The sequence of the event that records it.
    package let event: Int64
    package let at: Instant
    /// What that event records.
    package let entry: LedgerEntry
    /// Of a whole day: each row's, in the order of the file, the first of which this repeats. Nil of anything else.
    package let rows: [Row]?
    /// Its content had been recorded under another key, and was not again.
    package let isRepeated: Bool

    /// One row of a day.
    package struct Row: Hashable, Sendable {
        package let receipt: Receipt
        /// It had been recorded before, and was not again.
        package let isRepeated: Bool

        package init(_ receipt: Receipt, isRepeated: Bool) {
            self.receipt = receipt
            self.isRepeated = isRepeated
        }
    }

    package init(
        id: String,
        key: FilingKey?,
        event: Int64,
        at: Instant,
        entry: LedgerEntry,
        rows: [Row]? = nil,
        isRepeated: Bool = false
    ) {
        self.id = id
        self.key = key
        self.event = event
        self.at = at
        self.entry = entry
        self.rows = rows
        self.isRepeated = isRepeated
    }
}
