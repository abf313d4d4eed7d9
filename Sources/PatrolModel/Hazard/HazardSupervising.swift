extension Hazard {
    /// Any open → the same, followed by name from above; the plan of a major hazard, or a new one.
    package func supervising(
        _ plan: RectificationPlan?,
        _ note: String?,
        by actor: Actor,
        at: Instant
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardSupervise, over: subject)
        guard state.isOpen else { throw illegal(.hazardSupervise) }
        // A major one is followed anyhow: what is missing is its plan.
        if severity == .major, plan == nil, supervision?.plan == nil { throw .planNeeded(hazard: id) }
        var supervised = moved(to: stage, at: at)
        supervised.supervision = Supervision(
            plan: plan ?? supervision?.plan,
            note: note,
            supervised: actor.signature(at: at)
        )
        return supervised
    }

    /// An administrative penalty case on it, at any time; it says nothing of its rectification.
    package func openingCase(_ number: String, by actor: Actor, at: Instant) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardProsecute, over: subject)
        guard state != .void else { throw illegal(.hazardProsecute) }
        if let open = enforcement, open.outcome == nil { throw .caseOpen(hazard: id, number: open.number) }
        var prosecuted = moved(to: stage, at: at)
        prosecuted.enforcement = EnforcementCase(
            number: number,
            filed: actor.signature(at: at),
            outcome: nil
        )
        return prosecuted
    }

    package func concludingCase(_ outcome: String, by actor: Actor, at: Instant) throws(PatrolError) -> Hazard
    {
        try actor.person.require(.hazardProsecute, over: subject)
        guard state != .void, let open = enforcement, open.outcome == nil else { throw .noCase(hazard: id) }
        var concluded = moved(to: stage, at: at)
        concluded.enforcement = EnforcementCase(
            number: open.number,
            filed: open.filed,
            outcome: Referral.Outcome(note: outcome, recorded: actor.signature(at: at))
        )
        return concluded
    }

    /// What a later look found.
    package enum LaterLook: Sendable {
        case held(note: String?)
        /// It has come back (反弹), and is ordered anew.
        case rebound(reason: String, Order.Terms, number: String)
    }

    /// closed → closed, or ordered anew where it has come back: a new limit from the new service, and of danger from the
    /// look itself. By somebody who neither rectified, verified nor closed it.
    package func lookingBack(
        _ found: LaterLook,
        seenAt seen: Instant? = nil,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardLookBack, over: subject)
        guard case .closed(let closure) = stage else { throw illegal(.hazardLookBack) }
        let claim = closure.rectification
        try claim.requireOther(
            actor,
            than: responsibleUnit,
            for: .hazardLookBack,
            hazard: id,
            fourEyes: fourEyes
        )
        for signature in [closure.verification.checked, closure.struckOff] {
            try requireOther(actor, than: signature, for: .hazardLookBack, fourEyes: fourEyes)
        }
        let (signature, seen) = (actor.signature(at: at), seen ?? at)
        guard seen >= closure.struckOff.at else {
            throw .lookedBackBeforeClosed(hazard: id, closed: clock.zone.iso8601(closure.struckOff.at))
        }
        switch found {
        case .held(let note):
            var held = moved(to: stage, at: at)
            held.lookBack = LookBack(note: note, looked: signature, failed: false)
            return held
        case .rebound(let reason, let terms, let number):
            let order = try order(
                terms,
                number: number,
                former: nil,
                notBefore: closure.struckOff.at,
                by: actor,
                at: at,
                clock: clock
            )
            var back = self
            back.lookBack = LookBack(note: reason, looked: signature, failed: true)
            back.reboundCount += 1
            back.deadline = clock.deadline(
                of: grounds.limit,
                grounds.limit.isUrgent ? .observation : .service,
                from: grounds.limit.isUrgent ? seen : order.servedAt
            )
            return back.moved(to: .ordered(order: order), at: at)
        }
    }
}
