import GRDB
import PatrolModel

/// What supervisors decide about a hazard, and what comes after its closure.
extension LedgerTransaction {
    mutating func supervise(_ filing: SuperviseHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardSupervise)
        let supervised = try hazard.supervising(
            filing.plan.map(checked),
            FreeText.checkedIfPresent(filing.note, .note),
            by: requireActor(),
            at: at
        )
        return try append(.hazard(.supervise, supervised))
    }

    private func checked(_ plan: RectificationPlan) throws(PatrolError) -> RectificationPlan {
        RectificationPlan(
            leader: try FreeText.checked(plan.leader, .name),
            measures: try FreeText.checked(plan.measures, .measures),
            funds: try FreeText.checked(plan.funds, .funds),
            personInCharge: try FreeText.checked(plan.personInCharge, .name),
            deadline: plan.deadline,
            contingency: try FreeText.checked(plan.contingency, .contingency)
        )
    }

    /// Voids it, or asks a second supervisor to; what is another report of a hazard is linked with it.
    mutating func void(_ filing: VoidHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardVoid)
        let (actor, fourEyes) = (try requireActor(), rulebook.rules.fourEyes)
        let note = try FreeText.checkedIfPresent(filing.note, .note)
        let decided: Hazard
        switch filing.step {
        case .void:
            if let original = filing.duplicateOf { _ = try self.original(original, of: hazard) }
            decided = try hazard.voiding(
                filing.ground ?? (filing.duplicateOf == nil ? .other : .duplicate),
                note,
                duplicateOf: filing.duplicateOf?.uppercased(),
                by: actor,
                fourEyes: fourEyes,
                at: at
            )
        case .confirm, .reject:
            try requireWritten(after: hazard.voidAsked?.asked.at, .hazardVoid, hazard)
            decided = try hazard.decidingVoid(
                confirmed: filing.step == .confirm,
                note,
                by: actor,
                fourEyes: fourEyes,
                at: at
            )
        }
        guard case .void(let voiding) = decided.stage else {
            return try append(.hazard(filing.step == .reject ? .rejectVoid : .askVoid, decided))
        }
        let original = try voiding.duplicateOf.map { try self.original($0, of: hazard) }
        let event = try append(.hazard(.void, decided))
        if let original { try append(.hazard(.merge, original.merging(hazard, at: at))) }
        return event
    }

    /// Another hazard, that is still open.
    private func original(_ id: String, of duplicate: Hazard) throws -> Hazard {
        let original = try visible(id, for: .hazardVoid)
        guard original.id != duplicate.id, original.state.isOpen else {
            throw PatrolError.notAnOriginal(hazard: duplicate.id, original: original.id)
        }
        return original
    }

    mutating func downgrade(_ filing: DowngradeHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardDowngrade)
        let lower = try hazard.downgrading(
            FreeText.checked(filing.reason, .reason),
            by: requireActor(),
            fourEyes: rulebook.rules.fourEyes,
            at: at
        )
        return try append(.hazard(.downgrade, lower))
    }

    mutating func prosecute(_ filing: ProsecuteHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardProsecute)
        if let outcome = filing.outcome {
            let text = try FreeText.checked(outcome, .note)
            let concluded = try hazard.concludingCase(text, by: requireActor(), at: at)
            return try append(.hazard(.concludeCase, concluded))
        }
        let number = try FreeText.checked(filing.number ?? "", .caseNumber)
        return try append(.hazard(.openCase, hazard.openingCase(number, by: requireActor(), at: at)))
    }

    /// A later look is an inspection of its own, and does what was planned of that hazard.
    mutating func lookBack(_ filing: LookBackHazard, observedAt typed: TypedTime?) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardLookBack)
        let (actor, fourEyes) = (try requireActor(), rulebook.rules.fourEyes)
        let closedAt: Instant? =
            if case .closed(let closure) = hazard.stage { closure.struckOff.at } else { nil }
        let seen = try rulebook.instant(typed, notBefore: closedAt ?? hazard.observedAt, now: filedAt)
        try rulebook.requireReason(filing.note, observed: seen, now: filedAt)
        let found: Hazard.LaterLook
        if filing.failed {
            let terms = try terms(
                unit: filing.unit ?? hazard.responsibleUnit,
                filing.service,
                filing.servedAt,
                notBefore: closedAt,
                for: hazard
            )
            found = .rebound(
                reason: try FreeText.checked(filing.note ?? "", .reason),
                terms,
                number: try nextNumber(.order)
            )
        } else {
            found = .held(note: try FreeText.checkedIfPresent(filing.note, .note))
        }
        let looked = try hazard.lookingBack(
            found,
            seenAt: seen,
            by: actor,
            fourEyes: fourEyes,
            at: at,
            clock: clock()
        )
        let settled = try settledLookBacks(of: hazard.id, observedAt: seen)
        let proven = try proven(looked, filing.evidence, .hazardLookBack)
        let event = try append(.hazard(filing.failed ? .rebound : .lookBack, proven))
        let inspection = Inspection(
            id: try nextNumber(.inspection),
            site: hazard.site,
            result: filing.failed ? .hazard : .ok,
            note: looked.lookBack?.note,
            reason: seen == at ? nil : looked.lookBack?.note,
            observedAt: seen,
            filed: actor.signature(at: at),
            settled: settled,
            hazard: filing.failed ? hazard.id : nil
        )
        try append(.inspection(inspection))
        return event
    }
}
