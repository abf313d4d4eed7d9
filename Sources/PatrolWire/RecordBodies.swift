package import PatrolModel

/// The daemon's word that a filing is on disk.
package struct ReceiptBody: Codable, Hashable, Sendable {
    /// The number of what was filed.
    package var id: String
    package var key: String
    /// The sequence of the event that records it.
    package var event: Int64
    package var at: String
    /// The hazard an inspection reported with it.
    package var hazard: String?
    /// Those it reported besides.
    package var furtherHazards: [String]?
    /// The number of the order.
    package var order: String?
    package var unit: String?
    package var state: HazardState?
    package var dueAt: String?
    /// What is to be done by then: of a hazard that nobody has been told of yet, to order.
    package var dueFor: DeadlineKind?
    /// A deadline that rests on a year not published.
    package var provisional: Bool?
    /// By when a supervisor has to decide on an extension that was asked for.
    package var decideBy: String?
    /// What an inspection saw.
    package var result: Inspection.Result?
    /// Ids of the duties an inspection settled.
    package var settled: [String]?
    /// The names of their programmes, each once.
    package var settledProgrammes: [String]?
    /// Ids of those who made an inspection, where they were several.
    package var officers: [String]?
    /// Rows of a day that had been recorded before; `added` are those that were recorded now.
    package var repeated: Int?
    /// Of a day: each row's, in the order of the file.
    package var rows: [ReceiptBody]?
    /// Of a row of a day, and of another system's answers: it had been recorded before.
    package var recordedBefore: Bool?
    /// Of a batch for another system: that system's id, and how many hazards are in it. Of its answers likewise, and how
    /// many of them accepted or refused.
    package var system: String?
    package var hazards: Int?
    package var accepted: Int?
    package var refused: Int?
    package var added: Int?
    package var changed: Int?
    package var retired: Int?
    /// Codes of categories that an import retired.
    package var retiredCodes: [String]?
    /// Rows that were left out on the filer's word.
    package var unread: [RowFault]?

    package init(id: String, key: String, event: Int64, at: String) {
        self.id = id
        self.key = key
        self.event = event
        self.at = at
    }
}

package struct StatusBody: Codable, Hashable, Sendable {
    package var district: String
    package var districtName: String
    package var zone: String
    package var now: String
    /// The ledger as the daemon opened it.
    package var ledger: String
    package var events: Int64
    /// SHA-256 of the last event, in hexadecimal.
    package var head: String
    package var sites: Int
    package var programmes: Int
    package var openDuties: Int
    package var openHazards: Int
    package var overdueHazards: Int
    package var awaitingVerification: Int

    package init(
        district: String,
        districtName: String,
        zone: String,
        now: String,
        ledger: String,
        events: Int64,
        head: String,
        sites: Int,
        programmes: Int,
        openDuties: Int,
        openHazards: Int,
        overdueHazards: Int,
        awaitingVerification: Int
    ) {
        self.district = district
        self.districtName = districtName
        self.zone = zone
        self.now = now
        self.ledger = ledger
        self.events = events
        self.head = head
        self.sites = sites
        self.programmes = programmes
        self.openDuties = openDuties
        self.openHazards = openHazards
        self.overdueHazards = overdueHazards
        self.awaitingVerification = awaitingVerification
    }
}

/// One event: its envelope is read out of `event`, which is the hashed bytes as one JSON object.
package struct EventBody: Codable, Hashable, Sendable {
    package struct Envelope: Codable, Hashable, Sendable {
        package var sequence: Int64
        package var at: Int64
        package var actor: String
        package var onBehalfOf: String?
        package var verb: String
        package var entity: String
    }

    package var sequence: Int64
    package var at: String
    package var hash: String
    package var event: Envelope
}

package struct VerificationBody: Codable, Hashable, Sendable {
    package var intact: Bool
    package var events: Int64
    package var head: String
    @OrNull package var brokenAt: Int64?

    package init(intact: Bool, events: Int64, head: String, brokenAt: Int64?) {
        self.intact = intact
        self.events = events
        self.head = head
        self.brokenAt = brokenAt
    }
}

/// Why a request was refused.
package struct ErrorBody: Codable, Sendable {
    package var error: PatrolError

    package init(_ error: PatrolError) {
        self.error = error
    }
}
