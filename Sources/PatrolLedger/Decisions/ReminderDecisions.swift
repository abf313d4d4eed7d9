import Foundation
import GRDB
import PatrolModel

/// A rule, and one of the kinds of deadlines it speaks of.
struct DeadlineRule: Hashable, Sendable {
    let rule: ReminderRule
    let kind: DeadlineKind
    let reminder: DeadlineReminder

    /// Every rule about deadlines, but for kinds of which it would tell nobody.
    static func all(of rules: [ReminderRule]) -> [DeadlineRule] {
        rules.flatMap { rule -> [DeadlineRule] in
            guard case .deadline(let reminder) = rule.occasion else { return [] }
            return reminder.kinds.filter { !reminder.addressees(of: $0).isEmpty }.map {
                DeadlineRule(rule: rule, kind: $0, reminder: reminder)
            }
        }
    }

    /// Where such deadlines stand.
    var column: String {
        switch kind {
        case .order, .rectification: "due_at"
        case .rework: "rework_due_at"
        case .verification: "verify_due_at"
        }
    }

    /// Which of them run and are put to anybody, in the words of the index that is in their order.
    var running: String {
        // A unit that has not been told is told of nothing.
        told + (reminder.addressees(of: kind, isServed: false).isEmpty ? " AND order_number IS NOT NULL" : "")
    }

    /// The bureau's own limit to order runs while nobody has been told, but of danger: as ``Hazard/kind`` has it.
    private var told: String {
        let urgent = "time_limit LIKE '%紧急工作时'"
        return switch kind {
        case .order: "state IN ('reported', 'ordered') AND order_number IS NULL AND NOT \(urgent)"
        case .rectification:
            "state IN ('reported', 'ordered') AND (order_number IS NOT NULL OR \(urgent))"
        case .rework: "state = 'ordered' AND rework_due_at IS NOT NULL"
        case .verification: "state = 'rectified'"
        }
    }
}

extension LedgerTransaction {
    /// Puts down what one rule has to say of deadlines by now, each of them once; false where none has.
    mutating func remindOfDeadlines() throws -> Bool {
        let rules = DeadlineRule.all(of: rulebook.rules.reminders)
        guard !rules.isEmpty else { return false }
        let clock = try self.clock()
        let known = try watch?.reminders(adoptedBy: clock.adoption, db)
        // What is known holds until the next rule speaks or a hazard changes.
        if let known, try !hasHazardChanged(after: known.after), known.found.earliest.map({ $0 > at }) ?? true
        {
            return false
        }
        let reminders = ReminderClock(clock)
        var found = known?.found ?? ScheduleWatch.Reminders(adoption: clock.adoption)
        for rule in rules {
            let latest = found.latest(of: rule, at: at, by: reminders)
            let search = DueSearch(
                rule: rule,
                through: latest,
                looked: found.looked[rule],
                known: known?.after
            )
            let dues = try dues(search, reminders)
            guard dues.isEmpty else {
                for start in stride(from: 0, to: dues.count, by: ReminderFiring.most) {
                    let part = Array(dues[start..<min(start + ReminderFiring.most, dues.count)])
                    try append(.firing(ReminderFiring(rule: rule.rule, dues: part)))
                }
                return true
            }
            found.looked[rule] = max(latest, found.looked[rule] ?? latest)
            found.next[rule] = try next(of: rule, after: latest, reminders, known: found.next[rule])
        }
        try watch?.remember(found, db)
        return false
    }

    /// When a rule speaks next, where that is known.
    func nextReminder() throws -> Instant? {
        guard let watch else { return nil }
        return try watch.reminders(adoptedBy: clock().adoption, db)?.found.earliest
    }

    private static let changed = "SELECT entity FROM event WHERE sequence > ?1 AND verb LIKE 'hazard.%'"

    private func hasHazardChanged(after sequence: Int64) throws -> Bool {
        let sql = "SELECT EXISTS (\(Self.changed))"
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [sequence]) ?? false
    }

    /// Where a rule's deadlines are looked for.
    private struct DueSearch {
        /// As many as one transaction puts down.
        static let most = 2000

        let rule: DeadlineRule
        let through: Instant
        /// The deadlines up to it were looked at before.
        let looked: Instant?
        /// The event behind which hazards have changed since; nil where nothing was looked at.
        let known: Int64?

        /// SQL's conditions, each with its argument ?1: what was not looked at, and what has changed.
        var conditions: [(sql: String, argument: Int64)] {
            let new = ("\(rule.column) > ?1", looked?.seconds ?? Int64.min)
            guard let known else { return [new] }
            return [new, ("id IN (\(LedgerTransaction.changed))", known)]
        }
    }

    /// Deadlines of which the rule speaks now and has not spoken yet.
    private func dues(_ search: DueSearch, _ clock: ReminderClock) throws -> [ReminderFiring.Due] {
        let (rule, column) = (search.rule, search.rule.column)
        var (dues, seen): ([ReminderFiring.Due], Set<String>) = ([], [])
        // What has passed is not announced.
        let earliest = rule.reminder.moment.isAhead ? at : Instant(seconds: .min)
        for condition in search.conditions {
            let sql = """
                SELECT id, \(column) FROM hazard WHERE \(rule.running) AND \(condition.sql) AND \(column) BETWEEN ?7 AND ?2
                AND (?3 IS NULL OR severity = ?3) AND NOT EXISTS (SELECT 1 FROM hazard_reminded f
                WHERE f.hazard = id AND f.rule = ?4 AND f.kind = ?5 AND f.due_at = \(column) AND f.terms = ?6)
                ORDER BY \(column), id
                """
            let arguments: StatementArguments = [
                condition.argument, search.through.seconds, rule.reminder.severity?.rawValue, rule.rule.id,
                rule.kind.rawValue, rule.reminder.terms, earliest.seconds,
            ]
            let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
            while dues.count < DueSearch.most, let row = try rows.next() {
                let due = ReminderFiring.Due(hazard: row[0], kind: rule.kind, at: Instant(seconds: row[1]))
                guard seen.insert(due.hazard).inserted, try isToBeSpokenOf(due, by: rule, clock) else {
                    continue
                }
                dues.append(due)
            }
        }
        return dues
    }

    /// Ahead of a deadline whose whole limit is no longer than that, nobody is reminded: they have only just been told.
    private func isToBeSpokenOf(
        _ due: ReminderFiring.Due,
        by rule: DeadlineRule,
        _ clock: ReminderClock
    ) throws -> Bool {
        guard rule.reminder.moment.isAhead else { return true }
        let deadlines = try hazard(due.hazard).deadlines
        guard let deadline = deadlines.first(where: { $0.kind == rule.kind })?.deadline else { return false }
        return clock.instant(of: rule.reminder.moment, due: deadline.at) > deadline.from
    }

    private func next(
        of rule: DeadlineRule,
        after latest: Instant,
        _ clock: ReminderClock,
        known: (due: Instant, at: Instant)?
    ) throws -> (due: Instant, at: Instant)? {
        let sql = "SELECT min(\(rule.column)) FROM hazard WHERE \(rule.running) AND \(rule.column) > ?"
        let first = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [latest.seconds])
        guard let due = first.map({ Instant(seconds: $0) }) else { return nil }
        if let known, known.due == due { return known }
        return (due, clock.instant(of: rule.reminder.moment, due: due))
    }
}
