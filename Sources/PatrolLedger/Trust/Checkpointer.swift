import GRDB
import GRDBSQLite
import Synchronization

/// Folds the write-ahead log into the ledger's file, as SQLite would by itself, but between commits instead of inside
/// one, and not in silence: SQLite's own checkpoint tells nobody that it failed.
final class Checkpointer: Sendable {
    /// Counts the log's pages as commits tell them; lives as long as the connection that holds a pointer to it.
    private final class Gauge: Sendable {
        let pages = Atomic<Int>(0)
    }

    private let pool: DatabasePool
    private let gauge = Gauge()
    private let next = Atomic<Int>(Checkpointer.interval)

    /// Pages, as many as SQLite's own default.
    private static let interval = 1000
    /// Bytes to which the log's file is cut when it begins again, after a long reading has let it grow.
    private static let largestLog = 64 << 20

    /// - Throws: SQLite's errors.
    init(_ pool: DatabasePool) throws {
        self.pool = pool
        let context = Unmanaged.passRetained(gauge).toOpaque()
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_size_limit = \(Checkpointer.largestLog)")
            // Takes the place of SQLite's own hook, which would checkpoint. The gauge is never released: a ledger is
            // opened once in a daemon's life.
            sqlite3_wal_hook(
                db.sqliteConnection,
                { context, _, _, pages in
                    if let context {
                        Unmanaged<Gauge>.fromOpaque(context).takeUnretainedValue().pages
                            .store(Int(pages), ordering: .relaxed)
                    }
                    return SQLITE_OK
                },
                context
            )
        }
    }

    /// Whatever is read meanwhile is left in the log, and tried again when it has grown by as much again.
    /// - Returns: whether it was due and could be done.
    /// - Throws: SQLite's errors; the log is whole then.
    func runIfDue() async throws -> Bool {
        let pages = gauge.pages.load(ordering: .relaxed)
        if pages < Checkpointer.interval { next.store(Checkpointer.interval, ordering: .relaxed) }
        guard pages >= next.load(ordering: .relaxed) else { return false }
        next.store(pages + Checkpointer.interval, ordering: .relaxed)
        do {
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.passive) }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Another program, one that reads, is folding it in.
            return false
        }
    }
}
