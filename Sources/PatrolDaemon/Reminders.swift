import PatrolLedger
import PatrolModel
import PatrolServer
import PatrolText
import PatrolWire
import Systemd

/// Says in the journal what the ledger has put down to be said, and puts down that it was said.
///
/// Said first and recorded after: a crash in between says a line twice, with the same `PATROL_REMINDER`, never not at
/// all.
struct Reminders: Sendable {
    let ledger: Ledger
    let writer: JournalWriter
    let sheets: MorningSheets
    /// A sign of life while many lists are put together.
    let onProgress: @Sendable () -> Void
    var phrases: any Phrases { ledger.rules.phrases }

    /// - Returns: whether some of it is also for a rule's command.
    func sayPending() async throws -> Bool {
        var isForCommands = false
        while true {
            let pending = try await ledger.pendingReminders(limit: 100)
            guard !pending.isEmpty else { return isForCommands }
            for message in try await messages(for: pending) { writer.write(message) }
            try await ledger.markSaid(pending.map(\.id))
            isForCommands = isForCommands || pending.contains { $0.entry.rule?.hook != nil }
        }
    }

    /// The lines that say reminders, in the journal's form.
    func messages(for pending: [PendingReminder]) async throws -> [JournalMessage] {
        let crowds = OverdueCrowd.crowds(in: pending)
        var messages: [JournalMessage] = []
        for crowd in crowds { messages.append(try await overdue(crowd)) }
        let inCrowds = Set(crowds.flatMap { $0.hazards.map(\.reminder) })
        for reminder in pending where !inCrowds.contains(reminder.id) {
            messages += try await self.messages(for: reminder)
        }
        return messages
    }

    private func messages(for reminder: PendingReminder) async throws -> [JournalMessage] {
        switch reminder.entry {
        case .hazard(.recompute, let hazard) where reminder.id.hasPrefix("deadline/"):
            [try await firm(hazard, reminder.id)]
        case .hazard(_, let hazard): [try await overdue(hazard, reminder.id)]
        case .firing(let firing): try await deadlines(firing, reminder)
        case .calendarGap(let gap): [missing(gap, reminder.id)]
        case .catalogue(let file): [adopted(file, reminder.id)]
        case .settlement(let settlement): try await missed(settlement, reminder.id)
        case .morning(let digest): try await morning(digest, reminder.id)
        default: []
        }
    }

    private func firm(_ hazard: Hazard, _ reminder: String) async throws -> JournalMessage {
        let site = try await ledger.site(hazard.site, sight: .everything)
        // The one that waits for somebody now.
        let rework = hazard.state == .ordered ? hazard.stage.order?.rework?.deadline : nil
        let deadline = hazard.stage.rectification?.verification ?? rework ?? hazard.deadline
        let due = ledger.rulebook.zone.iso8601(deadline.at)
        return JournalMessage(
            kind: .deadlineFirm,
            priority: .notice,
            text: phrases.journal(
                .deadlineFirm(
                    hazard: hazard.id,
                    site: site.name,
                    unit: hazard.responsibleUnit,
                    due: due.readable
                )
            ),
            fields: fields(hazard, due, reminder)
        )
    }

    private func adopted(_ file: CatalogueImport, _ reminder: String) -> JournalMessage {
        JournalMessage(
            kind: .catalogueAdopted,
            priority: .notice,
            text: phrases.journal(
                .catalogueAdopted(
                    source: file.source,
                    added: file.added.count,
                    changed: file.changed.count,
                    retired: file.retired.map(\.code)
                )
            ),
            fields: file.all.map { ("PATROL_CATEGORY", $0.code) }.prefix(500)
                + [("PATROL_REMINDER", reminder)]
        )
    }

    private func missing(_ gap: CalendarGap, _ reminder: String) -> JournalMessage {
        JournalMessage(
            kind: .calendarMissing,
            priority: .warning,
            text: phrases.journal(.calendarMissing(year: gap.year, deadlines: gap.deadlines)),
            fields: [("PATROL_YEAR", String(gap.year)), ("PATROL_REMINDER", reminder)]
        )
    }

    /// One line a subdistrict, naming every duty in fields; no more than 100 duties a line, since the journal caps the
    /// fields of an entry.
    private func missed(_ settlement: PeriodSettlement, _ reminder: String) async throws -> [JournalMessage] {
        let programme = try await ledger.programmeName(settlement.programme)
        var bySubdistrict: [String: [(site: Site, key: DutyKey)]] = [:]
        for missed in settlement.missed {
            let site = try await ledger.site(missed.site, sight: .everything)
            let key = DutyKey(
                programme: settlement.programme,
                period: settlement.period,
                site: missed.site,
                ordinal: missed.ordinal,
                hazard: missed.hazard
            )
            bySubdistrict[site.subdistrict, default: []].append((site, key))
        }
        return bySubdistrict.sorted { $0.key < $1.key }.flatMap { subdistrict, duties in
            stride(from: 0, to: duties.count, by: 100).map { start in
                let part = duties[start..<min(start + 100, duties.count)]
                let text = phrases.journal(
                    .missed(
                        programme: programme?.name ?? settlement.programme,
                        period: settlement.period,
                        manner: programme?.manner ?? .patrol,
                        sites: part.map { ($0.key.hazard.map { $0 + " " } ?? "") + $0.site.name },
                        subdistrict: subdistrict
                    )
                )
                return JournalMessage(
                    kind: .dutiesMissed,
                    priority: .warning,
                    text: text,
                    fields: [
                        ("PATROL_PROGRAMME", settlement.programme), ("PATROL_SUBDISTRICT", subdistrict),
                        ("PATROL_REMINDER", "\(reminder)/\(subdistrict)/\(start / 100 + 1)"),
                    ]
                        + part.flatMap {
                            [("PATROL_SITE", $0.site.code), ("PATROL_DUTY", $0.key.description)]
                        }
                        + part.compactMap { $0.key.hazard.map { ("PATROL_HAZARD", $0) } }
                )
            }
        }
    }

    /// A line for each street office with duties, and one for each person and unit with anything on their list.
    private func morning(_ digest: MorningDigest, _ reminder: String) async throws -> [JournalMessage] {
        guard case .morning(let rule) = digest.rule?.occasion else {
            return digest.lines.map { morning($0, digest.date, reminder) }
        }
        // Where somebody is named for a street office, their own list says it.
        let people = rule.to.contains(.person) ? ledger.rulebook.configuration.people : []
        let named = Set(people.filter { $0.has(.subdistrict) }.compactMap(\.subdistrict))
        let offices = digest.lines.filter { !named.contains($0.subdistrict) }
            .map { morning($0, digest.date, reminder) }
        let others = rule.to.filter { $0 != .subdistrict }
        guard !others.isEmpty else { return offices }
        return offices
            + (try await sheets.sheets(for: others) { sheet in
                onProgress()
                return list(sheet, reminder)
            })
    }

    private func list(_ sheet: MorningSheet, _ reminder: String) -> JournalMessage {
        let (recipient, kind) = (sheet.recipient, sheet.recipient.kind.rawValue)
        let counts = ReminderLine.Counts(
            duties: sheet.duties.count,
            missed: sheet.missed.count,
            overdue: sheet.overdue.count,
            dueToday: sheet.dueToday.count,
            waiting: sheet.toOrder.count + sheet.orders.count + sheet.toVerify.count
        )
        // Whoever speaks for a street office or a unit is found by it too.
        let person =
            recipient.kind == .person
            ? ledger.rulebook.configuration.people.first { $0.id == recipient.id } : nil
        let whose =
            [
                ("PATROL_SUBDISTRICT", person?.has(.subdistrict) == true ? person?.subdistrict : nil),
                ("PATROL_UNIT", person?.has(.unit) == true ? person?.unit : nil),
            ].compactMap { field in field.1.map { (field.0, $0) } }
        let id = recipient.id.contains(" ") ? "'\(recipient.id)'" : recipient.id
        let command = "patrol morning --\(kind) \(id)"
        return JournalMessage(
            kind: .morning,
            priority: .info,
            text: phrases.reminder(
                .list(date: sheet.date, name: recipient.name, counts: counts, command: command)
            ),
            fields: [
                ("PATROL_" + kind.uppercased(), recipient.id), ("PATROL_OPEN", String(counts.duties)),
                ("PATROL_MISSED", String(counts.missed)), ("PATROL_OVERDUE", String(counts.overdue)),
                ("PATROL_DUE_TODAY", String(counts.dueToday)), ("PATROL_WAITING", String(counts.waiting)),
                ("PATROL_REMINDER", "\(reminder)/\(kind)/\(recipient.id)"),
            ] + whose
        )
    }

    private func morning(_ line: MorningDigest.Line, _ date: CivilDate, _ reminder: String) -> JournalMessage
    {
        JournalMessage(
            kind: .morning,
            priority: .info,
            text: phrases.journal(
                .morning(date: date.description, subdistrict: line.subdistrict, open: line.open)
            ),
            fields: [
                ("PATROL_SUBDISTRICT", line.subdistrict), ("PATROL_OPEN", String(line.open)),
                ("PATROL_REMINDER", "\(reminder)/\(line.subdistrict)"),
            ]
        )
    }
}

extension LedgerEntry {
    /// The rule that says this.
    var rule: ReminderRule? {
        switch self {
        case .firing(let firing): firing.rule
        case .morning(let digest): digest.rule
        default: nil
        }
    }
}

extension String {
    /// `2026-11-23 17:55` of `2026-11-23T17:55:10+08:00`.
    var readable: String { String(prefix(16)).replacing("T", with: " ") }
}
