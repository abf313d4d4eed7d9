import Foundation
import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Decides one act and records it; nothing is recorded where it throws.
    mutating func file(_ act: Act, observedAt: TypedTime?) throws -> Receipt {
        if let mark, let first = try receipt(for: mark) { return first }
        // What is filed just after a period began finds that period's duties, whether the scheduler came by or not.
        var schedule = LedgerTransaction(db: db, at: at, rulebook: rulebook)
        while try schedule.doOldest() {}
        let key = mark?.key
        let event =
            switch act {
            case .importCatalogue(let catalogue): try importCatalogue(catalogue)
            case .importSites(let roster): try importSites(roster)
            case .retireSites(let retirement): try retireSites(retirement)
            case .inspect(let inspect): try file(inspect, observedAt: observedAt)
            case .report(let report): try self.report(report, observedAt: observedAt)
            case .order(let order): try self.order(order)
            case .rectify(let claim): try rectify(claim, rectifiedAt: observedAt)
            case .verify(let check): try verify(check)
            case .close(let close): try self.close(close)
            }
        return Receipt(
            id: event.entry.entity,
            key: key,
            event: event.sequence,
            at: event.at,
            entry: event.entry
        )
    }

    /// The receipt that was given when this filing first came.
    private func receipt(for mark: FilingMark) throws -> Receipt? {
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
