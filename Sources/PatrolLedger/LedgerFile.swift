import Foundation
import GRDB
import Glibc
import PatrolModel

/// The SQLite file itself: opened in WAL mode, its writer durable, its schema brought up to date.
enum LedgerFile {
    /// - Throws: ``PatrolError/newerLedger(path:)``, ``PatrolError/ledgerMissing(path:)``,
    ///   ``PatrolError/ledgerBehind(path:has:acknowledged:)``, ``PatrolError/ledgerRewritten(path:event:)``, and
    ///   SQLite's own errors; the files are as they were then.
    static func open(at path: String, onProgress: @escaping @Sendable () -> Void = {}) throws -> DatabasePool
    {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // An INSERT OR REPLACE deletes without asking the DELETE triggers unless this is on.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
        }
        try requireOurs(path)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try makeDurable(pool)
        // After a crash the log may hold commits that were read out of the system's memory and never reached the disk:
        // folded into the file they do, before any receipt is given for them.
        try foldIn(pool)
        try SignsOfWork.give(onProgress, by: pool) {
            try Schema.migrate(pool)
            try pool.write { db in try SearchProjection.fill(db) }
        }
        return pool
    }

    /// A backup or another reader that is at it may keep the log in use: then what can be
    /// is folded in, and the log itself is put onto the disk.
    private static func foldIn(_ pool: DatabasePool) throws {
        do {
            try pool.writeWithoutTransaction { db in
                // Nobody is to wait for a backup to end.
                try db.execute(sql: "PRAGMA busy_timeout = 0")
                defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
                _ = try db.checkpoint(.truncate)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            _ = try pool.writeWithoutTransaction { db in try db.checkpoint(.passive) }
            let log = pool.path + "-wal"
            let descriptor = Glibc.open(log, O_RDWR | O_CLOEXEC)
            guard descriptor >= 0 else {
                if errno == ENOENT { return }
                throw PatrolError.cannotOpen(path: log, detail: String(cString: strerror(errno)))
            }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else {
                throw PatrolError.cannotWrite(path: log, detail: String(cString: strerror(errno)))
            }
        }
    }

    /// An empty ledger in memory, for replays.
    static func inMemory() throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try Schema.migrate(queue)
        return queue
    }

    /// Looks before anything is opened for writing, so that a file of a newer version, and one that lacks what has been
    /// acknowledged, stay as they are, and nothing stays beside them that was not there.
    private static func requireOurs(_ path: String) throws {
        let (acknowledged, files) = (try AcknowledgedHead.read(besideLedger: path), FileManager.default)
        guard files.fileExists(atPath: path) else {
            if let acknowledged, acknowledged.sequence > 0 { throw PatrolError.ledgerMissing(path: path) }
            return
        }
        let absent = ["-wal", "-shm"].map { path + $0 }.filter { !files.fileExists(atPath: $0) }
        do {
            try look(path, acknowledged)
        } catch {
            // SQLite makes both wherever it reads a file in this mode, and a reader does not remove them.
            for file in absent { try? files.removeItem(atPath: file) }
            throw error
        }
    }

    private static func look(_ path: String, _ acknowledged: ChainHead?) throws {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try queue.read { db in
            guard try !Schema.isNewer(db) else { throw PatrolError.newerLedger(path: path) }
            if let acknowledged { try require(acknowledged, in: db, path) }
        }
    }

    private static func require(_ acknowledged: ChainHead, in db: Database, _ path: String) throws {
        let head: ChainHead =
            try db.tableExists("event") ? EventChain.writtenHead(db) : ChainHead(sequence: 0, hash: "")
        guard head.sequence >= acknowledged.sequence else {
            throw PatrolError.ledgerBehind(
                path: path,
                has: head.sequence,
                acknowledged: acknowledged.sequence
            )
        }
        let sql = "SELECT lower(hex(hash)) FROM event WHERE sequence = ?"
        let hash = try String.fetchOne(db, sql: sql, arguments: [acknowledged.sequence])
        guard acknowledged.sequence == 0 || hash == acknowledged.hash else {
            throw PatrolError.ledgerRewritten(path: path, event: acknowledged.sequence)
        }
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
