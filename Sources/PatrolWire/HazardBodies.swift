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
    /// The condition's, as the catalogue wrote it on the day of filing, such as `4工作时`.
    package var timeLimit: String
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
    /// What is to be done by `dueAt`: of what nobody has been told of, and is no danger, to order.
    package var dueFor: DeadlineKind
    /// `dueAt` rests on a year whose working days are not published, and is reckoned again when they are.
    package var provisional: Bool
    @OrNull package var rectifiedAt: String?
    @OrNull package var rectifiedBy: String?
    /// The verifier's own deadline.
    @OrNull package var verifyDueAt: String?
    @OrNull package var verifiedBy: String?
    @OrNull package var closedAt: String?
    @OrNull package var closedBy: String?
    package var overdue: Bool
    package var everOverdue: Bool
    /// Seconds past the deadline, now or when the standing claim was made; 0 where in time.
    package var overdueSeconds: Int64
    /// The part of it that falls into office hours of working days.
    package var overdueWorkingSeconds: Int64
    @OrNull package var closedOnTime: Bool?
    package var reworkCount: Int
    @OrNull package var reworkDueAt: String?
    package var reboundCount: Int
    /// Struck off by the leading group, as a major one is.
    package var auditFinding: Bool
    package var supervised: Bool
    /// Its unit says that the order is not its own, and nobody has decided on that.
    package var returned: Bool
    /// Handed to another department: `responsibleUnit`.
    package var referred: Bool
    /// The last day its clock stands still on.
    @OrNull package var suspendedUntil: String?
    /// What it is another report of, and was voided for.
    @OrNull package var duplicateOf: String?

    package init(
        id: String,
        state: HazardState,
        severity: Hazard.Severity,
        category: String,
        categoryName: String,
        condition: Int,
        conditionText: String,
        timeLimit: String,
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
        dueFor: DeadlineKind,
        provisional: Bool,
        rectifiedAt: String?,
        rectifiedBy: String?,
        verifyDueAt: String?,
        verifiedBy: String?,
        closedAt: String?,
        closedBy: String?,
        overdue: Bool,
        everOverdue: Bool,
        overdueSeconds: Int64,
        overdueWorkingSeconds: Int64,
        closedOnTime: Bool?,
        reworkCount: Int,
        reworkDueAt: String?,
        reboundCount: Int,
        auditFinding: Bool,
        supervised: Bool,
        returned: Bool,
        referred: Bool,
        suspendedUntil: String?,
        duplicateOf: String?
    ) {
        self.id = id
        self.state = state
        self.severity = severity
        self.category = category
        self.categoryName = categoryName
        self.condition = condition
        self.conditionText = conditionText
        self.timeLimit = timeLimit
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
        self.dueFor = dueFor
        self.provisional = provisional
        self.rectifiedAt = rectifiedAt
        self.rectifiedBy = rectifiedBy
        self.verifyDueAt = verifyDueAt
        self.verifiedBy = verifiedBy
        self.closedAt = closedAt
        self.closedBy = closedBy
        self.overdue = overdue
        self.everOverdue = everOverdue
        self.overdueSeconds = overdueSeconds
        self.overdueWorkingSeconds = overdueWorkingSeconds
        self.closedOnTime = closedOnTime
        self.reworkCount = reworkCount
        self.reworkDueAt = reworkDueAt
        self.reboundCount = reboundCount
        self.auditFinding = auditFinding
        self.supervised = supervised
        self.returned = returned
        self.referred = referred
        self.suspendedUntil = suspendedUntil
        self.duplicateOf = duplicateOf
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
    /// The deadline that a new calendar gave, where that is what happened.
    @OrNull package var dueAt: String?
    /// When it was put into an outbox, by the filer's machine, where it did not come at once.
    @OrNull package var keptAt: String?

    package init(
        event: Int64,
        at: String,
        verb: String,
        state: HazardState,
        person: String,
        personName: String,
        typedBy: String?,
        typedByName: String?,
        note: String?,
        dueAt: String?,
        keptAt: String?
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
        self.dueAt = dueAt
        self.keptAt = keptAt
    }
}

/// A hazard with its history and the reason for its deadline; in JSON one object, the hazard's own keys among the
/// others.
package struct HazardDetailBody: Codable, Hashable, Sendable {
    package var hazard: HazardBody
    package var basis: Basis
    package var life: HazardLifeBody

    /// What its deadlines rest on, and what has been done.
    package struct Basis: Codable, Hashable, Sendable {
        /// The condition's limit as the catalogue writes it, and the instant the running clock started.
        package var limit: TimeLimit
        package var clockStartedAt: String
        @OrNull package var closingCondition: String?
        /// Why it was filed late, where it was.
        @OrNull package var lateReason: String?
        /// Where it was seen; null is its site's position.
        @OrNull package var position: Position?
        /// The open hazards that its reporter told it apart from.
        package var notDuplicateOf: [String]
        /// How the unit was told.
        @OrNull package var service: Order.Service?
        /// Every deadline it let pass, the bureau's own and the unit's apart.
        package var lapses: [LapseBody]
        /// Each deadline it has now, explained.
        package var deadlines: [DeadlineBody]
        /// Every photo and document that was ever filed with it.
        package var evidence: [EvidenceBody]
        package var history: [HistoryBody]

        package init(
            limit: TimeLimit,
            clockStartedAt: String,
            closingCondition: String?,
            lateReason: String?,
            position: Position? = nil,
            notDuplicateOf: [String] = [],
            service: Order.Service?,
            lapses: [LapseBody],
            deadlines: [DeadlineBody],
            evidence: [EvidenceBody],
            history: [HistoryBody]
        ) {
            self.limit = limit
            self.clockStartedAt = clockStartedAt
            self.closingCondition = closingCondition
            self.lateReason = lateReason
            self.position = position
            self.notDuplicateOf = notDuplicateOf
            self.service = service
            self.lapses = lapses
            self.deadlines = deadlines
            self.evidence = evidence
            self.history = history
        }
    }

    package init(hazard: HazardBody, basis: Basis, life: HazardLifeBody) {
        self.hazard = hazard
        self.basis = basis
        self.life = life
    }

    package init(from decoder: any Decoder) throws {
        hazard = try HazardBody(from: decoder)
        basis = try Basis(from: decoder)
        life = try HazardLifeBody(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        try hazard.encode(to: encoder)
        try basis.encode(to: encoder)
        try life.encode(to: encoder)
    }
}

/// A deadline that was let pass.
package struct LapseBody: Codable, Hashable, Sendable {
    package var kind: DeadlineKind
    package var dueAt: String
    package var provisional: Bool

    package init(kind: DeadlineKind, dueAt: String, provisional: Bool) {
        self.kind = kind
        self.dueAt = dueAt
        self.provisional = provisional
    }
}

/// A deadline and how it comes about.
package struct DeadlineBody: Codable, Hashable, Sendable {
    package var kind: DeadlineKind
    package var explanation: DeadlineExplanation

    package init(kind: DeadlineKind, explanation: DeadlineExplanation) {
        self.kind = kind
        self.explanation = explanation
    }
}

/// Overdue hazards counted by unit, subdistrict or category.
package struct OverdueGroupBody: Codable, Hashable, Sendable {
    /// Nil, of units, for what no unit has been told of: the lateness is the bureau's own.
    @OrNull package var code: String?
    @OrNull package var name: String?
    package var hazards: Int
    /// The worst of them: seconds past the deadline, and those of them in office hours.
    package var overdueSeconds: Int64
    package var overdueWorkingSeconds: Int64

    package init(
        code: String?,
        name: String?,
        hazards: Int,
        overdueSeconds: Int64,
        overdueWorkingSeconds: Int64
    ) {
        self.code = code
        self.name = name
        self.hazards = hazards
        self.overdueSeconds = overdueSeconds
        self.overdueWorkingSeconds = overdueWorkingSeconds
    }
}
