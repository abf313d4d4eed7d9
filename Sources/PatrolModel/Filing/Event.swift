/// One appended, hash-chained line of the record (操作流水), as its bytes say it.
package struct Event: Hashable, Sendable {
    /// 1, 2, 3 … without a gap.
    package let sequence: Int64
    package let at: Instant
    package let district: String
    package let incarnation: Int
    /// The form of `entry`'s body: 2 since calendars, deadlines and the catalogue have a form of their own.
    package let version: Int
    /// Whose hands: the person who typed, or `patrold` itself.
    package let actor: String
    /// The person it was typed for, where that is somebody else.
    package let onBehalfOf: String?
    /// The filing it answers, on the filing's first event.
    package let filing: FilingMark?
    package let entry: LedgerEntry

    package init(
        sequence: Int64,
        at: Instant,
        district: String,
        incarnation: Int,
        version: Int = 2,
        actor: String,
        onBehalfOf: String?,
        filing: FilingMark?,
        entry: LedgerEntry
    ) {
        self.sequence = sequence
        self.at = at
        self.district = district
        self.incarnation = incarnation
        self.version = version
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.filing = filing
        self.entry = entry
    }

    /// The name under which the daemon itself acts.
    package static let daemon = "patrold"
}

/// A filing's key, and the SHA-256 of what was filed, in hexadecimal, by which a retry is told from a second use.
package struct FilingMark: Hashable, Codable, Sendable {
    package let key: FilingKey
    package let digest: String
    /// When it was put into an outbox, by the filer's machine; nil where it came at once.
    package let keptAt: Instant?

    package init(key: FilingKey, digest: String, keptAt: Instant? = nil) {
        self.key = key
        self.digest = digest
        self.keptAt = keptAt
    }
}

extension Event: Codable {
    private enum Keys: String, CodingKey {
        case sequence, at, district, incarnation, version, actor, onBehalfOf, filing, verb, entity, body
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        sequence = try container.decode(Int64.self, forKey: .sequence)
        at = try container.decode(Instant.self, forKey: .at)
        district = try container.decode(String.self, forKey: .district)
        incarnation = try container.decode(Int.self, forKey: .incarnation)
        version = try container.decode(Int.self, forKey: .version)
        actor = try container.decode(String.self, forKey: .actor)
        onBehalfOf = try container.decodeIfPresent(String.self, forKey: .onBehalfOf)
        filing = try container.decodeIfPresent(FilingMark.self, forKey: .filing)
        let verb = try container.decode(String.self, forKey: .verb)
        entry = try LedgerEntry(verb: verb, from: container.superDecoder(forKey: .body))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(at, forKey: .at)
        try container.encode(district, forKey: .district)
        try container.encode(incarnation, forKey: .incarnation)
        try container.encode(version, forKey: .version)
        try container.encode(actor, forKey: .actor)
        try container.encodeIfPresent(onBehalfOf, forKey: .onBehalfOf)
        try container.encodeIfPresent(filing, forKey: .filing)
        try container.encode(entry.verb, forKey: .verb)
        try container.encode(entry.entity, forKey: .entity)
        try entry.encodeBody(to: container.superEncoder(forKey: .body))
    }
}
