import GRDB
import PatrolModel

/// What happens to a hazard between its order and its rectification, and beside them.
extension LedgerTransaction {
    mutating func sendBack(_ filing: ReturnHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardReturn)
        let returned = try hazard.returning(
            FreeText.checked(filing.reason, .reason),
            by: requireActor(),
            filedAt: filedAt,
            at: at,
            clock: clock(),
            limits: rulebook.rules.limits
        )
        return try append(.hazard(.return, returned))
    }

    mutating func reassign(_ filing: ReassignHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardReassign)
        let (actor, fourEyes) = (try requireActor(), rulebook.rules.fourEyes)
        if let rejection = filing.rejection {
            let reason = try FreeText.checked(rejection, .reason)
            let restored = try hazard.turningDownReturn(reason, by: actor, fourEyes: fourEyes, at: at)
            return try append(.hazard(.rejectReturn, restored))
        }
        guard let unit = filing.unit else { throw PatrolError.emptyText(field: .unit) }
        let terms = try terms(
            unit: unit,
            filing.service,
            filing.servedAt,
            notBefore: hazard.stage.returned?.returned.at,
            for: hazard
        )
        let reassigned = try hazard.reassigning(
            terms,
            number: nextNumber(.order),
            by: actor,
            fourEyes: fourEyes,
            at: at,
            clock: clock()
        )
        return try append(.hazard(.reassign, reassigned))
    }

    mutating func noteProgress(_ filing: NoteProgress, at typed: TypedTime?) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardProgress)
        let served = hazard.stage.order?.servedAt ?? hazard.observedAt
        let noted = try hazard.noting(
            FreeText.checked(filing.note, .note),
            on: rulebook.instant(typed, notBefore: served, now: filedAt),
            by: requireActor(),
            at: at,
            zone: zone
        )
        return try append(.hazard(.progress, noted))
    }

    mutating func extend(_ filing: ExtendHazard) throws -> Event {
        let verb: Verb = filing.step == .ask ? .hazardExtend : .hazardDecideExtension
        let hazard = try visible(filing.hazard, for: verb)
        let (actor, rules) = (try requireActor(), rulebook.rules)
        switch filing.step {
        case .ask:
            guard let limit = filing.by else { throw PatrolError.unreadableLimit(text: "") }
            let asked = try hazard.askingExtension(
                by: limit,
                FreeText.checked(filing.reason ?? "", .reason),
                by: actor,
                filedAt: filedAt,
                at: at,
                clock: clock(),
                limits: rules.limits
            )
            return try append(.hazard(.askExtension, asked))
        case .grant:
            try requireWritten(after: hazard.stage.order?.extensionAsked?.asked.at, verb, hazard)
            let granted = try hazard.granting(
                by: filing.by,
                FreeText.checkedIfPresent(filing.reason, .reason),
                by: actor,
                rules: rules,
                at: at,
                clock: clock()
            )
            return try append(.hazard(.grantExtension, granted))
        case .deny:
            try requireWritten(after: hazard.stage.order?.extensionAsked?.asked.at, verb, hazard)
            let denied = try hazard.denyingExtension(
                FreeText.checked(filing.reason ?? "", .reason),
                by: actor,
                fourEyes: rules.fourEyes,
                at: at
            )
            return try append(.hazard(.denyExtension, denied))
        }
    }

    mutating func suspend(_ filing: SuspendHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardSuspend)
        let plan = try filing.plan.map {
            EnteredPlan(number: try FreeText.checked($0.number, .plan), enteredOn: $0.enteredOn)
        }
        let terms = Suspension.Terms(
            ground: filing.ground,
            reason: try FreeText.checked(filing.reason, .reason),
            measures: try FreeText.checked(filing.measures, .measures),
            until: filing.until,
            plan: plan
        )
        let suspended = try hazard.suspending(
            terms,
            by: requireActor(),
            rules: rulebook.rules,
            at: at,
            clock: clock()
        )
        let isRenewal = hazard.state == .suspended
        return try append(.hazard(isRenewal ? .renewSuspension : .suspend, suspended))
    }

    mutating func resume(_ filing: ResumeHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardResume)
        let reason = try FreeText.checked(filing.reason, .reason)
        let resumed = try hazard.resuming(reason, by: requireActor(), at: at, clock: clock())
        return try append(.hazard(.resume, resumed))
    }

    mutating func refer(_ filing: ReferHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardRefer)
        let terms = try terms(
            unit: filing.department,
            filing.service ?? .message,
            filing.servedAt,
            notBefore: hazard.stage.order?.earliestClaim ?? hazard.stage.sentBack?.failed.at,
            for: hazard
        )
        let referred = try hazard.referring(
            terms,
            note: FreeText.checkedIfPresent(filing.note, .note),
            number: nextNumber(.order),
            by: requireActor(),
            fourEyes: rulebook.rules.fourEyes,
            at: at,
            clock: clock()
        )
        return try append(.hazard(.refer, referred))
    }

    mutating func answerReferral(_ filing: AnswerReferral) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardAnswerReferral)
        let answered = try hazard.answeringReferral(
            filing.answer,
            FreeText.checkedIfPresent(filing.note, filing.answer == .refused ? .reason : .note),
            by: requireActor(),
            at: at,
            clock: clock(),
            limits: rulebook.rules.limits
        )
        let verb: LedgerEntry.HazardVerb =
            switch filing.answer {
            case .acknowledged: .acknowledgeReferral
            case .refused: .refuseReferral
            case .outcome: .concludeReferral
            }
        return try append(.hazard(verb, answered))
    }

    /// The known unit, how it was told and when.
    func terms(
        unit name: String?,
        _ service: Order.Service?,
        _ typed: TypedTime?,
        notBefore earliest: Instant? = nil,
        receivedBy: String? = nil,
        for hazard: Hazard
    ) throws -> Order.Terms {
        let earliest = max(hazard.observedAt, earliest ?? hazard.observedAt)
        return Order.Terms(
            unit: try unit(name, for: hazard),
            service: service ?? .word,
            servedAt: try rulebook.instant(typed, notBefore: earliest, now: filedAt),
            receivedBy: try FreeText.checkedIfPresent(receivedBy, .name)
        )
    }
}
