/// A ledger was restored from a backup: from here on the record is another incarnation.
package struct Restoration: Hashable, Codable, Sendable {
    /// The end of a chain of events.
    package struct Head: Hashable, Codable, Sendable {
        package let event: Int64
        /// SHA-256 in hexadecimal.
        package let hash: String

        package init(event: Int64, hash: String) {
            self.event = event
            self.hash = hash
        }
    }

    package let incarnation: Int
    /// The name of the file it was restored from, without its folder.
    package let source: String
    package let sourceHead: Head
    /// How many events more were taken from the ledger that was replaced.
    package let carriedOver: Int64
    /// How far receipts had been given, where that is further than could be restored.
    package let acknowledged: Head?
    /// Who did it, by the name of the Unix user.
    package let user: String

    package init(
        incarnation: Int,
        source: String,
        sourceHead: Head,
        carriedOver: Int64,
        acknowledged: Head?,
        user: String
    ) {
        self.incarnation = incarnation
        self.source = source
        self.sourceHead = sourceHead
        self.carriedOver = carriedOver
        self.acknowledged = acknowledged
        self.user = user
    }

    /// The last event that was restored.
    package var recovered: Int64 { sourceHead.event + carriedOver }

    /// The events that had been acknowledged and are lost; nil where there is none.
    package var missing: ClosedRange<Int64>? {
        guard let acknowledged, acknowledged.event > recovered else { return nil }
        return recovered + 1...acknowledged.event
    }
}
