import Crypto
import Foundation
import GRDB
import PatrolModel

/// Walks the chain of events from its origin, and goes on after a break, so that further ones are named too.
///
/// The bytes are hashed where SQLite keeps them. A hash that does not follow tells of one of three things, which the
/// event after it tells apart: it follows from the hash as stored where the event's content was changed, from the
/// computed one where the hash was, and from the one before where an event was put in between.
struct ChainWalk {
    private(set) var events: Int64 = 0
    /// The last event, whatever it is worth.
    private(set) var head: ChainHead
    /// The last event before the first break; the last of all where there is none.
    private(set) var sound: ChainHead
    /// The first event that does not follow; nil where every one does.
    private(set) var brokenAt: Int64?

    private var stored = ChainWalk.origin
    private var before: [UInt8] = []
    private var computed: [UInt8] = []
    private var expected: Int64 = 1
    /// An event whose hash did not follow, until the next says why.
    private var suspect: Int64?
    /// False behind a gap: what the next event follows from is not there.
    private var isLinked = true
    private let report: (LedgerFault) -> Void

    static let sql = "SELECT sequence, body, hash FROM event ORDER BY sequence"
    private static let origin = [UInt8](repeating: 0, count: 32)

    private init(_ report: @escaping (LedgerFault) -> Void) {
        head = ChainHead(sequence: 0, hash: Hexadecimal.of(ChainWalk.origin))
        sound = head
        self.report = report
    }

    /// Walks all of it, and tells `report` of each fault. It fails with ``SQLiteFailure`` where the events cannot be
    /// read on.
    static func walk(
        _ connection: OpaquePointer,
        _ report: @escaping (LedgerFault) -> Void
    ) throws -> ChainWalk {
        var walk = ChainWalk(report)
        let rows = try RawStatement(connection, sql)
        while try rows.next() { walk.step(rows.integer(0), rows.bytes(1), rows.bytes(2)) }
        walk.clear()
        walk.head = walk.last
        if walk.brokenAt == nil { walk.sound = walk.head }
        return walk
    }

    private var last: ChainHead { ChainHead(sequence: expected - 1, hash: Hexadecimal.of(stored)) }

    private mutating func step(
        _ sequence: Int64,
        _ body: UnsafeRawBufferPointer,
        _ hash: UnsafeRawBufferPointer
    ) {
        if sequence != expected {
            breaks(at: sequence)
            clear()
            report(gap(before: sequence))
            isLinked = false
        }
        if isLinked { link(sequence, body, hash) }
        isLinked = true
        (before, stored) = (stored, Array(hash))
        expected = sequence + 1
        events += 1
    }

    private mutating func link(
        _ sequence: Int64,
        _ body: UnsafeRawBufferPointer,
        _ hash: UnsafeRawBufferPointer
    ) {
        let digest = ChainWalk.hash(stored, body)
        guard !ChainWalk.equal(digest, hash) else { return clear() }
        breaks(at: sequence)
        if let changed = suspect {
            if ChainWalk.equal(ChainWalk.hash(computed, body), hash) {
                suspect = nil
                return report(LedgerFault(.hashChanged, event: changed))
            }
            if ChainWalk.equal(ChainWalk.hash(before, body), hash) { return clear() }
        }
        clear()
        suspect = sequence
        computed = digest.withUnsafeBytes { Array($0) }
    }

    private mutating func breaks(at sequence: Int64) {
        guard brokenAt == nil else { return }
        brokenAt = sequence
        sound = last
    }

    /// Nothing after it puts the blame elsewhere.
    private mutating func clear() {
        guard let changed = suspect else { return }
        suspect = nil
        report(LedgerFault(.eventChanged, event: changed))
    }

    private func gap(before sequence: Int64) -> LedgerFault {
        sequence > expected
            ? LedgerFault(.eventsMissing, event: expected, through: sequence - 1)
            : LedgerFault(.eventOutOfPlace, event: sequence, detail: "\(sequence)")
    }

    private static func hash(_ previous: [UInt8], _ body: UnsafeRawBufferPointer) -> SHA256.Digest {
        var sha = SHA256()
        previous.withUnsafeBytes { sha.update(bufferPointer: $0) }
        sha.update(bufferPointer: body)
        return sha.finalize()
    }

    private static func equal(_ digest: SHA256.Digest, _ hash: UnsafeRawBufferPointer) -> Bool {
        digest.withUnsafeBytes { $0.order(to: hash) == 0 }
    }
}
