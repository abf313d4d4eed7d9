import Foundation
import GRDB
package import PatrolModel

/// An event as it is stored: the bytes that were hashed, and the hash.
package struct EventRecord: Sendable {
    package let sequence: Int64
    /// One JSON object, to the byte as it was hashed.
    package let body: String
    /// SHA-256 in hexadecimal.
    package let hash: String

    /// - Throws: a decoding error where the bytes are not an event.
    package func event() throws -> Event {
        try EventCoding.decode(Data(body.utf8))
    }
}

/// What walking the chain found.
package struct ChainVerification: Sendable {
    package let events: Int64
    /// The last hash, in hexadecimal.
    package let head: String
    /// The first event that does not follow from the one before it; nil where every one does.
    package let brokenAt: Int64?
}

extension Ledger {
    /// One page, at most `limit` events, in sequence; none behind event `last`.
    package func events(
        entity: String?,
        after sequence: Int64,
        upTo last: Int64 = .max,
        limit: Int
    ) async throws -> [EventRecord] {
        let sql =
            entity == nil
            ? "SELECT sequence, body, hash FROM event WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?"
            : """
            SELECT sequence, body, hash FROM event WHERE sequence > ? AND sequence <= ? AND entity = ?
            ORDER BY sequence LIMIT ?
            """
        var arguments: StatementArguments = [sequence, last]
        if let entity { arguments += [entity] }
        arguments += [limit]
        return try await pool.read { [arguments] db in
            try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
                EventRecord(sequence: row[0], body: row[1], hash: EventChain.hex(row[2]))
            }
        }
    }

    /// The events of any hazard's life, at most `limit`, in sequence.
    package func hazardEvents(after sequence: Int64, limit: Int) async throws -> [EventRecord] {
        let sql = """
            SELECT sequence, body, hash FROM event WHERE sequence > ? AND verb LIKE 'hazard.%'
            ORDER BY sequence LIMIT ?
            """
        return try await pool.read { db in
            try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [sequence, limit]).map { row in
                EventRecord(sequence: row[0], body: row[1], hash: EventChain.hex(row[2]))
            }
        }
    }

    /// Walks the whole chain from its origin in one reading.
    package func verifyChain() async throws -> ChainVerification {
        try await pool.read { db in
            guard let connection = db.sqliteConnection else { throw PatrolError.internalFailure }
            let walk = try ChainWalk.walk(connection) { _ in }
            return ChainVerification(
                events: walk.sound.sequence,
                head: walk.sound.hash,
                brokenAt: walk.brokenAt
            )
        }
    }
}
