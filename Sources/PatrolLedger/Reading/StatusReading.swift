import Foundation
import GRDB
package import PatrolModel

/// The ledger's state in a few figures.
package struct LedgerStatus: Sendable {
    package let events: Int64
    /// The chain's last hash, in hexadecimal.
    package let head: String
    package let sites: Int
    package let openDuties: Int
    package let openHazards: Int
    package let overdueHazards: Int
    package let awaitingVerification: Int
}

/// What waits for somebody, in two figures.
package struct Workload: Sendable {
    package let overdueHazards: Int
    /// Sites, and hazards to look back at, that a duty of today, or left over, is open for.
    package let openSites: Int
}

/// A line that is still to be said in the journal.
package struct PendingReminder: Sendable {
    /// Stable, so that a repeat after a crash can be told.
    package let id: String
    /// When it came up.
    package let at: Instant
    package let entry: LedgerEntry
}

extension Ledger {
    package func status(at: Instant) async throws -> LedgerStatus {
        try await pool.read { db in
            func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM " + sql, arguments: arguments) ?? 0
            }
            let head = try EventChain.head(db)
            let running = "hazard WHERE state IN ('reported', 'ordered')"
            return LedgerStatus(
                events: head.sequence,
                head: EventChain.hex(head.hash),
                sites: try count("site"),
                openDuties: try count("duty WHERE state = 'open'"),
                openHazards: try count("hazard WHERE state NOT IN ('closed', 'void')"),
                overdueHazards: try count(running + " AND due_at < ?", [at.seconds]),
                awaitingVerification: try count("hazard WHERE state = 'rectified'")
            )
        }
    }

    package func workload(at: Instant) async throws -> Workload {
        let today = rulebook.zone.date(at).description
        return try await pool.read { db in
            let overdue =
                "SELECT count(*) FROM hazard WHERE state IN ('reported', 'ordered') AND due_at < ?"
            let open = """
                SELECT count(DISTINCT d.subject) FROM period p
                JOIN duty d ON d.programme = p.programme AND d.period = p.key
                WHERE p.settled_by IS NULL AND p.starts_at <= ?1 AND d.state = 'open' AND d.target_date <= ?2
                """
            return Workload(
                overdueHazards: try Int.fetchOne(db, sql: overdue, arguments: [at.seconds]) ?? 0,
                openSites: try Int.fetchOne(db, sql: open, arguments: [at.seconds, today]) ?? 0
            )
        }
    }

    /// What has not been said yet, oldest first.
    package func pendingReminders(limit: Int) async throws -> [PendingReminder] {
        try await reminders(where: "r.said_by IS NULL", limit: limit)
    }

    /// What has not been handed to its rule's command yet: the oldest of each rule.
    package func pendingHooks() async throws -> [PendingReminder] {
        let oldest = "SELECT min(event) FROM reminder WHERE hook = 'pending' GROUP BY rule"
        return try await reminders(where: "r.hook = 'pending' AND r.event IN (\(oldest))", limit: -1)
    }

    private func reminders(where condition: String, limit: Int) async throws -> [PendingReminder] {
        try await pool.read { db in
            let sql = """
                SELECT r.id, e.body, e.at FROM reminder r JOIN event e ON e.sequence = r.event
                WHERE \(condition) ORDER BY r.event LIMIT ?
                """
            return try Row.fetchAll(db, sql: sql, arguments: [limit]).map { row in
                let body: String = row["body"]
                return PendingReminder(
                    id: row["id"],
                    at: Instant(seconds: row["at"]),
                    entry: try EventCoding.decode(Data(body.utf8)).entry
                )
            }
        }
    }

    /// The next instant at which time alone makes something due; nil where nothing waits.
    package func nextInstant(after at: Instant) async throws -> Instant? {
        let (rules, watch) = rules.current
        let waiting = try await pool.read { db in
            try LedgerTransaction(db: db, at: at, rulebook: rules, watch: watch).nextDue()?.seconds
        }
        let today = rules.zone.date(at)
        let mornings = [today, today.adding(days: 1)].compactMap {
            rules.zone.instants(of: $0, rules.rules.morning).first?.seconds
        }
        return ([waiting].compactMap { $0 } + mornings.filter { $0 > at.seconds }).min().map {
            Instant(seconds: $0)
        }
    }
}
