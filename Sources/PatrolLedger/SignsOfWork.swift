import GRDB
import GRDBSQLite

/// Lets SQLite tell that it is at work, within statements that take minutes, such as a migration's.
enum SignsOfWork {
    private final class Listener: Sendable {
        let hear: @Sendable () -> Void

        init(_ hear: @escaping @Sendable () -> Void) {
            self.hear = hear
        }
    }

    /// Instructions of SQLite's machine, some hundredths of a second.
    private static let interval: Int32 = 1_000_000

    /// Does `work`, and calls `hear` as long as the writer's statements make headway.
    static func give(
        _ hear: @escaping @Sendable () -> Void,
        by pool: DatabasePool,
        during work: () throws -> Void
    ) throws {
        let listener = Listener(hear)
        let context = Unmanaged.passUnretained(listener).toOpaque()
        pool.writeWithoutTransaction { db in
            sqlite3_progress_handler(
                db.sqliteConnection,
                interval,
                { context in
                    if let context { Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue().hear() }
                    return 0
                },
                context
            )
        }
        defer {
            pool.writeWithoutTransaction { db in
                sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
            }
            withExtendedLifetime(listener) {}
        }
        try work()
    }
}
