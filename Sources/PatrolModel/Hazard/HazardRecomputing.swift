extension Hazard {
    /// The same hazard with what was provisional reckoned again by a calendar that has come since; nil where
    /// nothing was, or nothing is known now that was not.
    ///
    /// What is closed is judged again too. That a provisional deadline passed is as provisional as that: the event
    /// remains, the mark may go.
    package func recomputing(_ clock: DeadlineClock, at: Instant) -> Hazard? {
        var recomputed = self
        if deadline.isProvisional { recomputed.deadline = recomputedDeadline(clock) }
        recomputed.stage = stage.recomputing(clock)
        // What was left of a deadline when its clock was stopped was reckoned over the same days.
        if case .suspended(let suspension) = recomputed.stage, deadline.isProvisional {
            let left = clock.remainder(of: recomputed.deadline, at: suspension.since)
            recomputed.stage = .suspended(suspension.leaving(left))
        }
        recomputed.lapses = lapses.compactMap { lapse in
            guard lapse.deadline.isProvisional else { return lapse }
            let firm = clock.recomputed(lapse.deadline)
            return met(lapse.kind, by: at) > firm.at ? Lapse(kind: lapse.kind, deadline: firm) : nil
        }
        guard recomputed.isFirmer(than: self) else { return nil }
        return recomputed.noticingOverdue(at: at)
    }

    /// An extension runs on from the deadline before, and moves with it.
    private func recomputedDeadline(_ clock: DeadlineClock) -> Deadline {
        guard deadline.start == .extension, let former = stage.order?.extended, let first = former.first,
            former.last?.at == deadline.from
        else { return clock.recomputed(deadline) }
        return (former.dropFirst() + [deadline]).reduce(first.isProvisional ? clock.recomputed(first) : first)
        {
            clock.deadline(of: $1.limit, allowing: $1.allowance, $1.start, from: $0.at)
        }
    }

    /// When what a deadline is for was done, or its clock was stopped; now, where it still runs.
    private func met(_ kind: DeadlineKind, by now: Instant) -> Instant {
        (kind == .order ? stage.order?.servedAt : nil) ?? stage.stoppedAt ?? now
    }

    /// Whether a deadline of it, or one it let pass, has moved or is provisional no longer.
    private func isFirmer(than former: Hazard) -> Bool {
        let (now, then) = (judged, former.judged)
        return now.count != then.count
            || zip(now, then).contains { $0.at != $1.at || $0.isProvisional != $1.isProvisional }
    }

    private var judged: [Deadline] {
        deadlines.map(\.deadline) + lapses.map(\.deadline) + (stage.returned.map { [$0.deadline] } ?? [])
    }
}

extension HazardStage {
    /// The same stage with its provisional deadlines reckoned again, the hazard's own apart.
    func recomputing(_ clock: DeadlineClock) -> HazardStage {
        switch self {
        case .ordered(let order): .ordered(order: order.recomputing(clock))
        case .rectified(let order, let claim):
            .rectified(order: order?.recomputing(clock), rectification: claim.recomputing(clock))
        case .reported(let sentBack, let returned?):
            .reported(sentBack: sentBack, returned: returned.recomputing(clock))
        case .suspended(let suspension): .suspended(suspension.recomputing(clock))
        case .reported, .verified, .closed, .void: self
        }
    }
}

extension Return {
    fileprivate func recomputing(_ clock: DeadlineClock) -> Return {
        guard deadline.isProvisional else { return self }
        return Return(reason: reason, returned: returned, order: order, deadline: clock.recomputed(deadline))
    }
}

extension Suspension {
    /// What was left of a rework's deadline was reckoned over the same days.
    fileprivate func recomputing(_ clock: DeadlineClock) -> Suspension {
        guard let former = order?.rework?.deadline, former.isProvisional else { return self }
        var recomputed = self
        recomputed.order = order?.recomputing(clock)
        recomputed.reworkRemainder = clock.remainder(of: clock.recomputed(former), at: since)
        return recomputed
    }
}

extension Order {
    fileprivate func recomputing(_ clock: DeadlineClock) -> Order {
        guard let rework, rework.deadline.isProvisional else { return self }
        return sentBack(
            Rework(
                reason: rework.reason,
                failed: rework.failed,
                deadline: clock.recomputed(rework.deadline)
            )
        )
    }

    func sentBack(_ rework: Rework) -> Order {
        changed { $0.rework = rework }
    }

    /// The same order, and nobody waits for a later deadline of it any more.
    var withoutRequest: Order { changed { $0.extensionAsked = nil } }

    /// The same order but for what is done to it.
    func changed(_ change: (inout Order) -> Void) -> Order {
        var order = self
        change(&order)
        return order
    }
}

extension Rectification {
    fileprivate func recomputing(_ clock: DeadlineClock) -> Rectification {
        guard let verification, verification.isProvisional else { return self }
        return Rectification(
            action: action,
            rectifiedAt: rectifiedAt,
            reason: reason,
            claimed: claimed,
            verification: clock.recomputed(verification)
        )
    }
}
