import Foundation
import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Decides one act and records it; nothing is recorded where it throws.
    mutating func file(_ act: Act, observedAt: TypedTime?) throws -> Receipt {
        if let mark, let first = try receipt(for: mark) { return first }
        try requireCredibleKeeping()
        let files = act.attachments.count
        guard files <= Evidence.most else {
            throw PatrolError.tooMuchEvidence(files: files, limit: Evidence.most)
        }
        // What is filed just after a period began finds that period's duties, whether the scheduler came by or not.
        var schedule = LedgerTransaction(db: db, at: at, rulebook: rulebook, watch: watch)
        while try schedule.doOldest() {}
        let key = mark?.key
        let event: Event
        switch act {
        case .importCatalogue(let catalogue): event = try importCatalogue(catalogue)
        case .importSites(let roster): event = try importSites(roster)
        case .retireSites(let retirement): event = try retireSites(retirement)
        case .inspect(let inspect): event = try file(inspect, observedAt: observedAt)
        case .inspectDay(let day): return try file(day)
        case .report(let report): event = try self.report(report, observedAt: observedAt)
        case .order(let order): event = try self.order(order)
        case .rectify(let claim): event = try rectify(claim, rectifiedAt: observedAt)
        case .verify(let check): event = try verify(check)
        case .close(let close): event = try self.close(close)
        case .sendBack(let filing): event = try sendBack(filing)
        case .reassign(let filing): event = try reassign(filing)
        case .noteProgress(let filing): event = try noteProgress(filing, at: observedAt)
        case .extend(let filing): event = try extend(filing)
        case .suspend(let filing): event = try suspend(filing)
        case .resume(let filing): event = try resume(filing)
        case .refer(let filing): event = try refer(filing)
        case .answerReferral(let filing): event = try answerReferral(filing)
        case .supervise(let filing): event = try supervise(filing)
        case .void(let filing): event = try void(filing)
        case .downgrade(let filing): event = try downgrade(filing)
        case .prosecute(let filing): event = try prosecute(filing)
        case .lookBack(let filing): event = try lookBack(filing, observedAt: observedAt)
        case .makeUpload(let filing): event = try makeUpload(filing)
        case .importUploadReceipt(let filing): return try importUploadReceipt(filing)
        }
        return Receipt(
            id: event.entry.entity,
            key: key,
            event: event.sequence,
            at: event.at,
            entry: event.entry
        )
    }

    /// The moment of keeping is the filer's machine's word, and everything is read by it: one that no outbox can have
    /// is not believed. Compared as it stands, before any arithmetic.
    private func requireCredibleKeeping() throws(PatrolError) {
        guard let keptAt = mark?.keptAt else { return }
        let (oldest, newest) = (
            at + -Int64(LedgerTransaction.longestKept) * 86400, at + LedgerTransaction.clockDifference
        )
        guard keptAt >= oldest else {
            let shown = max(keptAt, Instant(seconds: 0))
            throw .longAgo(time: zone.iso8601(shown), days: LedgerTransaction.longestKept)
        }
        guard keptAt <= newest else {
            throw .keptInFuture(minutes: (min(keptAt.seconds, at.seconds + 1 << 32) - at.seconds) / 60)
        }
    }

    /// Days that a filing may have waited in an outbox; beyond them it is filed again, with its reason.
    private static let longestKept = 31
    /// Seconds by which two clocks of one bureau may differ.
    private static let clockDifference: Int64 = 300

    /// The receipt that was given when this filing first came.
    func receipt(for mark: FilingMark) throws -> Receipt? {
        let sql = "SELECT body FROM event WHERE key = ?"
        guard let body = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [mark.key.text]) else {
            return nil
        }
        let event = try EventCoding.decode(Data(body.utf8))
        guard event.filing?.digest == mark.digest else { throw PatrolError.keyReused(key: mark.key.text) }
        return Receipt(
            id: event.entry.entity,
            key: mark.key,
            event: event.sequence,
            at: event.at,
            entry: event.entry
        )
    }
}
