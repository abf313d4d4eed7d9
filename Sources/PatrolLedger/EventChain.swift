import Crypto
import Foundation
import GRDB
import PatrolModel

/// The hash chain over the events' bytes: each hash is SHA-256 of the hash before it and the event's own bytes.
enum EventChain {
    /// The hash before the first event: 32 zero bytes.
    static let origin = Data(count: 32)

    static func head(_ db: Database) throws -> (sequence: Int64, hash: Data) {
        let sql = "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql)) else { return (0, origin) }
        return (row[0], row[1])
    }

    static func append(_ event: Event, after previous: Data, to db: Database) throws {
        let body = try EventCoding.encode(event)
        try db.run(
            "INSERT INTO event (sequence, body, hash) VALUES (?, ?, ?)",
            [event.sequence, String(decoding: body, as: UTF8.self), hash(previous, body)]
        )
    }

    static func hash(_ previous: Data, _ body: some DataProtocol) -> Data {
        var sha = SHA256()
        sha.update(data: previous)
        sha.update(data: body)
        return Data(sha.finalize())
    }

    static func hex(_ data: Data) -> String {
        data.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// How an event becomes bytes: JSON with its keys in order, so that one event has one form.
enum EventCoding {
    static func encode(_ event: Event) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let long = LongList(event.entry) else { return try encoder.encode(event) }
        return try long.spliced(into: encoder.encode(event.recording(long.rest)))
    }

    static func decode(_ body: Data) throws -> Event {
        try JSONDecoder().decode(Event.self, from: body)
    }
}
