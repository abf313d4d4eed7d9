import Foundation
import Glibc
package import PatrolModel

/// The folder of the backups, in which one backup at a time is made. Files of other names in it are left alone.
package final class BackupFolder: Sendable {
    private static let partial = ".ledger-backup"

    package let path: String
    private let files: LedgerFiles
    private let lock: Int32

    /// - Throws: ``PatrolError/backupRunning(folder:)``, ``PatrolError/cannotWrite(path:detail:)``.
    package init(path: String, besideLedger ledger: String) throws(PatrolError) {
        self.path = path
        // What is kept apart in a folder of its own belongs, too, to whoever the ledger's folder belongs to.
        files = LedgerFiles(ledger: ledger)
        umask(0o027)
        if mkdir(path, 0o750) == 0 {
            try files.take(path, mode: 0o750)
        } else if errno != EEXIST {
            throw BackupFolder.failure(path)
        }
        let file = path + "/.lock"
        lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard lock >= 0 else { throw BackupFolder.failure(file) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw .backupRunning(folder: path) }
        removeLeftovers()
    }

    deinit { close(lock) }

    /// Whoever has the lock is alone: what is partial was left by one that was killed.
    private func removeLeftovers() {
        for name in names() where name.hasPrefix(BackupFolder.partial) { unlink(path + "/" + name) }
    }

    private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

    /// Copies the ledger, verifies the whole copy, brings the photos and documents it names beside it, and only then
    /// gives it its name. Backups share those: each lies there once, and stays, since the record never forgets one.
    /// - Returns: its path, what the verification found, and each file that is whole neither beside the ledger nor
    ///   in the folder: for want of a photo nobody is to be without a backup.
    /// - Throws: ``PatrolError/unsoundLedger(path:faults:)`` where the copy has faults,
    ///   ``PatrolError/cannotOpen(path:detail:)``, ``PatrolError/cannotWrite(path:detail:)``. Nothing is left of it then.
    package func add(
        _ ledger: String,
        date: CivilDate,
        time: CivilTime
    ) throws(PatrolError) -> (path: String, report: VerificationReport, lacking: [LedgerFault]) {
        let temporary = path + "/" + BackupFolder.partial + ".partial"
        do {
            let acknowledged = try NotedHead.acknowledged(besideLedger: ledger)
            try LedgerCopy.make(of: ledger, at: temporary)
            let report = try LedgerVerification.verify(
                temporary,
                only: LedgerCheck.ofTheFile,
                heads: acknowledged.map { [$0] } ?? []
            )
            guard report.intact else {
                throw PatrolError.unsoundLedger(path: ledger, faults: Array(report.faults.prefix(3)))
            }
            let lacking = try EvidenceCheck.bring(
                EvidenceCheck.named(ExaminedFile(path: temporary)),
                from: EvidenceStore(besideLedger: ledger),
                to: EvidenceStore(besideLedger: temporary, as: files),
                isProven: false
            )
            let name = BackupName(
                date: date,
                time: time,
                incarnation: report.incarnation,
                event: report.events
            )
            let final = path + "/" + name.text
            try files.take(temporary, mode: 0o440)
            try files.synchronize(temporary)
            try files.move(temporary, to: final)
            try files.synchronize(path)
            return (final, report, lacking)
        } catch let error as PatrolError {
            removeLeftovers()
            throw error
        } catch {
            removeLeftovers()
            throw .cannotWrite(path: temporary, detail: "\(error)")
        }
    }

    /// Removes the backups whose time has passed.
    /// - Returns: how many.
    package func tidy(_ retention: BackupRetention, today: CivilDate) throws(PatrolError) -> Int {
        // A folder of such a name is nobody's backup, and left alone.
        let files = names().filter { isFile($0) }
        let expired = retention.expired(files.compactMap { BackupName($0) }, today: today)
        for backup in expired {
            let file = path + "/" + backup.text
            guard unlink(file) == 0 else { throw BackupFolder.failure(file) }
        }
        if !expired.isEmpty { try self.files.synchronize(path) }
        return expired.count
    }

    private func isFile(_ name: String) -> Bool {
        var status = stat()
        return lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private static func failure(_ path: String) -> PatrolError {
        .cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
}
