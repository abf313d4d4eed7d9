import Foundation
import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Puts what was never sent to a system, and what has changed since it was, into one batch.
    mutating func makeUpload(_ filing: MakeUpload) throws -> Event {
        let actor = try requireActor()
        try actor.person.require(.uploadMake)
        let system = try configuration.upload(to: filing.system)
        var items: [UploadBatch.Item] = []
        var last: String?
        let query = UploadQuery(system: system, state: nil)
        repeat {
            let page = try query.page(after: last, limit: LedgerTransaction.uploadPage, db)
            last = page.count == LedgerTransaction.uploadPage ? page.last?.hazard : nil
            for found in page where items.count < UploadBatch.most {
                if let item = try item(found, withRefused: filing.withRefused == true) { items.append(item) }
            }
        } while last != nil && items.count < UploadBatch.most
        guard !items.isEmpty else { throw PatrolError.nothingToUpload(system: system.id) }
        let batch = UploadBatch(
            number: try nextNumber(.upload),
            system: system.id,
            made: actor.signature(at: at),
            items: items
        )
        return try append(.upload(batch))
    }

    private static let uploadPage = 500

    /// Nil for what need not be sent; a hazard's event is read only where it might.
    private func item(_ found: UploadQuery.Found, withRefused: Bool) throws -> UploadBatch.Item? {
        let isRefused = withRefused && found.sent?.state == .refused
        if let sent = found.sent, found.event <= sent.event, !isRefused { return nil }
        let row = try found.row(zone, db)
        guard try isRefused || [.unsent, .changed].contains(found.state(row)) else { return nil }
        return UploadBatch.Item(
            event: found.event,
            external: found.sent?.external,
            row: row,
            digest: try UploadDigest.of(row)
        )
    }

    /// Takes a system's answers, all of them or none and every fault there is. The same answers to the same batches are
    /// taken once.
    mutating func importUploadReceipt(_ filing: ImportUploadReceipt) throws -> Receipt {
        let actor = try requireActor()
        try actor.person.require(.uploadReceipt)
        let system = try configuration.upload(to: filing.system)
        guard filing.rows.count <= ImportUploadReceipt.most else {
            throw PatrolError.uploadReceiptTooLong(
                rows: filing.rows.count,
                limit: ImportUploadReceipt.most
            )
        }
        let answers = filing.rows.map(\.answer)
        let digest = try UploadDigest.of(answers)
        if filing.unread == nil, let former = try formerReceipt(system.id, digest) {
            return Receipt(
                id: former.entry.entity,
                key: mark?.key,
                event: former.sequence,
                at: former.at,
                entry: former.entry,
                isRepeated: true
            )
        }
        let faults = try (filing.unread ?? []) + faults(of: filing.rows, system)
        guard faults.isEmpty else {
            throw PatrolError.badUploadReceipt(faults: faults.sorted { $0.line < $1.line })
        }
        guard !answers.isEmpty else { throw PatrolError.emptyUploadReceipt }
        let key = mark?.key
        let receipt = UploadReceipt(
            system: system.id,
            source: String(filing.source.prefix(200)),
            digest: digest,
            taken: actor.signature(at: at),
            answers: answers
        )
        let event = try append(.uploadReceipt(receipt))
        return Receipt(
            id: event.entry.entity,
            key: key,
            event: event.sequence,
            at: event.at,
            entry: event.entry
        )
    }

    /// The same answers again after another batch are answers to that.
    private func formerReceipt(_ system: String, _ digest: String) throws -> Event? {
        let sql = """
            SELECT e.body FROM upload_receipt r JOIN event e ON e.sequence = r.event
            WHERE r.system = ?1 AND r.digest = ?2
                AND r.event > (SELECT max(b.event) FROM upload_batch b WHERE b.system = ?1)
            ORDER BY r.event DESC LIMIT 1
            """
        let body = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [system, digest])
        return try body.map { try EventCoding.decode(Data($0.utf8)) }
    }

    private func faults(of rows: [ImportUploadReceipt.Row], _ system: UploadSystem) throws -> [RowFault] {
        var faults: [RowFault] = []
        var (numbers, externals): ([String: Int], [String: Int]) = ([:], [:])
        for row in rows {
            func fault(_ column: UploadReceiptFile.Column, _ problem: RowFault.Problem) {
                faults.append(RowFault(line: row.line, column: column.rawValue, problem: problem))
            }
            let answer = row.answer
            if let first = numbers[answer.hazard] {
                fault(.number, .repeatedCode(answer.hazard, firstLine: first))
                continue
            }
            numbers[answer.hazard] = row.line
            guard let known = try external(of: answer.hazard, system) else {
                fault(.number, .refused(.neverUploaded(hazard: answer.hazard, system: system.id)))
                continue
            }
            guard let external = answer.external else {
                if answer.result == .accepted, known.isEmpty { fault(.external, .empty) }
                continue
            }
            if let first = externals[external] {
                fault(.external, .repeatedCode(external, firstLine: first))
            } else if let other = try holder(of: external, system), other != answer.hazard {
                fault(.external, .refused(.externalNumberTaken(number: external, hazard: other)))
            }
            externals[external] = row.line
        }
        return faults
    }

    /// The number it goes by there, empty where it has none; nil where it was never sent.
    private func external(of hazard: String, _ system: UploadSystem) throws -> String? {
        let sql = "SELECT coalesce(external, '') FROM upload_state WHERE hazard = ? AND system = ?"
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [hazard, system.id])
    }

    private func holder(of external: String, _ system: UploadSystem) throws -> String? {
        let sql = "SELECT hazard FROM upload_state WHERE system = ? AND external = ?"
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [system.id, external])
    }
}
