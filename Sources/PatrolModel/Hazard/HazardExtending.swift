extension Hazard {
    /// ordered → ordered: the unit asks for a later deadline before its own has passed.
    package func askingExtension(
        by limit: TimeLimit,
        _ reason: String,
        by actor: Actor,
        filedAt: Instant,
        at: Instant,
        clock: DeadlineClock,
        limits: Configuration.Limits
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardExtend, over: subject)
        guard case .ordered(let order) = stage, order.extensionAsked == nil else {
            throw illegal(.hazardExtend)
        }
        try requireUnit(actor, order.unit, for: .hazardExtend)
        guard filedAt <= deadline.at else {
            throw .extensionAfterDeadline(hazard: id, due: clock.zone.iso8601(deadline.at))
        }
        guard order.extensionsGranted ?? 0 < limits.extensions else {
            throw .extensionsExhausted(hazard: id, granted: order.extensionsGranted ?? 0)
        }
        try requireFitting(limit, clock, limits)
        let asked = Extension(
            by: limit,
            reason: reason,
            asked: actor.signature(at: at),
            decision: clock.deadline(of: limits.extensionDecision, .claim, from: at)
        )
        return moved(to: .ordered(order: order.changed { $0.extensionAsked = asked }), at: at)
    }

    /// Decides on what was asked for, by somebody who neither asked nor belongs to the unit. A grant runs on from the
    /// deadline before, though that may be past: what passed stays passed.
    package func granting(
        by limit: TimeLimit?,
        _ remark: String?,
        by actor: Actor,
        rules: Configuration.Rules,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        let (order, asked) = try extensionToDecide(by: actor, fourEyes: rules.fourEyes, at: at)
        let limit = limit ?? asked.by
        try requireFitting(limit, clock, rules.limits)
        var granted = noticingOverdue(at: at)
        granted.deadline = clock.deadline(of: limit, .extension, from: deadline.at)
        let extended = order.changed {
            $0.extensionAsked = nil
            $0.extensionsGranted = ($0.extensionsGranted ?? 0) + 1
            $0.extended = (order.extended ?? []) + [deadline]
        }
        return granted.moved(to: .ordered(order: extended), at: at, remark: remark)
    }

    package func denyingExtension(
        _ reason: String,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant
    ) throws(PatrolError) -> Hazard {
        let (order, _) = try extensionToDecide(by: actor, fourEyes: fourEyes, at: at)
        return moved(
            to: .ordered(order: order.withoutRequest),
            at: at,
            remark: reason
        )
    }

    /// Nobody decided in time, which is denial; nil where nothing has lapsed.
    package func lapsingExtension(at: Instant) -> Hazard? {
        guard case .ordered(let order) = stage, let asked = order.extensionAsked, at > asked.decision.at
        else {
            return nil
        }
        return moved(to: .ordered(order: order.withoutRequest), at: at)
    }

    private func extensionToDecide(
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant
    ) throws(PatrolError) -> (Order, Extension) {
        try actor.person.require(.hazardDecideExtension, over: subject)
        // What nobody decided on in time is denied, whether that has been put down yet or not.
        let standing = lapsingExtension(at: at) ?? self
        guard case .ordered(let order) = standing.stage, let asked = order.extensionAsked else {
            throw standing.illegal(.hazardDecideExtension)
        }
        try requireOther(actor, than: asked.asked, for: .hazardDecideExtension, fourEyes: fourEyes)
        try requireOutsider(actor, for: .hazardDecideExtension, fourEyes: fourEyes)
        return (order, asked)
    }

    private func requireFitting(
        _ limit: TimeLimit,
        _ clock: DeadlineClock,
        _ limits: Configuration.Limits
    ) throws(PatrolError) {
        guard clock.fits(limit, within: limits.extensionPercent, of: grounds.limit) else {
            throw .extensionTooLong(hazard: id, limit: grounds.limit, percent: limits.extensionPercent)
        }
    }
}
