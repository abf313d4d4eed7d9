import Foundation
import GRDB
package import PatrolModel

/// Restores a ledger from a backup, and takes over from the ledger that is replaced whatever of it still continues the
/// chain: the events are what counts, and the tables are made from them anew.
///
/// The new file is built beside the old one, which is then moved aside, never deleted. Whatever moment it is killed
/// at, the old ledger or the new one is in place, or running it again ends it.
package struct LedgerRestoration {
    /// What was done.
    package struct Outcome: Sendable {
        package let restoration: Restoration
        /// The ledger's head now: the event of the restoration itself.
        package let head: ChainHead
        /// When the last event of the restored record was recorded; nil where there is none.
        package let last: Instant?
        /// When the first of the lost events may have been recorded at the earliest, which is ``last``.
        package let replaced: String?
        /// What was wrong with the source, and did not matter.
        package let mended: [LedgerFault]
        /// Photos and documents that are whole neither beside the ledger nor beside the source.
        package let lacking: [LedgerFault]
        /// True where a restoration that had been cut off was ended, and nothing else done.
        package let isResumed: Bool
    }

    private let source: String
    private let files: LedgerFiles
    private let heads: [NotedHead]
    private let at: Instant
    private let user: String

    /// - Parameters:
    ///   - source: a backup, or the ledger itself.
    ///   - ledger: the file to be put in place; no daemon may have it open.
    ///   - heads: what is known of how far receipts were given, besides the file beside the ledger.
    ///   - at: now.
    ///   - user: who does it, by the name of the Unix user.
    package init(from source: String, to ledger: String, heads: [NotedHead] = [], at: Instant, user: String) {
        self.source = source
        files = LedgerFiles(ledger: ledger)
        self.heads = heads
        self.at = at
        self.user = user
    }

    /// Whether a restoration of this ledger was cut off at the moment when neither ledger was in place.
    package static func isCutOff(_ ledger: String) -> Bool { LedgerFiles(ledger: ledger).isCutOff }

    /// - Parameter district: the one whose ledger it must be; nil is any.
    /// - Returns: what was done.
    /// - Throws: ``PatrolError/unsoundLedger(path:faults:)`` where the events of the source cannot be believed,
    ///   ``PatrolError/newerLedger(path:)``, ``PatrolError/foreignLedger(path:district:)``,
    ///   ``PatrolError/cannotOpen(path:detail:)``, ``PatrolError/cannotWrite(path:detail:)``. Nothing is changed then.
    package func run(of district: String?) throws(PatrolError) -> Outcome {
        do {
            if files.isCutOff, let resumed = try resume() { return resumed }
            files.removeLeftovers()
            defer { files.removeUnfinished() }
            let report = try examineSource(district)
            let built = try RestoredLedger.build(
                at: files.unfinished,
                from: source,
                continuing: files.exists(files.ledger) && !isItself ? files.ledger : nil,
                heads: try allHeads(),
                at: at,
                user: user
            )
            try prove()
            let lacking = try bringEvidence()
            try files.take(files.unfinished)
            try files.synchronize(files.unfinished)
            try files.move(files.unfinished, to: files.restored)
            let replaced = try files.moveAside(at: at.compact)
            try files.putInPlace(built.head)
            return Outcome(
                restoration: built.restoration,
                head: built.head,
                last: built.last,
                replaced: replaced,
                mended: report.faults,
                lacking: lacking,
                isResumed: false
            )
        } catch let error as PatrolError {
            throw error
        } catch let error as DatabaseError {
            throw .cannotWrite(path: files.unfinished, detail: error.message ?? "\(error.resultCode)")
        } catch let failure as SQLiteFailure {
            throw .cannotOpen(path: source, detail: failure.message)
        } catch {
            throw .cannotWrite(path: files.unfinished, detail: "\(error)")
        }
    }

    private var isItself: Bool {
        (try? FileManager.default.attributesOfItem(atPath: source)[.systemFileNumber] as? Int)
            == (try? FileManager.default.attributesOfItem(atPath: files.ledger)[.systemFileNumber] as? Int)
    }

    private func allHeads() throws(PatrolError) -> [NotedHead] {
        heads + (try NotedHead.acknowledged(besideLedger: files.ledger).map { [$0] } ?? [])
    }

    /// Ends what was cut off, unless more has been acknowledged since by a ledger that is gone.
    private func resume() throws -> Outcome? {
        let queue = try DatabaseQueue(path: files.restored)
        let found = try queue.read { db in
            let head = try EventChain.head(db)
            let sql = "SELECT body FROM event WHERE sequence > ? ORDER BY sequence"
            let bodies = try String.fetchAll(db, sql: sql, arguments: [head.sequence - 2])
            return (head, try bodies.map { try EventCoding.decode(Data($0.utf8)) })
        }
        try queue.close()
        guard let event = found.1.last, case .restoration(let restoration) = event.entry else { return nil }
        let head = ChainHead(sequence: found.0.sequence, hash: EventChain.hex(found.0.hash))
        let beside = try AcknowledgedHead.read(besideLedger: files.ledger)
        let known = max(restoration.recovered, restoration.acknowledged?.event ?? 0)
        if let beside, beside != head, beside.sequence > known { return nil }
        let replaced = try files.moveAside(at: at.compact)
        try files.putInPlace(head)
        return Outcome(
            restoration: restoration,
            head: head,
            last: found.1.count > 1 ? found.1[0].at : nil,
            replaced: replaced,
            mended: [],
            lacking: [],
            isResumed: true
        )
    }

    /// Of the source the events alone must be sound.
    private func examineSource(_ district: String?) throws(PatrolError) -> VerificationReport {
        let report = try LedgerVerification.verify(source, only: LedgerCheck.ofTheFile, heads: heads)
        if let newer = report.faults.first(where: { $0.code == .migrationUnknown }), newer.row != nil {
            throw .newerLedger(path: source)
        }
        guard report.hasSoundEvents, report.events > 0 else {
            throw .unsoundLedger(path: source, faults: Array(report.faultsOfEvents.prefix(3)))
        }
        if let district, let own = report.district, own != district {
            throw .foreignLedger(path: source, district: own)
        }
        return report
    }

    /// What the restored record names is to lie beside it before it is put in place.
    private func bringEvidence() throws(PatrolError) -> [LedgerFault] {
        let named: [EvidenceCheck.Named]
        do {
            named = try EvidenceCheck.named(ExaminedFile(path: files.unfinished))
        } catch {
            throw .internalFailure
        }
        return try EvidenceCheck.bring(
            named,
            from: EvidenceStore(besideLedger: source),
            to: EvidenceStore(besideLedger: files.ledger),
            isProven: true
        )
    }

    /// What was built is looked at once more, by whoever would look at it later.
    private func prove() throws(PatrolError) {
        let checks = LedgerCheck.ofTheFile.subtracting([.replay, .heads])
        guard try LedgerVerification.verify(files.unfinished, only: checks).intact else {
            throw .internalFailure
        }
    }
}

extension Instant {
    /// `20261124T080749Z`, for names of files.
    package var compact: String {
        let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        let second = Int(seconds - days * 86400)
        let date = CivilDate(daysSinceEpoch: Int(days)).description.filter { $0 != "-" }
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return date + "T" + parts.joined() + "Z"
    }
}
