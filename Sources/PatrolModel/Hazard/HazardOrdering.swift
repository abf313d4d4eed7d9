extension Order {
    /// Whom it is for, and how and when they were told.
    package struct Terms: Sendable {
        package let unit: String
        package let service: Service
        package let servedAt: Instant
        package let receivedBy: String?

        package init(unit: String, service: Service, servedAt: Instant, receivedBy: String? = nil) {
            self.unit = unit
            self.service = service
            self.servedAt = servedAt
            self.receivedBy = receivedBy
        }
    }
}

extension Hazard {
    /// A new order, served after everything that made it necessary.
    func order(
        _ terms: Order.Terms,
        number: String,
        former sentBack: SentBack?,
        notBefore earliest: Instant? = nil,
        referral: Referral? = nil,
        by actor: Actor,
        at: Instant,
        clock: DeadlineClock
    ) throws(PatrolError) -> Order {
        guard terms.servedAt >= observedAt else {
            throw .servedBeforeObserved(observed: clock.zone.iso8601(observedAt))
        }
        // Nobody can have been told of what was held to be fixed.
        if let sentBack, terms.servedAt < sentBack.failed.at {
            throw .servedBeforeFailure(failed: clock.zone.iso8601(sentBack.failed.at))
        }
        if let earliest, terms.servedAt < earliest {
            throw .servedTooEarly(hazard: id, earliest: clock.zone.iso8601(earliest))
        }
        return Order(
            number: number,
            unit: terms.unit,
            service: terms.service,
            servedAt: terms.servedAt,
            issued: actor.signature(at: at),
            rework: nil,
            former: sentBack,
            receivedBy: terms.receivedBy,
            referral: referral
        )
    }

    /// Under an order that has been served: the unit's own clock begins, but for danger, whose clock has been running.
    func served(_ order: Order, at: Instant, clock: DeadlineClock) -> Hazard {
        // An order that was too late itself is noticed before the unit's own clock begins.
        var served = noticingOverdue(at: at)
        if !grounds.limit.isUrgent {
            served.deadline = clock.deadline(of: grounds.limit, .service, from: order.servedAt)
        }
        return served.moved(to: .ordered(order: order), at: at)
    }

    /// Back with the bureau, whose own limit to order runs again.
    func backWithBureau(
        _ stage: HazardStage,
        remark: String? = nil,
        at: Instant,
        clock: DeadlineClock,
        limits: Configuration.Limits
    ) -> Hazard {
        var back = noticingOverdue(at: at)
        if !grounds.limit.isUrgent { back.deadline = clock.deadline(of: limits.order, .return, from: at) }
        return back.moved(to: stage, at: at, remark: remark)
    }

    /// Refuses whoever does not speak for the unit: a street office sees its area, and answers for itself alone.
    func requireUnit(_ actor: Actor, _ unit: String, for verb: Verb) throws(PatrolError) {
        guard actor.person.unit == unit else {
            throw .outOfScope(verb: verb, person: actor.person.id, subject: id)
        }
    }

    /// Refuses whoever belongs to the responsible unit: nobody decides on their own business.
    func requireOutsider(
        _ actor: Actor,
        for verb: Verb,
        fourEyes: FourEyes,
        unit: String? = nil
    ) throws(PatrolError) {
        let unit = unit ?? responsibleUnit
        if let person = fourEyes.member(of: unit, in: actor) {
            throw .belongsToUnit(hazard: id, verb: verb, person: person, unit: unit)
        }
    }

    /// Refuses whoever asked for it, or did what it is about.
    func requireOther(
        _ actor: Actor,
        than signature: Signature,
        for verb: Verb,
        fourEyes: FourEyes
    ) throws(PatrolError) {
        if let person = fourEyes.overlap(actor, signature) {
            throw .ownRequest(hazard: id, verb: verb, person: person)
        }
    }
}
