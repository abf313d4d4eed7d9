import Foundation
import GRDB
import Glibc
import PatrolModel

/// Where the content of a ledger was saved whose files had been removed under the running daemon.
package struct Rescue: Sendable {
    package let path: String
    package let head: ChainHead
    /// It lies where the ledger belongs: the daemon has only to start again.
    package let isInPlace: Bool
}

extension Ledger {
    /// Writes out what this process still holds of a ledger whose file, log or index is no longer in its folder: back in
    /// its place where nothing else lies there, else beside it. The ledger cannot be used further after that.
    ///
    /// - Throws: ``PatrolError/cannotWrite(path:detail:)``, SQLite's errors: it may be tried again then.
    package func rescue() async throws -> Rescue {
        let (path, stamp) = (path, rulebook.zone.iso8601(clock.now()).filter { $0 != ":" })
        let isOnlyBeside = try !files.hasLostLedger()
        let files = files
        return try await pool.writeWithoutTransaction { db in
            let head = try EventChain.writtenHead(db)
            try Rescue.makeFolder(of: path)
            // First, so that after a kill in between nobody begins a new ledger in the empty folder.
            let acknowledged = try AcknowledgedHead(besideLedger: path)
            try acknowledged.record(head)
            acknowledged.synchronize()
            let rescue: Rescue
            if isOnlyBeside {
                _ = try db.checkpoint(.truncate)
                // A log from elsewhere would be laid over the ledger at the next start.
                for stranger in try files.strangers() { try Rescue.moveAside(stranger, stamp) }
                rescue = Rescue(path: path, head: head, isInPlace: true)
            } else {
                let saved = path + "-saving"
                unlink(saved)
                do {
                    try db.execute(sql: "VACUUM INTO ?", arguments: [saved])
                } catch {
                    unlink(saved)
                    throw error
                }
                rescue = try Rescue.place(saved, path, head, stamp)
            }
            return rescue
        }
    }
}

extension Rescue {
    fileprivate static func makeFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard mkdir(folder, 0o750) == 0 || errno == EEXIST else { throw failure(folder) }
    }

    /// Puts the finished file where the ledger belongs, unless another one lies there.
    fileprivate static func place(
        _ saved: String,
        _ path: String,
        _ head: ChainHead,
        _ stamp: String
    ) throws -> Rescue {
        let files = LedgerFiles(ledger: path)
        try files.synchronize(saved)
        // A log left behind belongs to the file that is gone: SQLite would lay it over whatever lies there now.
        for suffix in ["-wal", "-shm"] { try moveAside(path + suffix, stamp) }
        let other = (path as NSString).deletingPathExtension + "-displaced-\(stamp).sqlite"
        let isInPlace = link(saved, path) == 0
        guard isInPlace ? unlink(saved) == 0 : rename(saved, other) == 0 else { throw failure(other) }
        try files.synchronize((path as NSString).deletingLastPathComponent)
        return Rescue(path: isInPlace ? path : other, head: head, isInPlace: isInPlace)
    }

    fileprivate static func moveAside(_ path: String, _ stamp: String) throws {
        guard rename(path, path + "-" + stamp) == 0 || errno == ENOENT else { throw failure(path) }
    }

    private static func failure(_ path: String) -> PatrolError {
        .cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
}
