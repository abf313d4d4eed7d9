import Foundation
import GRDB
import PatrolModel

/// The SQLite file itself: opened in WAL mode, its writer durable, its schema brought up to date.
enum LedgerFile {
    /// - Throws: ``PatrolError/newerLedger(path:)``, and SQLite's own errors.
    static func open(at path: String) throws -> DatabasePool {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // An INSERT OR REPLACE deletes without asking the DELETE triggers unless this is on.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
        }
        try refuseNewer(path)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try makeDurable(pool)
        try Schema.migrator.migrate(pool)
        return pool
    }

    /// An empty ledger in memory, for replays.
    static func inMemory() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        return queue
    }

    /// Looks before anything is opened for writing, so that a file of a newer version stays as it is.
    private static func refuseNewer(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        guard try queue.read(Schema.migrator.hasBeenSuperseded) else { return }
        throw PatrolError.newerLedger(path: path)
    }

    /// GRDB sets NORMAL for WAL after `prepareDatabase`, which would lose the last commits in a power cut.
    private static func makeDurable(_ pool: DatabasePool) throws {
        let level = try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(db, sql: "PRAGMA synchronous")
        }
        guard level == 2 else { throw PatrolError.internalFailure }
    }
}

extension Database {
    /// Runs one statement, prepared once per connection.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        let statement = try cachedStatement(sql: sql)
        try statement.execute(arguments: arguments)
    }
}
