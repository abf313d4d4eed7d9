import Foundation
import GRDB
package import PatrolModel

/// A hazard that belongs to another system, as it is and as it stands there.
package struct UploadRecord: Sendable {
    package let system: UploadSystem
    package let row: UploadRow
    package let state: UploadState
    /// The last batch it was in.
    package let batch: String?
    package let external: String?
    package let reason: String?
}

/// Where a page of a list of uploads ends.
package struct UploadCursor: Sendable {
    let hazard: String
    let systems: ArraySlice<UploadSystem>
}

extension Ledger {
    /// One page of what belongs to each of some systems, one after the other and by number in each, and where the next
    /// begins; it may be empty though more follow.
    package func uploads(
        to systems: [UploadSystem],
        _ state: UploadState?,
        after cursor: UploadCursor?,
        limit: Int
    ) async throws -> (rows: [UploadRecord], next: UploadCursor?) {
        let systems = cursor?.systems ?? systems[...]
        guard let system = systems.first else { return ([], nil) }
        let query = UploadQuery(system: system, state: state)
        let zone = rulebook.zone
        return try await pool.read { db in
            let page = try query.page(after: cursor?.hazard, limit: limit, db)
            let rows = try page.compactMap { found -> UploadRecord? in
                let row = try found.row(zone, db)
                let now = try found.state(row)
                guard state == nil || now == state else { return nil }
                return UploadRecord(
                    system: system,
                    row: row,
                    state: now,
                    batch: found.sent?.batch,
                    external: found.sent?.external,
                    reason: found.sent?.reason
                )
            }
            if page.count == limit, let last = page.last {
                return (rows, UploadCursor(hazard: last.hazard, systems: systems))
            }
            let rest = systems.dropFirst()
            return (rows, rest.isEmpty ? nil : UploadCursor(hazard: "", systems: rest))
        }
    }

    /// A batch as it was made.
    /// - Throws: ``PatrolError/unknownUpload(number:)``, SQLite's errors.
    package func upload(_ number: String) async throws -> UploadBatch {
        try await pool.read { db in
            let sql =
                "SELECT e.body FROM upload_batch b JOIN event e ON e.sequence = b.event WHERE b.number = ?"
            guard let body = try String.fetchOne(db, sql: sql, arguments: [number.uppercased()]),
                case .upload(let batch) = try EventCoding.decode(Data(body.utf8)).entry
            else { throw PatrolError.unknownUpload(number: String(number.prefix(40))) }
            return batch
        }
    }
}
