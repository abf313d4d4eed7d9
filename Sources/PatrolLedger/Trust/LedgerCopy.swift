import GRDBSQLite
import Glibc
import PatrolModel

/// A copy of a ledger at one moment, page by page, while the daemon goes on writing to it.
///
/// Pages are copied as they lie rather than made anew: that is a fraction of the work, and reads the file in its
/// order. What is written goes to the disk in small portions, and the disk belongs to the filers for as long as each
/// portion took: one large flush at the end would hold up their commits.
enum LedgerCopy {
    /// 1 MiB of pages.
    private static let pagesPerStep: Int32 = 256

    /// - Throws: ``PatrolError/cannotOpen(path:detail:)``, ``PatrolError/cannotWrite(path:detail:)``.
    static func make(of ledger: String, at path: String) throws(PatrolError) {
        do {
            var source = try ExaminedFile(path: ledger)
            try copy(source, to: path)
            while source.isDisturbed {
                // The daemon was started just then, and what was read as nobody's may be torn.
                source = try ExaminedFile(path: ledger)
                try copy(source, to: path)
            }
        } catch let error as PatrolError {
            throw error
        } catch let failure as SQLiteFailure {
            throw .cannotOpen(path: ledger, detail: failure.message)
        } catch {
            throw .cannotWrite(path: path, detail: "\(error)")
        }
    }

    private static func copy(_ source: ExaminedFile, to path: String) throws {
        unlink(path)
        var target: OpaquePointer?
        defer { sqlite3_close(target) }
        guard sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK
        else {
            throw PatrolError.cannotWrite(path: path, detail: SQLiteFailure(target).message)
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        sqlite3_exec(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nil, nil, nil)
        try pages(of: source, to: target, path, descriptor)
        // It stands alone from now on, and needs no log beside it to be read.
        guard sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nil, nil, nil) == SQLITE_OK,
            fsync(descriptor) == 0
        else { throw failure(path, target) }
    }

    private static func pages(
        of source: ExaminedFile,
        to target: OpaquePointer?,
        _ path: String,
        _ descriptor: Int32
    ) throws {
        guard let backup = sqlite3_backup_init(target, "main", source.connection, "main") else {
            throw failure(path, target)
        }
        let clock = ContinuousClock()
        var result = SQLITE_OK
        while result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED {
            let began = clock.now
            result = sqlite3_backup_step(backup, pagesPerStep)
            fdatasync(descriptor)
            let took = clock.now - began
            if result != SQLITE_DONE { usleep(microseconds(took)) }
        }
        sqlite3_backup_finish(backup)
        guard result == SQLITE_DONE else { throw failure(path, target) }
    }

    /// At most a quarter of a second, and something even for a step that failed at once.
    private static func microseconds(_ length: Duration) -> UInt32 {
        let (seconds, attoseconds) = length.components
        return UInt32(min(250_000, max(1000, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)))
    }

    private static func failure(_ path: String, _ target: OpaquePointer?) -> PatrolError {
        .cannotWrite(path: path, detail: SQLiteFailure(target).message)
    }
}
