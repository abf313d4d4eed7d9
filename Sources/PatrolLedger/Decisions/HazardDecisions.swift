import PatrolModel

extension LedgerTransaction {
    mutating func order(_ filing: OrderHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardOrder)
        let terms = try terms(
            unit: filing.unit,
            filing.service,
            filing.servedAt,
            notBefore: hazard.stage.sentBack?.failed.at,
            receivedBy: filing.receivedBy,
            for: hazard
        )
        let ordered = try hazard.ordering(
            terms,
            number: nextNumber(.order),
            by: requireActor(),
            at: at,
            clock: clock()
        )
        return try append(.hazard(.order, proven(ordered, filing.evidence, .hazardOrder)))
    }

    mutating func rectify(_ filing: RectifyHazard, rectifiedAt typed: TypedTime?) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardRectify)
        let action = try FreeText.checked(filing.action, .action)
        let reason = try FreeText.checkedIfPresent(filing.reason, .reason)
        let done = try rulebook.instant(
            typed,
            notBefore: hazard.stage.order?.earliestClaim ?? hazard.observedAt,
            now: filedAt
        )
        try rulebook.requireReason(reason, observed: done, now: filedAt)
        let rectified = try hazard.rectifying(
            action: action,
            rectifiedAt: done,
            reason: reason,
            by: requireActor(),
            at: at,
            clock: clock(),
            limits: rulebook.rules.limits
        )
        return try append(.hazard(.rectify, proven(rectified, filing.evidence, .hazardRectify)))
    }

    mutating func verify(_ filing: VerifyHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardVerify)
        let finding: Hazard.Finding =
            filing.failed
            ? .failed(reason: try FreeText.checked(filing.note ?? "", .reason))
            : .passed(note: try FreeText.checkedIfPresent(filing.note, .note))
        try requireWritten(after: hazard.stage.rectification?.claimed.at, .hazardVerify, hazard)
        let verified = try proven(hazard, filing.evidence, .hazardVerify).verifying(
            finding,
            by: requireActor(),
            rules: rulebook.rules,
            at: at,
            clock: clock()
        )
        let event = try append(.hazard(.verify, verified))
        try addLookBacks(at: verified)
        return event
    }

    mutating func close(_ filing: CloseHazard) throws -> Event {
        let hazard = try visible(filing.hazard, for: .hazardClose)
        try requireWritten(after: hazard.stage.verification?.checked.at, .hazardClose, hazard)
        let closed = try hazard.closing(by: requireActor(), fourEyes: rulebook.rules.fourEyes, at: at)
        let event = try append(.hazard(.close, closed))
        try addLookBacks(at: closed)
        return event
    }

    /// What has waited in an outbox was written about what stood then.
    func requireWritten(after instant: Instant?, _ verb: Verb, _ hazard: Hazard) throws {
        guard let instant, filedAt < instant else { return }
        throw PatrolError.claimedSince(hazard: hazard.id, verb: verb, at: zone.iso8601(instant))
    }

    /// What rested on a year that was not published is reckoned again now that it may be.
    mutating func recomputeProvisionalDeadlines() throws {
        let clock = try clock()
        for id in try String.fetchAll(db, sql: "SELECT id FROM hazard WHERE provisional = 1 ORDER BY id") {
            guard let recomputed = try hazard(id).recomputing(clock, at: at) else { continue }
            try append(.hazard(.recompute, recomputed))
        }
    }

    /// The hazard, provided the person has the verb at all and may know of it; a hidden one is as good as none.
    func visible(_ id: String, for verb: Verb) throws -> Hazard {
        let person = try requireActor().person
        try person.require(verb)
        let hazard = try hazard(id)
        guard person.sight.covers(hazard.subject) else { throw PatrolError.unknownHazard(id: hazard.id) }
        return hazard
    }
}
