extension Hazard {
    /// ordered → reported: the unit says that the order is not its own, within the limit it has for that.
    package func returning(
        _ reason: String,
        by actor: Actor,
        filedAt: Instant,
        at: Instant,
        clock: DeadlineClock,
        limits: Configuration.Limits
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardReturn, over: subject)
        // What has been answered once, or was handed over by a supervisor, is not sent back by its unit.
        guard case .ordered(let order) = stage, order.rework == nil, order.referral == nil else {
            throw illegal(.hazardReturn)
        }
        try requireUnit(actor, order.unit, for: .hazardReturn)
        let latest = clock.deadline(of: limits.return, .service, from: order.servedAt).at
        guard filedAt <= latest else {
            throw .returnTooLate(hazard: id, latest: clock.zone.iso8601(latest))
        }
        let returned = Return(
            reason: reason,
            returned: actor.signature(at: at),
            order: order.withoutRequest,
            deadline: deadline
        )
        return backWithBureau(
            .reported(sentBack: order.former, returned: returned),
            at: at,
            clock: clock,
            limits: limits
        )
    }

    /// reported, returned → ordered: another unit's.
    package func reassigning(
        _ terms: Order.Terms,
        number: String,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        let (sentBack, returned) = try returnToDecide(by: actor, fourEyes: fourEyes)
        guard terms.unit != returned.order.unit else {
            throw .reassignedToSameUnit(hazard: id, unit: terms.unit)
        }
        let order = try order(
            terms,
            number: number,
            former: sentBack,
            notBefore: returned.returned.at,
            by: actor,
            at: at,
            clock: clock
        )
        return served(order, at: at, clock: clock)
    }

    /// reported, returned → ordered: the same unit's after all, under the same order and by the same deadline.
    package func turningDownReturn(
        _ reason: String,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant
    ) throws(PatrolError) -> Hazard {
        let (_, returned) = try returnToDecide(by: actor, fourEyes: fourEyes)
        var restored = noticingOverdue(at: at)
        restored.deadline = returned.deadline
        return restored.moved(to: .ordered(order: returned.order), at: at, remark: reason)
    }

    private func returnToDecide(
        by actor: Actor,
        fourEyes: FourEyes
    ) throws(PatrolError) -> (SentBack?, Return) {
        try actor.person.require(.hazardReassign, over: subject)
        guard case .reported(let sentBack, let returned?) = stage else { throw illegal(.hazardReassign) }
        try requireOutsider(actor, for: .hazardReassign, fourEyes: fourEyes, unit: returned.order.unit)
        return (sentBack, returned)
    }

    /// ordered → ordered: how far it has come.
    package func noting(
        _ note: String,
        on instant: Instant,
        by actor: Actor,
        at: Instant,
        zone: Zone
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardProgress, over: subject)
        guard case .ordered(let order) = stage else { throw illegal(.hazardProgress) }
        guard instant >= order.servedAt else {
            throw .progressBeforeServed(served: zone.iso8601(order.servedAt))
        }
        let progress = Progress(note: note, at: instant, noted: actor.signature(at: at))
        return moved(to: .ordered(order: order.changed { $0.progress = progress }), at: at)
    }
}
