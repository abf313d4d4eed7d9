extension Hazard {
    /// Whether a unit has been told of it at all.
    package var hasBeenOrdered: Bool { stage.order != nil || stage.returned != nil || givenBack != nil }

    /// Any open → void; once a unit has been told, it is asked of a second supervisor instead.
    package func voiding(
        _ ground: Voiding.Ground,
        _ note: String?,
        duplicateOf original: String?,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardVoid, over: subject)
        guard state.isOpen else { throw illegal(.hazardVoid) }
        if let voidAsked { throw .voidAsked(hazard: id, person: voidAsked.asked.person) }
        guard (ground == .duplicate) == (original != nil) else {
            throw .duplicateNeedsOriginal(given: original)
        }
        if ground == .other, note == nil { throw .emptyText(field: .note) }
        try requireOther(actor, than: reported, for: .hazardVoid, fourEyes: fourEyes)
        try requireVoider(actor, fourEyes)
        let request = VoidRequest(
            ground: ground,
            note: note,
            duplicateOf: original,
            asked: actor.signature(at: at)
        )
        guard hasBeenOrdered else { return voided(request, confirmed: nil, at: at) }
        var asked = moved(to: stage, at: at)
        asked.voidAsked = request
        return asked
    }

    /// The second supervisor's word: void it is, or it is not.
    package func decidingVoid(
        confirmed: Bool,
        _ remark: String?,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardVoid, over: subject)
        guard state.isOpen else { throw illegal(.hazardVoid) }
        guard let voidAsked else { throw .noVoidAsked(hazard: id) }
        try requireOther(actor, than: voidAsked.asked, for: .hazardVoid, fourEyes: fourEyes)
        try requireOther(actor, than: reported, for: .hazardVoid, fourEyes: fourEyes)
        try requireVoider(actor, fourEyes)
        guard confirmed else {
            var kept = moved(to: stage, at: at, remark: remark)
            kept.voidAsked = nil
            return kept
        }
        return voided(voidAsked, confirmed: actor.signature(at: at), at: at)
    }

    /// Nobody strikes out what they have answered for.
    private func requireVoider(_ actor: Actor, _ fourEyes: FourEyes) throws(PatrolError) {
        try requireOutsider(
            actor,
            for: .hazardVoid,
            fourEyes: fourEyes,
            unit: stage.returned?.order.unit
        )
        if let claim = stage.rectification {
            try requireOther(actor, than: claim.claimed, for: .hazardVoid, fourEyes: fourEyes)
        }
    }

    private func voided(_ request: VoidRequest, confirmed: Signature?, at: Instant) -> Hazard {
        let voiding = Voiding(
            ground: request.ground,
            note: request.note,
            duplicateOf: request.duplicateOf,
            asked: request.asked,
            confirmed: confirmed,
            order: (stage.order ?? stage.returned?.order)?.withoutRequest,
            stoppedAt: stage.stoppedAt ?? at
        )
        return noticingOverdue(at: at).moved(to: .void(voiding), at: at)
    }

    /// The one that stays, linked to a report that is voided for it, as that stood before; of two deadlines for the same
    /// thing the earlier wins.
    package func merging(_ duplicate: Hazard, at: Instant) -> Hazard {
        var merged = noticingOverdue(at: at)
        merged.duplicates.append(duplicate.id)
        merged.remark = nil
        if merged.clock.isRunning, duplicate.clock.isRunning, duplicate.kind == kind,
            duplicate.deadline.at < deadline.at
        {
            merged.deadline = duplicate.deadline
        }
        return merged.noticingOverdue(at: at)
    }

    /// Major no longer, by a supervisor's written reason; what has been passed to the leading group stays theirs.
    package func downgrading(
        _ reason: String,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant
    ) throws(PatrolError) -> Hazard {
        try actor.person.require(.hazardDowngrade, over: subject)
        guard severity == .major, state.isOpen, state != .verified else { throw illegal(.hazardDowngrade) }
        try requireOutsider(
            actor,
            for: .hazardDowngrade,
            fourEyes: fourEyes,
            unit: stage.returned?.order.unit
        )
        if let claim = stage.rectification {
            try requireOther(actor, than: claim.claimed, for: .hazardDowngrade, fourEyes: fourEyes)
        }
        var lower = moved(to: stage, at: at, remark: reason)
        lower.severity = .general
        return lower
    }
}
