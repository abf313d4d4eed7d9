import PatrolModel

extension LedgerTransaction {
    mutating func order(_ filing: OrderHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardOrder)
        let served = try rulebook.instant(filing.servedAt, notBefore: hazard.observedAt, now: at)
        let ordered = try hazard.ordering(
            unit: unit(filing.unit, for: hazard),
            service: filing.service ?? .word,
            servedAt: served,
            number: nextNumber(.order),
            by: requireActor(),
            at: at,
            zone: zone
        )
        return try append(.hazard(.order, ordered))
    }

    mutating func rectify(_ filing: RectifyHazard, rectifiedAt typed: TypedTime?) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardRectify)
        let action = try FreeText.checked(filing.action, .action)
        let reason = try FreeText.checkedIfPresent(filing.reason, .reason)
        let done = try rulebook.instant(
            typed,
            notBefore: hazard.stage.order?.earliestClaim ?? hazard.observedAt,
            now: at
        )
        try rulebook.requireReason(reason, observed: done, now: at)
        let rectified = try hazard.rectifying(
            action: action,
            rectifiedAt: done,
            reason: reason,
            by: requireActor(),
            at: at,
            zone: zone
        )
        return try append(.hazard(.rectify, rectified))
    }

    mutating func verify(_ filing: VerifyHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardVerify)
        let finding: Hazard.Finding =
            filing.failed
            ? .failed(reason: try FreeText.checked(filing.note ?? "", .reason))
            : .passed(note: try FreeText.checkedIfPresent(filing.note, .note))
        let verified = try hazard.verifying(
            finding,
            by: requireActor(),
            fourEyes: rulebook.rules.fourEyes,
            at: at
        )
        return try append(.hazard(.verify, verified))
    }

    mutating func close(_ filing: CloseHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardClose)
        let closed = try hazard.closing(by: requireActor(), fourEyes: rulebook.rules.fourEyes, at: at)
        return try append(.hazard(.close, closed))
    }

    /// The hazard, provided the person has the verb at all and may know of it; a hidden one is as good as none.
    private func visible(_ id: String, for verb: Verb) throws -> Hazard {
        let person = try requireActor().person
        try person.require(verb)
        let hazard = try hazard(id)
        guard person.sight.covers(hazard.subject) else { throw PatrolError.unknownHazard(id: hazard.id) }
        return hazard
    }
}
