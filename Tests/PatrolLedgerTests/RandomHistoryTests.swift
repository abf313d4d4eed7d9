import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

/// `PATROL_REPLAY_EVENTS=100000 swift test --filter RandomHistoryTests` plays two years.
@Suite struct `A random history of everything that can happen` {
    private static let events =
        ProcessInfo.processInfo.environment["PATROL_REPLAY_EVENTS"].flatMap(Int64.init) ?? 2500

    /// So that a short one passes a turn of the year too: the days without a calendar, and what comes after.
    private static let start = Zone.shanghai.at("2025-12-26 07:31")

    private static let verbs =
        LedgerEntry.HazardVerb.allCases.map { "hazard." + $0.rawValue }
        + LedgerEntry.RosterVerb.allCases.map { "site." + $0.rawValue } + [
            "ledger.begin", "configuration.adopt", "catalogue.import", "period.open", "period.settle",
            "morning.digest", "calendar.missing", "inspection.file", "reminder.say",
            "reminder.fire", "reminder.hook", "upload.batch", "upload.receipt",
        ]

    @Test func leavesTheTablesThatItsEventsMake() async throws {
        let history = try await RandomHistory(seed: 5, at: Self.start, pace: 110)
        while try await history.events() < Self.events { try await history.day() }
        // What seldom happens is waited for, but not for ever.
        while try await history.events() < 6 * Self.events,
            try await !Self.verbs(in: history).isSuperset(of: Self.verbs)
        {
            try await history.day()
        }
        let test = await history.test
        let (refused, done) = await (history.refused, history.recorded)
        #expect(refused.count > 50 && refused.count < done)
        #expect(try await recorded(refused, in: test) == 0)
        #expect(try await Self.verbs(in: history) == Set(Self.verbs))
        #expect(try await test.closeAndReplay() == [])
    }

    private static func verbs(in history: RandomHistory) async throws -> Set<String> {
        try await history.test.ledger.pool.read { db in
            Set(try String.fetchAll(db, sql: "SELECT DISTINCT verb FROM event"))
        }
    }

    private func recorded(_ keys: [FilingKey], in test: TestLedger) async throws -> Int {
        try await test.ledger.pool.read { db in
            try keys.filter { key in
                let sql = "SELECT EXISTS (SELECT 1 FROM event WHERE key = ?)"
                return try Bool.fetchOne(db, sql: sql, arguments: [key.text]) ?? false
            }.count
        }
    }
}
