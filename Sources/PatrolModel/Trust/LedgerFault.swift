/// Something in a ledger's file that is not as the daemon wrote it, and where.
package struct LedgerFault: Hashable, Codable, Sendable {
    /// Its kind, stable: other programs go by it.
    package enum Code: String, Hashable, Codable, Sendable, CaseIterable {
        case notADatabase, noLedger, unreadable, damaged, indexDisagrees
        case danglingReference
        case objectMissing, objectAdded, objectChanged, migrationMissing, migrationUnknown
        case eventsMissing, eventChanged, hashChanged, eventOutOfPlace
        case eventUnreadable, eventNotCanonical, columnContradicts, foreignDistrict, wrongIncarnation
        case replayStopped, rowChanged, rowMissing, rowAdded
        case tailMissing, historyRewritten
        /// A file that an event names: `row` is what it proves and what it is called, `detail` where it should lie.
        case evidenceMissing, evidenceAltered, evidenceUnreadable
    }

    package let code: Code
    /// The table, index or trigger it is in; nil where it is the whole file.
    package let table: String?
    /// The row's key, or its number where it has none.
    package let row: String?
    /// The event's sequence; the first one where there are several.
    package let event: Int64?
    /// The last event where there are several.
    package let through: Int64?
    /// SQLite's words, the columns that differ, or where a head was noted.
    package let detail: String?

    package init(
        _ code: Code,
        table: String? = nil,
        row: String? = nil,
        event: Int64? = nil,
        through: Int64? = nil,
        detail: String? = nil
    ) {
        self.code = code
        self.table = table
        self.row = row
        self.event = event
        self.through = through
        self.detail = detail
    }
}

/// What is worth knowing of a ledger's file, and no fault of it.
package struct LedgerNote: Hashable, Codable, Sendable {
    package enum Code: String, Hashable, Codable, Sendable, CaseIterable {
        /// The clock stood earlier at this event than at the one before it, by so many seconds.
        case clockWentBack
        /// The ledger was restored; of what had been acknowledged, `event` to `through` is missing.
        case restored
        /// A head was noted of events that a restoration says are missing.
        case headOfMissingEvents
        /// It has the schema of an earlier version, so its tables were not compared; the next start brings it up.
        case olderSchema
        /// So many files beside it that no event names; uploads whose filing never came are removed after a day.
        case unnamedEvidence
    }

    package let code: Code
    package let event: Int64?
    package let through: Int64?
    /// 0 but for ``Code/clockWentBack``.
    package let seconds: Int64
    /// Of ``Code/unnamedEvidence``.
    package let count: Int?

    package init(
        _ code: Code,
        event: Int64? = nil,
        through: Int64? = nil,
        seconds: Int64 = 0,
        count: Int? = nil
    ) {
        self.code = code
        self.event = event
        self.through = through
        self.seconds = seconds
        self.count = count
    }
}

/// One of the things that a verification looks at.
package enum LedgerCheck: String, Hashable, Codable, Sendable, CaseIterable {
    /// SQLite's own check of pages, indexes and constraints.
    case integrity
    case references, schema
    /// That each event's hash follows from the one before it.
    case chain
    /// That each event can be read, is in its one form, and agrees with its columns.
    case events
    /// That the tables are what the events make of them.
    case replay
    /// That the chain agrees with the heads that were noted elsewhere.
    case heads
    /// That every photo and document lies beside it, as it was when it was filed.
    case evidence

    /// All but what lies beside the file.
    package static let ofTheFile = Set(allCases).subtracting([.evidence])
}
