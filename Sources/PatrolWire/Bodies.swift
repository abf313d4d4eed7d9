package import PatrolModel

/// A hazard as `--json` prints it. Times are ISO 8601 with the district's offset.
package struct HazardBody: Codable, Hashable, Sendable {
    package var id: String
    package var state: HazardState
    package var severity: Hazard.Severity
    package var category: String
    package var categoryName: String
    package var condition: Int
    package var conditionText: String
    package var describe: String
    package var site: String
    package var siteName: String
    package var subdistrict: String
    package var responsibleUnit: String
    package var observedAt: String
    package var reportedAt: String
    package var reportedBy: String
    @OrNull package var order: String?
    @OrNull package var servedAt: String?
    package var dueAt: String
    @OrNull package var rectifiedAt: String?
    @OrNull package var rectifiedBy: String?
    @OrNull package var verifiedBy: String?
    @OrNull package var closedAt: String?
    @OrNull package var closedBy: String?
    package var overdue: Bool
    package var everOverdue: Bool
    /// Seconds past the deadline, now or when the standing claim was made; 0 where in time.
    package var overdueSeconds: Int64
    @OrNull package var closedOnTime: Bool?
    package var reworkCount: Int
    @OrNull package var reworkDueAt: String?
    package var reboundCount: Int

    package init(
        id: String,
        state: HazardState,
        severity: Hazard.Severity,
        category: String,
        categoryName: String,
        condition: Int,
        conditionText: String,
        describe: String,
        site: String,
        siteName: String,
        subdistrict: String,
        responsibleUnit: String,
        observedAt: String,
        reportedAt: String,
        reportedBy: String,
        order: String?,
        servedAt: String?,
        dueAt: String,
        rectifiedAt: String?,
        rectifiedBy: String?,
        verifiedBy: String?,
        closedAt: String?,
        closedBy: String?,
        overdue: Bool,
        everOverdue: Bool,
        overdueSeconds: Int64,
        closedOnTime: Bool?,
        reworkCount: Int,
        reworkDueAt: String?
    ) {
        self.id = id
        self.state = state
        self.severity = severity
        self.category = category
        self.categoryName = categoryName
        self.condition = condition
        self.conditionText = conditionText
        self.describe = describe
        self.site = site
        self.siteName = siteName
        self.subdistrict = subdistrict
        self.responsibleUnit = responsibleUnit
        self.observedAt = observedAt
        self.reportedAt = reportedAt
        self.reportedBy = reportedBy
        self.order = order
        self.servedAt = servedAt
        self.dueAt = dueAt
        self.rectifiedAt = rectifiedAt
        self.rectifiedBy = rectifiedBy
        self.verifiedBy = verifiedBy
        self.closedAt = closedAt
        self.closedBy = closedBy
        self.overdue = overdue
        self.everOverdue = everOverdue
        self.overdueSeconds = overdueSeconds
        self.closedOnTime = closedOnTime
        self.reworkCount = reworkCount
        self.reworkDueAt = reworkDueAt
        reboundCount = 0
    }
}

/// One line of a hazard's history.
package struct HistoryBody: Codable, Hashable, Sendable {
    package var event: Int64
    package var at: String
    /// The event's verb, such as `hazard.verify`.
    package var verb: String
    package var state: HazardState
    package var person: String
    package var personName: String
    /// Who typed it, where that was somebody else.
    @OrNull package var typedBy: String?
    @OrNull package var typedByName: String?
    /// What was said: the description, the action, the note, the reason.
    @OrNull package var note: String?

    package init(
        event: Int64,
        at: String,
        verb: String,
        state: HazardState,
        person: String,
        personName: String,
        typedBy: String?,
        typedByName: String?,
        note: String?
    ) {
        self.event = event
        self.at = at
        self.verb = verb
        self.state = state
        self.person = person
        self.personName = personName
        self.typedBy = typedBy
        self.typedByName = typedByName
        self.note = note
    }
}

/// A hazard with its history and the reason for its deadline; in JSON one object, the hazard's own keys among the others.
package struct HazardDetailBody: Codable, Hashable, Sendable {
    package var hazard: HazardBody
    package var basis: Basis

    /// What the deadline rests on, and what has been done.
    package struct Basis: Codable, Hashable, Sendable {
        /// The limit as the catalogue writes it, and the instant its clock started.
        package var limit: TimeLimit
        package var clockStartedAt: String
        @OrNull package var closingCondition: String?
        package var history: [HistoryBody]

        package init(
            limit: TimeLimit,
            clockStartedAt: String,
            closingCondition: String?,
            history: [HistoryBody]
        ) {
            self.limit = limit
            self.clockStartedAt = clockStartedAt
            self.closingCondition = closingCondition
            self.history = history
        }
    }

    package init(hazard: HazardBody, basis: Basis) {
        self.hazard = hazard
        self.basis = basis
    }

    package init(from decoder: any Decoder) throws {
        hazard = try HazardBody(from: decoder)
        basis = try Basis(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        try hazard.encode(to: encoder)
        try basis.encode(to: encoder)
    }
}

/// A duty as `--json` prints it.
package struct DutyBody: Codable, Hashable, Sendable {
    package var id: String
    package var programme: String
    package var programmeName: String
    package var site: String
    package var siteName: String
    package var subdistrict: String
    package var period: String
    package var opensAt: String
    /// The end of its period: it may be done at any time before.
    package var dueAt: String
    package var targetDate: String
    @OrNull package var assignee: String?
    @OrNull package var assigneeName: String?
    package var state: DutyState
    /// Whether an undone one is a 漏巡 or a 漏查.
    package var manner: Programme.Manner
    @OrNull package var inspection: String?
    package var filedLate: Bool

    package init(
        id: String,
        programme: String,
        programmeName: String,
        site: String,
        siteName: String,
        subdistrict: String,
        period: String,
        opensAt: String,
        dueAt: String,
        targetDate: String,
        assignee: String?,
        assigneeName: String?,
        state: DutyState,
        manner: Programme.Manner,
        inspection: String?,
        filedLate: Bool
    ) {
        self.id = id
        self.programme = programme
        self.programmeName = programmeName
        self.site = site
        self.siteName = siteName
        self.subdistrict = subdistrict
        self.period = period
        self.opensAt = opensAt
        self.dueAt = dueAt
        self.targetDate = targetDate
        self.assignee = assignee
        self.assigneeName = assigneeName
        self.state = state
        self.manner = manner
        self.inspection = inspection
        self.filedLate = filedLate
    }
}

/// What somebody has before them today.
package struct TodayBody: Codable, Hashable, Sendable {
    package var date: String
    package var person: String
    package var personName: String
    /// Overdue hazards that concern the person, worst first.
    package var overdue: [HazardBody]
    package var duties: [DutyBody]

    package init(
        date: String,
        person: String,
        personName: String,
        overdue: [HazardBody],
        duties: [DutyBody]
    ) {
        self.date = date
        self.person = person
        self.personName = personName
        self.overdue = overdue
        self.duties = duties
    }
}

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
    /// The number of the order.
    package var order: String?
    package var unit: String?
    package var state: HazardState?
    package var dueAt: String?
    /// Ids of the duties an inspection settled.
    package var settled: [String]?
    package var added: Int?
    package var changed: Int?

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
