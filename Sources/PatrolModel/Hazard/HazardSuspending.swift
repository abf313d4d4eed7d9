extension Suspension {
    /// What a supervisor says of it.
    package struct Terms: Sendable {
        package let ground: Ground
        package let reason: String
        package let measures: String
        package let until: CivilDate
        package let plan: EnteredPlan?

        package init(
            ground: Ground,
            reason: String,
            measures: String,
            until: CivilDate,
            plan: EnteredPlan? = nil
        ) {
            self.ground = ground
            self.reason = reason
            self.measures = measures
            self.until = until
            self.plan = plan
        }
    }
}

extension Hazard {
    /// reported, ordered → suspended; suspended → suspended where another supervisor renews it. What is left of the
    /// clock is kept, and a renewal takes nothing off it.
    package func suspending(
        _ terms: Suspension.Terms,
        by actor: Actor,
        rules: Configuration.Rules,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardSuspend, over: subject)
        let former: Suspension?
        switch stage {
        case .reported(_, nil), .ordered: former = nil
        case .suspended(let suspension) where at < suspension.endsAt: former = suspension
        default: throw illegal(.hazardSuspend)
        }
        try requireOutsider(actor, for: .hazardSuspend, fourEyes: rules.fourEyes)
        if let former {
            try requireOther(actor, than: former.approved, for: .hazardSuspend, fourEyes: rules.fourEyes)
        }
        try require(terms, today: clock.zone.day(containing: at), rules.limits)
        let suspension = Suspension(
            ground: terms.ground,
            reason: terms.reason,
            measures: terms.measures,
            plan: terms.plan,
            until: terms.until,
            endsAt: clock.zone.startOfDay(terms.until.adding(days: 1)),
            approved: actor.signature(at: at),
            since: former?.since ?? at,
            remainder: former?.remainder ?? clock.remainder(of: deadline, at: at),
            reworkRemainder: former.map(\.reworkRemainder)
                ?? stage.order?.rework.map { clock.remainder(of: $0.deadline, at: at) },
            // Who asked for a later deadline asks again when the clock runs again.
            order: former?.order ?? stage.order?.withoutRequest,
            sentBack: former?.sentBack ?? (stage.order == nil ? stage.sentBack : nil)
        )
        return noticingOverdue(at: at).moved(to: .suspended(suspension), at: at)
    }

    private func require(
        _ terms: Suspension.Terms,
        today: CivilDate,
        _ limits: Configuration.Limits
    ) throws(PatrolError) {
        let latest = today.adding(days: limits.suspensionDays)
        guard terms.until >= today, terms.until <= latest else {
            throw .suspensionTooLong(from: today.description, latest: latest.description)
        }
        // Applied for is not entered.
        guard (terms.ground == .works) == (terms.plan != nil) else {
            throw .enteredPlanNeeded(given: terms.plan != nil)
        }
        if let plan = terms.plan, plan.enteredOn > today {
            throw .planNotEntered(number: plan.number, date: plan.enteredOn.description)
        }
    }

    /// suspended → the state before, with what was left of the clock; what was overdue is overdue again.
    package func resuming(
        _ reason: String,
        by actor: Actor,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardResume, over: subject)
        guard case .suspended(let suspension) = stage else { throw illegal(.hazardResume) }
        // Its last day may be over without anything having noticed it yet.
        return resumed(suspension, from: min(at, suspension.endsAt), remark: reason, at: at, clock: clock)
    }

    /// The same by itself, from the end of its last day, whenever that is noticed; nil where that has not come.
    package func resumingByItself(at: Instant, clock: DeadlineClock) -> Hazard? {
        guard case .suspended(let suspension) = stage, at >= suspension.endsAt else { return nil }
        return resumed(suspension, from: suspension.endsAt, remark: nil, at: at, clock: clock)
    }

    private func resumed(
        _ suspension: Suspension,
        from instant: Instant,
        remark: String?,
        at: Instant,
        clock: DeadlineClock
    ) -> Hazard {
        var resumed = self
        resumed.deadline = clock.resuming(deadline, with: suspension.remainder, at: instant)
        let order = suspension.order?.changed { order in
            guard let rework = order.rework, let left = suspension.reworkRemainder else { return }
            order.rework = Order.Rework(
                reason: rework.reason,
                failed: rework.failed,
                deadline: clock.resuming(rework.deadline, with: left, at: instant)
            )
        }
        let stage: HazardStage =
            order.map { .ordered(order: $0) } ?? .reported(sentBack: suspension.sentBack)
        return resumed.moved(to: stage, at: at, remark: remark)
    }
}
