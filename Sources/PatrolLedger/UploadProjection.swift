import GRDB
import PatrolModel

/// What batches and receipts leave in tables.
enum UploadProjection {
    static func write(_ batch: UploadBatch, _ event: Event, _ db: Database) throws {
        try Projection.advance(.upload, to: batch.number, db)
        try db.run(
            "INSERT INTO upload_batch (number, event, system, items) VALUES (?, ?, ?, ?)",
            [batch.number, event.sequence, batch.system, batch.items.count]
        )
        for item in batch.items {
            try db.run(
                "INSERT INTO upload_item (batch, hazard, event, digest) VALUES (?, ?, ?, ?)",
                [batch.number, item.row.hazard, item.event, item.digest]
            )
            try db.run(
                """
                INSERT INTO upload_state (hazard, system, batch, event, digest, state)
                VALUES (?, ?, ?, ?, ?, 'sent')
                ON CONFLICT (hazard, system) DO UPDATE SET batch = excluded.batch, event = excluded.event,
                digest = excluded.digest, state = 'sent', reason = NULL, answered_by = NULL
                """,
                [item.row.hazard, batch.system, batch.number, item.event, item.digest]
            )
        }
    }

    /// An answer is to what was sent last.
    static func write(_ receipt: UploadReceipt, _ event: Event, _ db: Database) throws {
        try db.run(
            "INSERT INTO upload_receipt (event, system, digest, accepted, refused) VALUES (?, ?, ?, ?, ?)",
            [
                event.sequence, receipt.system, receipt.digest, receipt.count(.accepted),
                receipt.count(.refused),
            ]
        )
        for answer in receipt.answers {
            try db.run(
                """
                UPDATE upload_state SET state = ?, external = coalesce(?, external), reason = ?, answered_by = ?
                WHERE hazard = ? AND system = ?
                """,
                [
                    answer.result.rawValue, answer.external, answer.reason, event.sequence, answer.hazard,
                    receipt.system,
                ]
            )
            guard db.changesCount == 1 else { throw PatrolError.internalFailure }
        }
    }
}
