/// One thing to put right (隐患, 问题).
package struct Hazard: Hashable, Sendable {
    package enum Severity: String, Hashable, Codable, Sendable, CaseIterable {
        case general
        /// Great harm, or hard to fix, or beyond the unit's own power (重大): closed by the leading group.
        case major
    }

    /// `H-2026-000123`.
    package let id: String
    package let site: String
    package let subdistrict: String
    package let grounds: Grounds
    package internal(set) var severity: Severity
    package let describe: String
    /// The inspection that found it.
    package let inspection: String?
    package let observedAt: Instant
    /// Why it was filed late, where it was.
    package let reason: String?
    package let reported: Signature
    /// The site's unit when it was reported; an order may name another.
    package let siteUnit: String
    /// The bureau's own to order until the unit is told, the unit's from then on; an urgent condition's all the time.
    package internal(set) var deadline: Deadline
    /// Every deadline it let pass; nothing that happens later takes one away, but for the calendar of a year that
    /// was not published when it passed.
    package internal(set) var lapses: [Lapse]
    /// How many claims were checked and did not hold.
    package internal(set) var reworkCount: Int
    package internal(set) var stage: HazardStage
    /// Found by an audit: the leading group has the last word on it.
    package var isAuditFinding = false
    /// Nil also of a major hazard of which nobody has said more yet: it is supervised all the same.
    package internal(set) var supervision: Supervision?
    package internal(set) var enforcement: EnforcementCase?
    /// What one supervisor wants voided, and a second has not decided on.
    package internal(set) var voidAsked: VoidRequest?
    /// The numbers of other reports of it, which were voided for it.
    package internal(set) var duplicates: [String] = []
    /// How often it had come back when it was looked at after it was closed.
    package internal(set) var reboundCount = 0
    /// The last look after it was closed.
    package internal(set) var lookBack: LookBack?
    /// What was said with the last step, where no other part of it keeps that.
    package internal(set) var remark: String?
    /// The number of the last order that another department gave back: somebody has been told of it all the same.
    package internal(set) var givenBack: String?

    /// Followed by name from above: a major one from the start (挂牌督办).
    package var isSupervised: Bool { severity == .major || supervision != nil }

    /// The leading group strikes it off (领导小组销号).
    package var needsLeadingGroup: Bool { severity == .major || isAuditFinding }
    /// Where it was seen; nil is its site's.
    package internal(set) var position: Position?
    /// The open hazards that its reporter was shown and told it apart from.
    package internal(set) var notDuplicateOf: [String]?
    /// Every photo and document that was ever filed with it, in the order of filing.
    package internal(set) var evidence: [FiledEvidence] = []

    package var state: HazardState { stage.state }
    package var dueAt: Instant { deadline.at }

    /// Every deadline it has now, with what is to be done by it.
    package var deadlines: [(kind: DeadlineKind, deadline: Deadline)] {
        var all = [(kind, deadline)]
        if let rework = stage.order?.rework { all.append((.rework, rework.deadline)) }
        if let verification = stage.rectification?.verification { all.append((.verification, verification)) }
        return all
    }

    /// Whether a deadline that is or will be judged by rests on a year that was not published.
    package var isProvisional: Bool {
        let further: Deadline? =
            switch stage {
            case .ordered(let order): order.rework?.deadline
            case .rectified(_, let claim): claim.verification
            case .reported(_, let returned): returned?.deadline
            case .suspended(let suspension): suspension.order?.rework?.deadline
            case .verified, .closed, .void: nil
            }
        return deadline.isProvisional || further?.isProvisional == true
            || lapses.contains { $0.deadline.isProvisional }
    }

    /// What must be done by ``deadline``: of what nobody has been told of, and is no danger, to order.
    package var kind: DeadlineKind {
        stage.order == nil && !grounds.limit.isUrgent ? .order : .rectification
    }

    /// The first deadline it let pass.
    package var overdueSince: Instant? { lapses.first?.deadline.at }

    /// Whether it has been put down that ``deadline`` passed.
    package var isNoticed: Bool {
        lapses.contains { $0.kind == kind && $0.deadline.at == deadline.at }
    }

    /// Whom it is up to: the ordered unit, and without an order the site's.
    package var responsibleUnit: String { stage.order?.unit ?? siteUnit }

    package var subject: Subject {
        // A unit is told by its order; before that the hazard is the bureau's own business.
        Subject(name: id, subdistrict: subdistrict, unit: stage.order?.unit)
    }
}

/// A deadline that was let pass.
package struct Lapse: Hashable, Codable, Sendable {
    /// Whose it was: the bureau's to order, or the unit's to rectify.
    package let kind: DeadlineKind
    package let deadline: Deadline

    package init(kind: DeadlineKind, deadline: Deadline) {
        self.kind = kind
        self.deadline = deadline
    }
}

extension Hazard {
    /// What an inspector says of it.
    package struct Report: Sendable {
        package let site: Site
        package let grounds: Grounds
        package let severity: Severity
        package let describe: String
        package let inspection: String?
        package let observedAt: Instant
        package let reason: String?
        /// What was done about it on the spot (立行立改); nil where it is still to be put right.
        package let fixedBy: String?
        package let isAuditFinding: Bool
        /// Where it was seen; nil is its site's.
        package let position: Position?
        package let notDuplicateOf: [String]
        package let evidence: [Evidence]

        package init(
            site: Site,
            grounds: Grounds,
            severity: Severity,
            describe: String,
            inspection: String?,
            observedAt: Instant,
            reason: String?,
            fixedBy: String? = nil,
            isAuditFinding: Bool = false,
            position: Position? = nil,
            notDuplicateOf: [String] = [],
            evidence: [Evidence] = []
        ) {
            self.site = site
            self.grounds = grounds
            self.severity = severity
            self.describe = describe
            self.inspection = inspection
            self.observedAt = observedAt
            self.reason = reason
            self.fixedBy = fixedBy
            self.isAuditFinding = isAuditFinding
            self.position = position
            self.notDuplicateOf = notDuplicateOf
            self.evidence = evidence
        }
    }

    /// – → reported, or rectified where it was fixed on the spot. Danger runs from the observation; of anything else
    /// the bureau's own limit to order does.
    package static func reporting(
        _ report: Report,
        number: String,
        by actor: Actor,
        at: Instant,
        clock: DeadlineClock,
        limits: Configuration.Limits
    ) throws(PatrolError) -> Hazard {
        let subject = Subject(name: report.site.code, subdistrict: report.site.subdistrict)
        try actor.person.require(.hazardReport, over: subject)
        if report.fixedBy != nil { try actor.person.require(.hazardRectify, over: subject) }
        let claim = report.fixedBy.map { action in
            Rectification(
                action: action,
                rectifiedAt: report.observedAt,
                reason: report.reason,
                claimed: actor.signature(at: at),
                verification: clock.deadline(of: limits.verification, .claim, from: at)
            )
        }
        return Hazard(
            id: number,
            site: report.site.code,
            subdistrict: report.site.subdistrict,
            grounds: report.grounds,
            severity: report.severity,
            describe: report.describe,
            inspection: report.inspection,
            observedAt: report.observedAt,
            reason: report.reason,
            reported: actor.signature(at: at),
            siteUnit: report.site.responsibleUnit,
            deadline: clock.deadline(
                of: report.grounds.limit.isUrgent ? report.grounds.limit : limits.order,
                .observation,
                from: report.observedAt
            ),
            lapses: [],
            reworkCount: 0,
            stage: claim.map { .rectified(order: nil, rectification: $0) } ?? .reported(),
            isAuditFinding: report.isAuditFinding,
            position: report.position,
            notDuplicateOf: report.notDuplicateOf.isEmpty ? nil : report.notDuplicateOf
        ).adding(report.evidence, with: .hazardReport, by: actor, at: at).noticingOverdue(at: at)
    }

    /// reported → ordered. The condition's limit runs from the service; an urgent one has been running since the
    /// observation, and being told does not restart it.
    package func ordering(
        _ terms: Order.Terms,
        number: String,
        by actor: Actor,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardOrder, over: subject)
        guard case .reported(let sentBack, nil) = stage else { throw illegal(.hazardOrder) }
        let order = try order(terms, number: number, former: sentBack, by: actor, at: at, clock: clock)
        return served(order, at: at, clock: clock)
    }

    /// ordered → rectified.
    package func rectifying(
        action: String,
        rectifiedAt: Instant,
        reason: String?,
        by actor: Actor,
        at: Instant,
        clock: DeadlineClock,
        limits: Configuration.Limits
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardRectify, over: subject)
        guard case .ordered(let order) = stage else { throw illegal(.hazardRectify) }
        guard rectifiedAt >= max(order.servedAt, observedAt) else {
            throw .rectifiedBeforeServed(served: clock.zone.iso8601(order.servedAt))
        }
        if let failedAt = order.failedAt, rectifiedAt < failedAt {
            throw .rectifiedBeforeFailure(failed: clock.zone.iso8601(failedAt))
        }
        let claim = Rectification(
            action: action,
            rectifiedAt: rectifiedAt,
            reason: reason,
            claimed: actor.signature(at: at),
            verification: clock.deadline(of: limits.verification, .claim, from: at)
        )
        // Noticed while the clock still runs: a claim typed after the deadline does not undo the lateness.
        return noticingOverdue(at: at)
            .moved(to: .rectified(order: order.withoutRequest, rectification: claim), at: at)
    }

    /// What a check of the claim found.
    package enum Finding: Hashable, Sendable {
        case passed(note: String?)
        case failed(reason: String)
    }

    /// rectified → closed, or verified where the leading group has the last word, or back to ordered; back to reported
    /// where it was fixed on the spot, since it was never ordered and must be now.
    package func verifying(
        _ finding: Finding,
        by actor: Actor,
        rules: Configuration.Rules,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardVerify, over: subject)
        guard case .rectified(let order, let claim) = stage else { throw illegal(.hazardVerify) }
        switch finding {
        case .passed(let note):
            if severity == .major, note == nil { throw .emptyText(field: .note) }
            let passed = try claim.passing(
                note,
                unit: responsibleUnit,
                hazard: id,
                by: actor,
                fourEyes: rules.fourEyes,
                at: at
            )
            guard isProven || !rules.evidence.includes(severity) else { throw .evidenceNeeded(hazard: id) }
            return needsLeadingGroup
                ? moved(to: .verified(order: order, rectification: claim, verification: passed), at: at)
                : moved(to: .closed(passed.closure(of: order, claim, signed: passed.checked)), at: at)
        case .failed(let reason):
            try claim.requireOther(
                actor,
                than: responsibleUnit,
                for: .hazardVerify,
                hazard: id,
                fourEyes: rules.fourEyes
            )
            var sentBack = self
            sentBack.reworkCount += 1
            guard let order else {
                let failure = SentBack(reason: reason, failed: actor.signature(at: at))
                return sentBack.moved(to: .reported(sentBack: failure), at: at)
            }
            let rework = Order.Rework(
                reason: reason,
                failed: actor.signature(at: at),
                deadline: clock.deadline(
                    of: grounds.limit,
                    allowing: clock.share(rules.limits.reworkPercent, of: grounds.limit),
                    .failure,
                    from: at
                )
            )
            return sentBack.moved(to: .ordered(order: order.sentBack(rework)), at: at)
        }
    }

    /// verified → closed, by the leading group; neither who fixed it nor who checked it strikes it off.
    package func closing(by actor: Actor, fourEyes: FourEyes, at: Instant) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardClose, over: subject)
        guard case .verified(let order, let claim, let verification) = stage else {
            throw illegal(.hazardClose)
        }
        try claim.requireOther(
            actor,
            than: responsibleUnit,
            for: .hazardClose,
            hazard: id,
            fourEyes: fourEyes
        )
        if let person = fourEyes.overlap(actor, verification.checked) {
            throw .verifiedBySamePerson(hazard: id, person: person)
        }
        // How a major hazard was put right is known before it is struck off.
        if severity == .major, supervision?.plan == nil { throw .planNeeded(hazard: id) }
        let closure = verification.closure(of: order, claim, signed: actor.signature(at: at))
        return moved(to: .closed(closure), at: at)
    }

    /// The same hazard, marked for good where its clock runs and its deadline has passed.
    package func noticingOverdue(at: Instant) -> Hazard {
        guard !isNoticed, clock.isOverdue(at: at) else { return self }
        var noticed = self
        noticed.lapses.append(Lapse(kind: kind, deadline: deadline))
        return noticed
    }

    /// The same hazard in another stage; what was said with the step before is that step's.
    func moved(to stage: HazardStage, at: Instant, remark: String? = nil) -> Hazard {
        var moved = self
        moved.stage = stage
        moved.remark = remark
        if !moved.state.isOpen { moved.voidAsked = nil }
        return moved.noticingOverdue(at: at)
    }

    func illegal(_ verb: Verb) -> PatrolError {
        .wrongState(hazard: id, verb: verb, state: state, possible: possible)
    }
}
