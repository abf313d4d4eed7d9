import PatrolLedger
import PatrolModel
import PatrolText
import Systemd

/// Says in the journal what the ledger has put down to be said, and puts down that it was said.
///
/// Said first and recorded after: a crash in between says a line twice, with the same `PATROL_REMINDER`, never not at
/// all.
struct Reminders: Sendable {
    let ledger: Ledger
    let writer: JournalWriter
    let phrases: any Phrases

    func sayPending() async throws {
        while true {
            let pending = try await ledger.pendingReminders(limit: 100)
            guard !pending.isEmpty else { return }
            for reminder in pending {
                for message in try await messages(for: reminder) { writer.write(message) }
            }
            try await ledger.markSaid(pending.map(\.id))
        }
    }

    /// The lines that say a reminder, in the journal's form.
    func messages(for reminder: PendingReminder) async throws -> [JournalMessage] {
        switch reminder.entry {
        case .hazard(.recompute, let hazard) where reminder.id.hasPrefix("deadline/"):
            [try await firm(hazard, reminder.id)]
        case .hazard(_, let hazard): [try await overdue(hazard, reminder.id)]
        case .calendarGap(let gap): [missing(gap, reminder.id)]
        case .catalogue(let file): [adopted(file, reminder.id)]
        case .settlement(let settlement): try await missed(settlement, reminder.id)
        case .morning(let digest): digest.lines.map { morning($0, digest.date, reminder.id) }
        default: []
        }
    }

    /// The bureau's own lateness is not laid at the door of a unit that has not been told.
    private func overdue(_ hazard: Hazard, _ reminder: String) async throws -> JournalMessage {
        let site = try await ledger.site(hazard.site, sight: .everything)
        let kind: DeadlineKind = reminder.contains("/order") ? .order : .rectification
        // What it let pass then: its deadline may have become another since.
        let lapse = hazard.lapses.last { $0.kind == kind }
        let due = ledger.rulebook.zone.iso8601(lapse?.deadline.at ?? hazard.dueAt)
        let what = "\(hazard.grounds.categoryName) \(hazard.grounds.text)"
        let line: JournalLine =
            kind == .order
            ? .orderOverdue(hazard: hazard.id, what: what, site: site.name, due: due.readable)
            : .overdue(
                hazard: hazard.id,
                what: what,
                site: site.name,
                unit: hazard.responsibleUnit,
                due: due.readable
            )
        let text =
            phrases.journal(line)
            + (lapse?.deadline.isProvisional == true ? phrases.notice(.provisional) : "")
        return JournalMessage(
            kind: .hazardOverdue,
            priority: hazard.severity == .major ? .error : .warning,
            text: text,
            fields: fields(hazard, due, reminder).filter { $0.0 != "PATROL_UNIT" || kind != .order }
        )
    }

    private func fields(_ hazard: Hazard, _ due: String, _ reminder: String) -> [(String, String)] {
        [
            ("PATROL_HAZARD", hazard.id), ("PATROL_SITE", hazard.site),
            ("PATROL_UNIT", hazard.responsibleUnit), ("PATROL_DUE", due), ("PATROL_REMINDER", reminder),
        ]
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
        var bySubdistrict: [String: [(Site, DutyKey)]] = [:]
        for missed in settlement.missed {
            let site = try await ledger.site(missed.site, sight: .everything)
            let key = DutyKey(
                programme: settlement.programme,
                period: settlement.period,
                site: missed.site,
                ordinal: missed.ordinal
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
                        sites: part.map(\.0.name),
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
                    ] + part.flatMap { [("PATROL_SITE", $0.0.code), ("PATROL_DUTY", $0.1.description)] }
                )
            }
        }
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

extension String {
    /// `2026-11-23 17:55` of `2026-11-23T17:55:10+08:00`.
    fileprivate var readable: String { String(prefix(16)).replacing("T", with: " ") }
}
