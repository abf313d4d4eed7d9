package import PatrolModel

/// What a verification found.
package struct VerificationReport: Codable, Sendable {
    package let intact: Bool
    package let events: Int64
    /// The last event's hash in hexadecimal.
    package let head: String
    /// 0 where it is not known.
    package let incarnation: Int
    /// Nil where it is not known.
    package let district: String?
    package let faults: [LedgerFault]
    /// How many faults more there are, by kind.
    package let unlisted: [String: Int]
    package let notes: [LedgerNote]

    init(
        events: Int64,
        head: String,
        incarnation: Int,
        district: String? = nil,
        _ faults: FaultList,
        _ notes: [LedgerNote]
    ) {
        self.district = district
        intact = faults.isEmpty
        self.events = events
        self.head = head
        self.incarnation = incarnation
        self.faults = faults.listed
        unlisted = Dictionary(uniqueKeysWithValues: faults.unlisted.map { ($0.key.rawValue, $0.value) })
        self.notes = notes
    }

    /// Whether the events themselves are as they were written, whatever is wrong with the tables made of them.
    package var hasSoundEvents: Bool { faultsOfEvents.isEmpty }

    /// The faults that the events themselves have.
    package var faultsOfEvents: [LedgerFault] {
        faults.filter {
            LedgerFault.Code.ofEvents.contains($0.code) || ($0.code == .unreadable && $0.table == "event")
        }
    }
}

extension LedgerFault.Code {
    /// Those after which the events cannot be believed, or not all of them be read.
    static let ofEvents: Set<LedgerFault.Code> = [
        .notADatabase, .noLedger, .eventsMissing, .eventChanged, .hashChanged, .eventOutOfPlace,
        .eventUnreadable, .eventNotCanonical, .foreignDistrict, .wrongIncarnation, .historyRewritten,
        .migrationUnknown,
    ]
}
