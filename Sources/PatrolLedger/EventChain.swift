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

    /// The head as it is written down.
    static func writtenHead(_ db: Database) throws -> ChainHead {
        let (sequence, hash) = try head(db)
        return ChainHead(sequence: sequence, hash: hex(hash))
    }

    static func append(_ event: Event, after previous: Data, to db: Database) throws {
        let body = try EventCoding.encode(event)
        try store(event.sequence, String(decoding: body, as: UTF8.self), hash(previous, body), db)
    }

    static func store(_ sequence: Int64, _ body: String, _ hash: Data, _ db: Database) throws {
        try db.run("INSERT INTO event (sequence, body, hash) VALUES (?, ?, ?)", [sequence, body, hash])
    }

    static func hash(_ previous: Data, _ body: some DataProtocol) -> Data {
        var sha = SHA256()
        sha.update(data: previous)
        sha.update(data: body)
        return Data(sha.finalize())
    }

    static func hex(_ data: Data) -> String { Hexadecimal.of(data) }
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
