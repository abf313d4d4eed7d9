import Foundation
import GRDB
import PatrolModel
import Synchronization

/// What the daemon remembers of what time makes due, so that not every filing has to look for it again.
///
/// Nothing rests on it: a new process looks for everything anew. A transaction that is rolled back takes events away, and
/// is noticed by the hash of the last event that was looked at, which stands for all before it.
final class ScheduleWatch: Sendable {
    /// A look at the ledger after an event.
    private struct Sight<Found: Sendable>: Sendable {
        let sequence: Int64
        let hash: Data
        let found: Found

        init(_ found: Found, _ db: Database) throws {
            let head = try EventChain.head(db)
            (sequence, hash, self.found) = (head.sequence, head.hash, found)
        }

        func holds(_ db: Database) throws -> Bool {
            let sql = "SELECT hash FROM event WHERE sequence = ?"
            return try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [sequence]) == hash
        }
    }

    /// How far the reminders by rule have been looked at.
    struct Reminders: Sendable {
        /// The event that adopted the rules and the calendar.
        let adoption: Int64
        /// Every deadline up to it has been looked at, by rule.
        var looked: [DeadlineRule: Instant] = [:]
        /// The first deadline after it, with when the rule speaks of it.
        var next: [DeadlineRule: (due: Instant, at: Instant)] = [:]

        /// Up to which deadline a rule speaks, as reckoned at an instant.
        private var latest: [DeadlineRule: (at: Instant, due: Instant)] = [:]

        init(adoption: Int64) {
            self.adoption = adoption
        }

        /// Reckoned once a second, however many file in it.
        mutating func latest(of rule: DeadlineRule, at now: Instant, by clock: ReminderClock) -> Instant {
            if let latest = latest[rule], latest.at == now { return latest.due }
            let due = clock.latestDue(of: rule.reminder.moment, at: now)
            latest[rule] = (now, due)
            return due
        }

        /// When a rule speaks next of what is in the ledger now; nil where none does.
        var earliest: Instant? { next.values.map(\.at).min() }
    }

    private let opening = Mutex<Sight<Instant>?>(nil)
    private let reminding = Mutex<Sight<Reminders>?>(nil)

    /// When the next period may begin, where that is known and later than `now`; nil where it has to be looked for.
    ///
    /// While the rules stay the same, what is recorded only moves that moment on, so that what was found once stays
    /// true of all that comes after.
    func nextOpening(after now: Instant, _ db: Database) throws -> Instant? {
        guard let sight = opening.withLock({ $0 }), sight.found > now else { return nil }
        return try sight.holds(db) ? sight.found : nil
    }

    /// Keeps what was found: when the next period begins.
    func remember(opening next: Instant, _ db: Database) throws {
        let sight = try Sight(next, db)
        opening.withLock { $0 = sight }
    }

    /// What was known of the reminders after an event; nil where it has to be looked for.
    func reminders(adoptedBy adoption: Int64, _ db: Database) throws -> (found: Reminders, after: Int64)? {
        guard let sight = reminding.withLock({ $0 }), sight.found.adoption == adoption,
            try sight.holds(db)
        else { return nil }
        return (sight.found, sight.sequence)
    }

    func remember(_ reminders: Reminders, _ db: Database) throws {
        let sight = try Sight(reminders, db)
        reminding.withLock { $0 = sight }
    }
}
