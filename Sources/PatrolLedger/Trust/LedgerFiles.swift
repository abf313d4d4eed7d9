import Foundation
import Glibc
import PatrolModel

/// The files of a ledger and of its restoration, and the moves among them. What a kill leaves behind can be told from
/// the names alone.
struct LedgerFiles {
    let ledger: String

    /// Under construction, and worth nothing.
    var unfinished: String { ledger + "-restoring" }
    /// Complete, and only to be put in place.
    var restored: String { ledger + "-restored" }
    /// What belongs to the ledger's file: its log, and the head beside it.
    private static let companions = ["-wal", "-shm", "-journal", "-head"]

    private var folder: String { (ledger as NSString).deletingLastPathComponent }

    func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// True where a restoration was cut off after the old ledger had been moved aside.
    var isCutOff: Bool { !exists(ledger) && exists(restored) }

    func removeLeftovers() {
        removeUnfinished()
        unlink(restored)
    }

    func removeUnfinished() {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(unfinished + suffix) }
    }

    /// Moves the ledger and what belongs to it aside, the file itself first: from then on its absence tells that the
    /// restored one is to take its place.
    /// - Returns: where it is now; nil where there was none.
    func moveAside(at time: String) throws(PatrolError) -> String? {
        var aside = try lastMovedAside()
        if exists(ledger) {
            let name = folder + "/ledger-replaced-" + time
            var candidate = name + ".sqlite"
            var number = 2
            while exists(candidate) {
                candidate = "\(name)-\(number).sqlite"
                number += 1
            }
            try move(ledger, to: candidate)
            aside = candidate
        }
        for suffix in LedgerFiles.companions where exists(ledger + suffix) {
            try move(ledger + suffix, to: (aside ?? folder + "/ledger-replaced-\(time).sqlite") + suffix)
        }
        try synchronize(folder)
        return aside
    }

    /// Where an earlier run that was cut off has moved the ledger to.
    private func lastMovedAside() throws(PatrolError) -> String? {
        guard isCutOff else { return nil }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let moved = names.filter { $0.hasPrefix("ledger-replaced-") && $0.hasSuffix(".sqlite") }.max()
        return moved.map { folder + "/" + $0 }
    }

    /// Puts the complete file in the ledger's place, with the head that belongs to it.
    func putInPlace(_ head: ChainHead) throws(PatrolError) {
        let acknowledged = try AcknowledgedHead(besideLedger: ledger)
        try acknowledged.record(head)
        acknowledged.synchronize()
        try take(AcknowledgedHead.path(besideLedger: ledger))
        try move(restored, to: ledger)
        try synchronize(folder)
    }

    func move(_ path: String, to other: String) throws(PatrolError) {
        guard rename(path, other) == 0 else { throw LedgerFiles.failure(other) }
    }

    /// Puts a file or a folder's entries onto the disk itself.
    func synchronize(_ path: String) throws(PatrolError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LedgerFiles.failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw LedgerFiles.failure(path) }
    }

    /// Gives a file that root made to the owner of the folder, under whose name the daemon runs.
    func take(_ path: String, mode: mode_t = 0o640) throws(PatrolError) {
        guard chmod(path, mode) == 0 else { throw LedgerFiles.failure(path) }
        var folder = stat()
        guard getuid() == 0, stat(self.folder, &folder) == 0 else { return }
        guard chown(path, folder.st_uid, folder.st_gid) == 0 else { throw LedgerFiles.failure(path) }
    }

    private static func failure(_ path: String) -> PatrolError {
        .cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
}
