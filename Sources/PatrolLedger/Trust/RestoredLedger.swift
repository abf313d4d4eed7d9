import Foundation
import GRDB
import PatrolModel

/// A ledger built anew out of the events of a source and of a ledger that continues it.
struct RestoredLedger {
    let restoration: Restoration
    let head: ChainHead
    /// When the last of the restored events was recorded.
    let last: Instant?

    private static let eventsPerCommit = 1000

    /// - Parameters:
    ///   - path: where to build it.
    ///   - source: a ledger whose events are sound.
    ///   - present: the ledger that is to be replaced, in whatever state; nil is none.
    ///   - heads: how far receipts are known to have been given.
    ///   - instant: now.
    ///   - user: who does it.
    /// - Returns: what was built.
    /// - Throws: ``SQLiteFailure`` where the source cannot be read, GRDB's errors where it cannot be written.
    static func build(
        at path: String,
        from source: String,
        continuing present: String?,
        heads: [NotedHead],
        at instant: Instant,
        user: String
    ) throws -> RestoredLedger {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            // Nobody reads it before it is complete, and then it is put onto the disk as a whole.
            try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
        }
        try Schema.migrate(queue)
        try copy(try ExaminedFile(path: source), into: queue)
        let sourceHead = try queue.read(EventChain.writtenHead)
        // Read to where it ends, or breaks, or cannot be read.
        let old = present.flatMap { try? ExaminedFile(path: $0) }
        if let old { carryOver(old, after: sourceHead, heads, into: queue) }
        let recovered = try queue.read(EventChain.writtenHead)
        let name = (source as NSString).lastPathComponent
        let furthest = heads.map(\.head).filter { $0.sequence > recovered.sequence }
            .max { $0.sequence < $1.sequence }
        let former = try queue.read { try Int.fetchOne($0, sql: "SELECT incarnation FROM ledger") } ?? 0
        let restoration = Restoration(
            incarnation: max(former, old.map(incarnation) ?? 0) + 1,
            source: name,
            sourceHead: Restoration.Head(event: sourceHead.sequence, hash: sourceHead.hash),
            carriedOver: recovered.sequence - sourceHead.sequence,
            acknowledged: furthest.map { Restoration.Head(event: $0.sequence, hash: $0.hash) },
            user: user
        )
        let last = try queue.write { try append(restoration, at: instant, to: $0) }
        let head = try queue.read(EventChain.writtenHead)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
        return RestoredLedger(restoration: restoration, head: head, last: last)
    }

    private static func copy(_ source: ExaminedFile, into queue: DatabaseQueue) throws {
        let rows = try RawStatement(source.connection, ChainWalk.sql)
        var more = true
        while more {
            try queue.write { db in
                for _ in 0..<eventsPerCommit {
                    more = try rows.next()
                    guard more else { return }
                    try take(rows, db)
                }
            }
        }
    }

    private static func take(_ rows: RawStatement, _ db: Database) throws {
        let body = Data(rows.bytes(1))
        let event = try EventCoding.decode(body)
        guard event.sequence == rows.integer(0) else { throw PatrolError.internalFailure }
        try EventChain.store(event.sequence, String(decoding: body, as: UTF8.self), Data(rows.bytes(2)), db)
        try Projection.apply(event, to: db)
    }

    /// Each event that follows, until one does not, cannot be read or cannot be applied; but none that contradicts a
    /// head that was noted, nor any before it that no head vouches for.
    private static func carryOver(
        _ old: ExaminedFile,
        after head: ChainHead,
        _ heads: [NotedHead],
        into queue: DatabaseQueue
    ) {
        let end = Continuation(of: head, heads: heads).end(in: old)
        guard end > head.sequence, let rows = try? RawStatement(old.connection, Continuation.sql) else {
            return
        }
        rows.bind(head.sequence, to: 1)
        var more = true
        while more {
            try? queue.write { db in
                for _ in 0..<eventsPerCommit {
                    guard let next = try? rows.next(), next, rows.integer(0) <= end else {
                        more = false
                        return
                    }
                    try? db.inSavepoint {
                        do {
                            try take(rows, db)
                            return .commit
                        } catch {
                            more = false
                            return .rollback
                        }
                    }
                    guard more else { return }
                }
            }
        }
    }

    private static func incarnation(_ old: ExaminedFile) -> Int {
        (try? old.texts("SELECT incarnation FROM ledger"))?.first.flatMap { Int($0) } ?? 0
    }

    /// - Returns: when the event before it was recorded.
    private static func append(_ restoration: Restoration, at: Instant, to db: Database) throws -> Instant? {
        let head = try EventChain.head(db)
        let sql = "SELECT body FROM event WHERE sequence = ?"
        guard let body = try String.fetchOne(db, sql: sql, arguments: [head.sequence]) else {
            throw PatrolError.internalFailure
        }
        let before = try EventCoding.decode(Data(body.utf8))
        let event = Event(
            sequence: head.sequence + 1,
            at: at,
            district: before.district,
            incarnation: restoration.incarnation,
            actor: Event.daemon,
            onBehalfOf: nil,
            filing: nil,
            entry: .restoration(restoration)
        )
        try EventChain.append(event, after: head.hash, to: db)
        try Projection.apply(event, to: db)
        return before.at
    }
}

/// How far the events of another file continue a chain.
struct Continuation {
    static let sql =
        "SELECT sequence, body, hash FROM event NOT INDEXED WHERE sequence > ?1 ORDER BY sequence"

    private let head: ChainHead
    private let heads: [Int64: String]

    init(of head: ChainHead, heads: [NotedHead]) {
        self.head = head
        self.heads = Dictionary(heads.map { ($0.head.sequence, $0.head.hash) }) { first, _ in first }
    }

    /// The last event that follows; the head's own where none does.
    func end(in file: ExaminedFile) -> Int64 {
        guard let rows = try? RawStatement(file.connection, Continuation.sql) else { return head.sequence }
        rows.bind(head.sequence, to: 1)
        var (last, vouched, previous) = (head.sequence, head.sequence, Data(hexadecimal: head.hash))
        while let next = try? rows.next(), next, rows.integer(0) == last + 1 {
            let hash = EventChain.hash(previous, Data(rows.bytes(1)))
            guard hash.elementsEqual(rows.bytes(2)) else { break }
            (last, previous) = (last + 1, hash)
            guard let noted = heads[last] else { continue }
            guard noted == EventChain.hex(hash) else { return vouched }
            vouched = last
        }
        return last
    }
}

extension Data {
    init(hexadecimal text: String) {
        let digits = text.utf8.map(\.hexDigit)
        self.init(
            stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        )
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8 { self < 0x3A ? self & 15 : (self & 15) + 9 }
}
