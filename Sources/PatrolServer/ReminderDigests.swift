package import PatrolLedger
package import PatrolModel
package import PatrolWire

/// Puts together what a rule's command is given.
package struct ReminderDigests: Sendable {
    private let ledger: Ledger
    private let clock: any WallClock

    package init(ledger: Ledger, clock: any WallClock) {
        self.ledger = ledger
        self.clock = clock
    }

    /// Nil where the rule is not about deadlines.
    package func digest(_ firing: ReminderFiring, reminder: String, at: Instant) async throws
        -> ReminderDigest?
    {
        guard case .deadline(let rule) = firing.rule.occasion, let kind = firing.dues.first?.kind else {
            return nil
        }
        let (rulebook, now) = (ledger.rulebook, clock.now())
        var hazards: [HazardBody] = []
        for due in firing.dues {
            let record = try await ledger.hazard(due.hazard, sight: .everything).0
            hazards.append(HazardBody(record, rulebook, now: now))
        }
        let (occasion, offset) = rule.moment.parts
        return ReminderDigest(
            reminder: reminder,
            rule: firing.rule.id,
            at: rulebook.zone.iso8601(at),
            occasion: occasion,
            offset: offset?.description,
            kind: kind,
            recipients: recipients(rule, kind, hazards),
            hazards: hazards
        )
    }

    /// Nil where there is nothing on anybody's list, or the rule is not about the morning.
    package func digest(_ morning: MorningDigest, reminder: String, at: Instant) async throws -> MorningLists?
    {
        guard let rule = morning.rule, case .morning(let lists) = rule.occasion else { return nil }
        let sheets = try await MorningSheets(ledger: ledger, clock: clock).sheets(for: lists.to) { $0 }
        guard !sheets.isEmpty else { return nil }
        let time = ledger.rulebook.zone.iso8601(at)
        return MorningLists(reminder: reminder, rule: rule.id, at: time, sheets: sheets)
    }

    /// Everybody it is for, each with the hazards that are theirs.
    private func recipients(
        _ rule: DeadlineReminder,
        _ kind: DeadlineKind,
        _ hazards: [HazardBody]
    ) -> [ReminderDigest.Recipient] {
        ledger.rulebook.configuration.people.compactMap { person in
            let theirs = hazards.filter { hazard in
                !rule.people(
                    of: kind,
                    unit: hazard.responsibleUnit,
                    isServed: hazard.servedAt != nil,
                    subdistrict: hazard.subdistrict,
                    among: [person]
                ).isEmpty
            }
            return theirs.isEmpty ? nil : ReminderDigest.Recipient(person, hazards: theirs.map(\.id))
        }
    }
}

extension DeadlineReminder.Moment {
    fileprivate var parts: (ReminderDigest.Occasion, TimeLimit?) {
        switch self {
        case .before(let limit): (.before, limit)
        case .passed: (.passed, nil)
        case .after(let limit): (.after, limit)
        }
    }
}
