import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `An upgrade of the schema` {
    /// Steps that fail after those that have shipped: by a constraint, by a foreign key, by a slip of the pen.
    private static let failing = [
        "UPDATE hazard SET severity = 'small'",
        "CREATE TABLE extra (site TEXT REFERENCES site (code)) STRICT; INSERT INTO extra VALUES ('nowhere')",
        "CREATE TABLE extra (site TEXT) STRICT; INSERT INTO exrta VALUES ('x')",
    ]

    @Test(arguments: ["001", "002", "003", "004"], failing)
    func thatFailsLeavesTheLedgerAsItWas(_ version: String, _ sql: String) async throws {
        let ledger = try EarlierLedger(version)
        let before = try LogicalContent.digest(ofLedgerAt: ledger.path)
        let pool = try DatabasePool(path: ledger.path)
        let migrations = Schema.migrations + [Migration(identifier: "999-fails", sql: sql)]
        #expect(throws: DatabaseError.self) { try Schema.migrate(pool, through: migrations) }
        let foreignKeys = try await pool.writeWithoutTransaction { db in
            try Bool.fetchOne(db, sql: "PRAGMA foreign_keys")
        }
        #expect(foreignKeys == true)
        try pool.close()
        #expect(try LogicalContent.digest(ofLedgerAt: ledger.path) == before)
        // The same file is brought up to date by the version that can.
        let test = try await TestLedger(at: Zone.shanghai.at("2026-11-25 10:00"), in: ledger.folder)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test(arguments: ["001", "002"])
    func isOneTransaction(_ version: String) async throws {
        let ledger = try EarlierLedger(version)
        let pool = try DatabasePool(path: ledger.path)
        let commits = Commits()
        pool.add(transactionObserver: commits, extent: .databaseLifetime)
        try Schema.migrate(pool)
        #expect(commits.count == 1)
        try Schema.migrate(pool)
        #expect(commits.count == 1)
        let applied = try await pool.read { db in
            try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
        }
        #expect(applied == Schema.migrations.map(\.identifier))
    }

    @Test(arguments: ["001", "002", "003", "004"])
    func endsInTheSchemaOfANewLedger(_ version: String) async throws {
        let (ledger, folder) = (try EarlierLedger(version), try TemporaryFolder())
        let pools = [
            try LedgerFile.open(at: ledger.path), try LedgerFile.open(at: folder.file("ledger.sqlite")),
        ]
        let schemas = try await [schema(pools[0]), schema(pools[1])]
        #expect(schemas[0] == schemas[1])
        for pool in pools { try pool.close() }
    }

    /// Every statement, its names without the marks that a renaming leaves.
    private func schema(_ pool: DatabasePool) async throws -> Set<String> {
        try await pool.read { db in
            let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
            return Set(try String.fetchAll(db, sql: sql).map { $0.replacing("\"", with: "") })
        }
    }
}

/// Counts what is committed; all on the writer's own queue.
private final class Commits: TransactionObserver, @unchecked Sendable {
    private(set) var count = 0

    func observes(eventsOfKind kind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) { count += 1 }
    func databaseDidRollback(_ db: Database) {}
}

@Suite struct `A ledger of a newer version` {
    /// One whose last step is still in the write-ahead log, as a crash leaves it, or has been folded in.
    private func newer(isFolded: Bool) async throws -> TemporaryFolder {
        let test = try await TestLedger.make()
        try test.ledger.close()
        let queue = try DatabaseQueue(path: test.path)
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-from-the-future')")
            if isFolded { _ = try db.checkpoint(.truncate) }
        }
        // Copied while it is open, so that closing does not fold it in.
        let copy = try TemporaryFolder()
        for name in ["ledger.sqlite", "ledger.sqlite-wal"] where !isFolded || name == "ledger.sqlite" {
            try FileManager.default.copyItem(atPath: test.folder.file(name), toPath: copy.file(name))
        }
        try queue.close()
        return copy
    }

    private func files(_ folder: TemporaryFolder) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try Data(contentsOf: URL(fileURLWithPath: folder.file($0))))
            }
        )
    }

    @Test(arguments: [true, false])
    func isRefusedAndNothingIsChangedOrLeftBesideIt(_ isFolded: Bool) async throws {
        let folder = try await newer(isFolded: isFolded)
        let (path, before) = (folder.file("ledger.sqlite"), try files(folder))
        #expect(before.count == (isFolded ? 1 : 2) && before["ledger.sqlite-wal"]?.isEmpty != true)
        for _ in 1...2 {
            await #expect(throws: PatrolError.newerLedger(path: path)) {
                _ = try await Ledger.open(path: path, rulebook: .sample(), clock: TestClock(Acts.start))
            }
            #expect(try files(folder) == before)
        }
    }

    @Test func isKnownByWhatItsWriteAheadLogSays() async throws {
        let folder = try await newer(isFolded: false)
        try FileManager.default.removeItem(atPath: folder.file("ledger.sqlite-wal"))
        // Without it, it is a ledger of today.
        let test = try await TestLedger(at: Acts.start, in: folder)
        #expect(try await test.closeAndReplay() == [])
    }
}
