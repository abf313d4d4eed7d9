import PatrolLedger
import PatrolModel
import PatrolText
import Systemd

/// Hazards of one unit, or of the bureau's own to order, whose deadline passed at about the same time: one line is
/// enough for more than a few.
struct OverdueCrowd {
    static let most = 3

    let kind: DeadlineKind
    let severity: Hazard.Severity
    let unit: String?
    var hazards: [(hazard: Hazard, reminder: String)]

    /// Those of reminders that are more than ``most`` of one kind, of no more than a line of the journal holds each.
    static func crowds(in pending: [PendingReminder]) -> [OverdueCrowd] {
        var crowds: [OverdueCrowd] = []
        for reminder in pending {
            guard case .hazard(_, let hazard) = reminder.entry, reminder.id.hasPrefix("overdue/") else {
                continue
            }
            let kind: DeadlineKind = reminder.id.contains("/order") ? .order : .rectification
            let unit = kind == .order ? nil : hazard.responsibleUnit
            let place = crowds.firstIndex {
                $0.kind == kind && $0.unit == unit && $0.severity == hazard.severity
            }
            if let place {
                crowds[place].hazards.append((hazard, reminder.id))
            } else {
                crowds.append(
                    OverdueCrowd(
                        kind: kind,
                        severity: hazard.severity,
                        unit: unit,
                        hazards: [(hazard, reminder.id)]
                    )
                )
            }
        }
        return crowds.filter { $0.hazards.count > most }
    }
}

extension Reminders {
    private var people: [Person] { ledger.rulebook.configuration.people }

    /// The bureau's own lateness is not laid at the door of a unit that has not been told.
    func overdue(_ hazard: Hazard, _ reminder: String) async throws -> JournalMessage {
        let site = try await ledger.site(hazard.site, sight: .everything)
        let kind: DeadlineKind = reminder.contains("/order") ? .order : .rectification
        let deadline = passed(hazard, kind)
        let due = ledger.rulebook.zone.iso8601(deadline.at)
        let line: JournalLine =
            kind == .order
            ? .orderOverdue(hazard: hazard.id, what: hazard.what, site: site.name, due: due.readable)
            : .overdue(
                hazard: hazard.id,
                what: hazard.what,
                site: site.name,
                unit: hazard.responsibleUnit,
                due: due.readable
            )
        let text = phrases.journal(line) + (deadline.isProvisional ? phrases.notice(.provisional) : "")
        return JournalMessage(
            kind: .hazardOverdue,
            priority: hazard.severity == .major ? .error : .warning,
            text: text,
            fields: fields(hazard, due, reminder).filter { $0.0 != "PATROL_UNIT" || kind != .order }
                + told(of: kind, [hazard])
        )
    }

    /// As ``overdue(_:_:)``, of many at once.
    func overdue(_ crowd: OverdueCrowd) async throws -> JournalMessage {
        let hazards = crowd.hazards.map(\.hazard)
        var dues: [ReminderLine.Due] = []
        var fields = crowd.unit.map { [("PATROL_UNIT", $0)] } ?? []
        for (hazard, reminder) in crowd.hazards {
            let deadline = passed(hazard, crowd.kind)
            let due = ledger.rulebook.zone.iso8601(deadline.at)
            dues.append(try await line(hazard, due, deadline.isProvisional))
            fields += self.fields(hazard, due, reminder).filter { $0.0 != "PATROL_UNIT" }
        }
        return JournalMessage(
            kind: .hazardOverdue,
            priority: crowd.severity == .major ? .error : .warning,
            text: phrases.reminder(.overdue(unit: crowd.unit, dues: dues)),
            fields: fields + told(of: crowd.kind, hazards)
        )
    }

    /// What it let pass then: its deadline may have become another since.
    private func passed(_ hazard: Hazard, _ kind: DeadlineKind) -> Deadline {
        hazard.lapses.last { $0.kind == kind }?.deadline ?? hazard.deadline
    }

    func fields(_ hazard: Hazard, _ due: String, _ reminder: String) -> [(String, String)] {
        [
            ("PATROL_HAZARD", hazard.id), ("PATROL_SITE", hazard.site),
            ("PATROL_UNIT", hazard.responsibleUnit), ("PATROL_DUE", due), ("PATROL_REMINDER", reminder),
        ]
    }

    private func line(_ hazard: Hazard, _ due: String, _ isProvisional: Bool) async throws -> ReminderLine.Due
    {
        ReminderLine.Due(
            hazard: hazard.id,
            site: try await ledger.site(hazard.site, sight: .everything).name,
            what: hazard.what,
            at: due.readable,
            isProvisional: isProvisional
        )
    }

    /// Whom the rules that speak of a passed deadline put it to: the line that says it passed is theirs, and there is no
    /// second one.
    private func told(of kind: DeadlineKind, _ hazards: [Hazard]) -> [(String, String)] {
        var fields: [(String, String)] = []
        for rule in ledger.rulebook.rules.reminders {
            guard case .deadline(let reminder) = rule.occasion, reminder.moment == .passed,
                reminder.kinds.contains(kind)
            else { continue }
            let concerned = hazards.filter { reminder.severity == nil || reminder.severity == $0.severity }
            let told = people(of: kind, reminder, concerned)
            if !told.isEmpty { fields += [("PATROL_RULE", rule.id)] + told }
        }
        return fields.reduce(into: []) { all, field in
            if !all.contains(where: { $0 == field }) { all.append(field) }
        }
    }

    private func people(
        of kind: DeadlineKind,
        _ reminder: DeadlineReminder,
        _ hazards: [Hazard]
    ) -> [(String, String)] {
        let told = hazards.flatMap {
            reminder.people(
                of: kind,
                unit: $0.responsibleUnit,
                isServed: $0.isServed,
                subdistrict: $0.subdistrict,
                among: people
            ).map(\.id)
        }
        return Set(told).sorted().map { ("PATROL_PERSON", $0) }
    }

    /// One line for each unit, or street office, that a rule puts it to, else one for all. That an order's or a
    /// rectification's deadline has passed is said by ``overdue(_:_:)`` already.
    func deadlines(_ firing: ReminderFiring, _ pending: PendingReminder) async throws -> [JournalMessage] {
        guard case .deadline(let reminder) = firing.rule.occasion, let kind = firing.dues.first?.kind,
            reminder.moment != .passed || kind == .rework || kind == .verification
        else { return [] }
        var groups: [DeadlineGroup] = []
        for due in firing.dues {
            let hazard = try await ledger.hazard(due.hazard, sight: .everything).1
            let addressees = reminder.addressees(of: kind, isServed: hazard.isServed)
            let name =
                addressees.contains(.unit)
                ? hazard.responsibleUnit : addressees.contains(.subdistrict) ? hazard.subdistrict : ""
            if let place = groups.firstIndex(where: { $0.name == name && $0.addressees == addressees }) {
                groups[place].hazards.append((hazard, due.at))
            } else {
                groups.append(
                    DeadlineGroup(
                        rule: firing.rule,
                        reminder: reminder,
                        kind: kind,
                        addressees: addressees,
                        name: name,
                        hazards: [(hazard, due.at)]
                    )
                )
            }
        }
        var messages: [JournalMessage] = []
        for group in groups { messages.append(try await message(group, pending.id)) }
        return messages
    }

    private struct DeadlineGroup {
        let rule: ReminderRule
        let reminder: DeadlineReminder
        let kind: DeadlineKind
        let addressees: [DeadlineReminder.Addressee]
        /// The unit's or the street office's name; empty where it is for all.
        let name: String
        var hazards: [(hazard: Hazard, due: Instant)]
    }

    private func message(_ group: DeadlineGroup, _ reminder: String) async throws -> JournalMessage {
        let addressees = group.addressees
        // Grouped by unit, it may be for their street offices besides.
        let offices =
            addressees.contains(.unit) && addressees.contains(.subdistrict)
            ? Set(group.hazards.map(\.hazard.subdistrict)).sorted() : []
        let named = (group.name.isEmpty ? [] : [group.name]) + offices
        let roles = addressees.compactMap { addressee -> Role? in
            if case .role(let role) = addressee { role } else { nil }
        }
        var (dues, fields): ([ReminderLine.Due], [(String, String)]) = ([], [("PATROL_RULE", group.rule.id)])
        if !group.name.isEmpty {
            fields.append((addressees.contains(.unit) ? "PATROL_UNIT" : "PATROL_SUBDISTRICT", group.name))
        }
        fields += offices.map { ("PATROL_SUBDISTRICT", $0) }
        fields.append(("PATROL_REMINDER", reminder + (group.name.isEmpty ? "" : "/" + group.name)))
        for (hazard, due) in group.hazards {
            let due = ledger.rulebook.zone.iso8601(due)
            dues.append(try await line(hazard, due, hazard.isProvisional))
            fields += [("PATROL_HAZARD", hazard.id), ("PATROL_SITE", hazard.site), ("PATROL_DUE", due)]
        }
        let isMajor = group.hazards.contains { $0.hazard.severity == .major }
        return JournalMessage(
            kind: .deadlineReminder,
            priority: group.reminder.moment.isAhead ? .notice : isMajor ? .error : .warning,
            text: phrases.reminder(
                .deadlines(
                    group.reminder.moment,
                    group.kind,
                    to: named.map { .named($0) } + roles.map { .role($0) },
                    dues: dues
                )
            ),
            fields: fields + roles.map { ("PATROL_ROLE", $0.rawValue) }
                + people(of: group.kind, group.reminder, group.hazards.map(\.hazard))
        )
    }
}

extension Hazard {
    /// Whether a unit has been told of it.
    var isServed: Bool { stage.order != nil }

    var what: String { "\(grounds.categoryName) \(grounds.text)" }
}
