package import PatrolLedger
package import PatrolModel
package import PatrolWire

/// The morning lists, composed from the ledger: for whoever asks over the socket, and for the daemon's own digests.
package struct MorningSheets: Sendable {
    /// Whom a list is for.
    package enum Recipient: Hashable, Sendable {
        case person(Person)
        case unit(String)
        case subdistrict(String)
    }

    private let ledger: Ledger
    private let clock: any WallClock

    package init(ledger: Ledger, clock: any WallClock) {
        self.ledger = ledger
        self.clock = clock
    }

    /// Everybody whom lists of everybody are for: each person, and each responsible unit and subdistrict that no person
    /// is named for, so that nothing is left lying and nobody has the same on two lists.
    package func everybody() async throws -> [Recipient] {
        try await everybody(ReminderRule.Morning.Audience.allCases)
    }

    /// As ``everybody()``, of some kinds alone; without people, every unit and every subdistrict.
    package func everybody(_ kinds: [ReminderRule.Morning.Audience]) async throws -> [Recipient] {
        let people = kinds.contains(.person) ? ledger.rulebook.configuration.people : []
        let (units, subdistricts) = (
            Set(people.filter(\.answersForUnit).compactMap(\.unit)),
            Set(people.filter { $0.has(.subdistrict) }.compactMap(\.subdistrict))
        )
        var recipients = people.map { Recipient.person($0) }
        if kinds.contains(.unit) {
            recipients += try await ledger.units().filter { !units.contains($0) }.map { .unit($0) }
        }
        if kinds.contains(.subdistrict) {
            recipients += try await ledger.subdistrictNames().filter { !subdistricts.contains($0) }
                .map { .subdistrict($0) }
        }
        return recipients
    }

    /// The lists of some kinds of recipients, without those on which there is nothing; `use` makes of each what is kept
    /// of it.
    package func sheets<Kept>(
        for kinds: [ReminderRule.Morning.Audience],
        _ use: (MorningSheet) -> Kept
    ) async throws -> [Kept] {
        var kept: [Kept] = []
        for recipient in try await everybody(kinds) {
            let sheet = try await sheet(for: recipient)
            if !sheet.isEmpty { kept.append(use(sheet)) }
        }
        return kept
    }

    /// One list as of an instant, which is now where none is given, with the head of the record that it holds at.
    ///
    /// It is read again where something was recorded meanwhile. Where that happens each time, it holds what was recorded
    /// last, and its head is the one before.
    package func sheet(for recipient: Recipient, at now: Instant? = nil) async throws -> MorningSheet {
        let now = now ?? clock.now()
        var (head, sheet) = (try await ledger.head(), nil as MorningSheet?)
        for _ in 0..<5 {
            let found = try await self.sheet(for: recipient, at: now, head)
            let last = try await ledger.head()
            if last == head { return found }
            (head, sheet) = (last, found)
        }
        guard let sheet else { return try await self.sheet(for: recipient, at: now, head) }
        return sheet
    }

    private func sheet(
        for recipient: Recipient,
        at now: Instant,
        _ head: ChainHead
    ) async throws -> MorningSheet {
        let rulebook = ledger.rulebook
        let work = try await work(of: recipient, at: now)
        var sheet = MorningSheet(
            districtName: rulebook.configuration.district.name,
            date: rulebook.zone.date(now).description,
            at: rulebook.zone.iso8601(now),
            recipient: MorningSheet.Recipient(recipient),
            event: head.sequence,
            head: head.hash,
            dueBefore: rulebook.zone.iso8601(rulebook.nextMorning(after: now)),
            missedSince: rulebook.zone.iso8601(rulebook.lastMorning(before: now))
        )
        func bodies(_ hazards: [HazardRecord]) -> [HazardBody] {
            hazards.map { HazardBody($0, rulebook, now: now) }
        }
        (sheet.overdue, sheet.dueToday) = (bodies(work.overdue), bodies(work.dueToday))
        (sheet.toOrder, sheet.orders) = (bodies(work.toOrder), bodies(work.orders))
        sheet.toVerify = bodies(work.toVerify)
        sheet.duties = work.duties.filter { $0.targetDate <= sheet.date }.map { DutyBody($0, rulebook) }
        sheet.missed = work.missed.map { DutyBody($0, rulebook) }
        return sheet
    }

    private func work(of recipient: Recipient, at now: Instant) async throws -> MorningWork {
        let reading = MorningReading(ledger: ledger, now: now)
        return switch recipient {
        case .person(let person): try await reading.work(of: person)
        case .unit(let unit): try await reading.work(ofUnit: unit)
        case .subdistrict(let name): try await reading.work(inSubdistrict: name)
        }
    }
}

extension MorningSheet.Recipient {
    fileprivate init(_ recipient: MorningSheets.Recipient) {
        switch recipient {
        case .person(let person): self.init(kind: .person, id: person.id, name: person.name)
        case .unit(let name): self.init(kind: .unit, id: name, name: name)
        case .subdistrict(let name): self.init(kind: .subdistrict, id: name, name: name)
        }
    }
}

extension Person {
    /// Whether what a responsible unit is ordered stands on this person's list.
    var answersForUnit: Bool { has(.unit) || has(.subdistrict) }
}

extension Rulebook {
    /// The time of the morning on the first working day after an instant's.
    func nextMorning(after instant: Instant) -> Instant {
        morning(of: configuration.calendar.workday(after: zone.day(containing: instant)))
    }

    /// The time of the morning on the last working day before an instant's.
    func lastMorning(before instant: Instant) -> Instant {
        morning(of: configuration.calendar.workday(before: zone.day(containing: instant)))
    }

    private func morning(of day: CivilDate) -> Instant {
        zone.firstInstant(of: day, secondOfDay: rules.morning.secondOfDay)
    }
}
