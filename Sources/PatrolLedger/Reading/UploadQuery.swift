import Crypto
import Foundation
import GRDB
import PatrolModel

/// The hazards that belong to another system, and how each stands with it.
///
/// A hazard belongs by its category, or by the kind of the site it is at; one that was sent once belongs whatever the
/// configuration says now, and one that was voided before it was ever sent does not.
struct UploadQuery {
    /// Of upload_state and of hazard, as a row reads them.
    struct Found {
        let hazard: String
        /// The event that was last recorded of it.
        let event: Int64
        let siteName: String
        /// Nil where it was never sent.
        let sent: Sent?
    }

    struct Sent {
        let batch: String
        let event: Int64
        let digest: String
        /// As it was left by the last answer to what was sent.
        let state: UploadState
        let external: String?
        let reason: String?
    }

    let system: UploadSystem
    /// Nil is whatever the state; ``UploadState/changed`` finds what has an event since, which need not have changed it.
    let state: UploadState?

    private var narrowing: String {
        switch state {
        case nil: ""
        case .unsent: " AND u.hazard IS NULL"
        case .changed: " AND h.event > u.event"
        case .sent: " AND u.state = 'sent'"
        case .accepted: " AND u.state = 'accepted'"
        case .refused: " AND u.state = 'refused'"
        }
    }

    /// One page by number, at most `limit` rows.
    func page(after id: String?, limit: Int, _ db: Database) throws -> [Found] {
        let sql = """
            SELECT h.id, h.event, s.name, u.batch, u.event, u.digest, u.state, u.external, u.reason
            FROM hazard h JOIN site s ON s.code = h.site
            LEFT JOIN upload_state u ON u.hazard = h.id AND u.system = ?1
            WHERE h.id > ?4 AND (u.hazard IS NOT NULL OR (h.state <> 'void' AND (
                h.category IN (SELECT value FROM json_each(?2))
                OR s.kind IN (SELECT value FROM json_each(?3)))))\(narrowing)
            ORDER BY h.id LIMIT ?5
            """
        let arguments: StatementArguments = [
            system.id, try UploadQuery.json(system.categories), try UploadQuery.json(system.siteKinds),
            id ?? "", limit,
        ]
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            Found(
                hazard: row[0],
                event: row[1],
                siteName: row[2],
                sent: (row[3] as String?).map { batch in
                    Sent(
                        batch: batch,
                        event: row[4],
                        digest: row[5],
                        state: UploadState(rawValue: row[6]) ?? .sent,
                        external: row[7],
                        reason: row[8]
                    )
                }
            )
        }
    }

    private static func json(_ texts: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    }
}

extension UploadQuery.Found {
    /// What the other system would be told now.
    func row(_ zone: Zone, _ db: Database) throws -> UploadRow {
        let statement = try db.cachedStatement(sql: "SELECT body FROM event WHERE sequence = ?")
        guard let body = try String.fetchOne(statement, arguments: [event]),
            case .hazard(_, let found) = try EventCoding.decode(Data(body.utf8)).entry
        else { throw PatrolError.internalFailure }
        return UploadRow(found, siteName: siteName, zone)
    }

    /// An event need not change what the other system is told, such as that a deadline passed: what would be sent is
    /// compared with what was.
    func state(_ row: UploadRow) throws -> UploadState {
        guard let sent else { return .unsent }
        guard event > sent.event, try UploadDigest.of(row) != sent.digest else { return sent.state }
        return .changed
    }
}

/// What tells one content from another: SHA-256 of its JSON with keys in order, in hexadecimal.
enum UploadDigest {
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return EventChain.hex(Data(SHA256.hash(data: try encoder.encode(value))))
    }
}
