extension Hazard {
    /// reported, ordered → ordered: handed to another department, and still tracked here.
    package func referring(
        _ terms: Order.Terms,
        note: String?,
        number: String,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardRefer, over: subject)
        let earliest: Instant?
        switch stage {
        case .reported(_, nil): earliest = nil
        case .ordered(let order) where order.referral == nil: earliest = order.earliestClaim
        default: throw illegal(.hazardRefer)
        }
        try requireOutsider(actor, for: .hazardRefer, fourEyes: fourEyes)
        // Or a new order would be a later deadline that nobody asked for.
        if terms.unit == stage.order?.unit { throw .referredToSameUnit(hazard: id, unit: terms.unit) }
        let referral = Referral(
            note: note,
            referred: actor.signature(at: at),
            acknowledged: nil,
            outcome: nil
        )
        let order = try order(
            terms,
            number: number,
            former: stage.order == nil ? stage.sentBack : nil,
            notBefore: earliest,
            referral: referral,
            by: actor,
            at: at,
            clock: clock
        )
        return served(order, at: at, clock: clock)
    }

    /// What the department said: it took it, or did not, which gives it back to the bureau; or what came of it, which an
    /// inspector or a supervisor records.
    package func answeringReferral(
        _ answer: Referral.Answer,
        _ note: String?,
        by actor: Actor,
        at: Instant,
        clock: DeadlineClock,
        limits: Configuration.Limits
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardAnswerReferral, over: subject)
        guard case .ordered(let order) = stage, let referral = order.referral, referral.outcome == nil,
            answer == .outcome || referral.acknowledged == nil
        else { throw illegal(.hazardAnswerReferral) }
        let recorders: [Role] = [.inspector, .supervisor]
        if !recorders.contains(where: actor.person.has) {
            guard answer != .outcome else {
                throw .notAllowed(verb: .hazardAnswerReferral, person: actor.person.id, roles: recorders)
            }
            try requireUnit(actor, order.unit, for: .hazardAnswerReferral)
        }
        let signature = actor.signature(at: at)
        switch answer {
        case .acknowledged:
            return moved(
                to: .ordered(order: order.changed { $0.referral = referral.acknowledging(signature) }),
                at: at,
                remark: note
            )
        case .outcome:
            guard let note else { throw .emptyText(field: .note) }
            return moved(
                to: .ordered(order: order.changed { $0.referral = referral.concluding(note, signature) }),
                at: at
            )
        case .refused:
            guard let note else { throw .emptyText(field: .reason) }
            var back = backWithBureau(
                .reported(sentBack: order.former),
                remark: note,
                at: at,
                clock: clock,
                limits: limits
            )
            back.givenBack = order.number
            return back
        }
    }
}

extension Referral {
    fileprivate func acknowledging(_ signature: Signature) -> Referral {
        Referral(note: note, referred: referred, acknowledged: signature, outcome: outcome)
    }

    fileprivate func concluding(_ note: String, _ signature: Signature) -> Referral {
        Referral(
            note: self.note,
            referred: referred,
            acknowledged: acknowledged,
            outcome: Outcome(note: note, recorded: signature)
        )
    }
}
