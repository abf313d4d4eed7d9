import Foundation
import GRDB
import PatrolLedger
import PatrolModel

/// What a ledger says, held against what its filers know.
struct Examination {
    /// Receipts looked up.
    private(set) var receipts = 0
    private(set) var events = 0
    /// Every contradiction found.
    private(set) var faults: [String] = []

    private struct Line {
        let verb: String
        let entity: String
        let key: String?
        let actor: String
        let inspection: String?
        let body: String
    }

    /// - Parameters:
    ///   - path: a ledger that no daemon runs on.
    ///   - filers: who filed.
    /// - Throws: SQLite's errors.
    init(ofLedgerAt path: String, filers: [Filer]) throws {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let lines = try queue.read { db in
            let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            if integrity != ["ok"] { faults += integrity }
            faults += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" }
            return try Examination.lines(db)
        }
        try queue.close()
        events = lines.count
        for filer in filers { hold(filer, against: lines) }
        findUnfiled(lines, filers)
        do {
            faults += try Replay.differences(ofLedgerAt: path).map(\.description)
        } catch {
            faults.append("replay: \(error)")
        }
    }

    private static func lines(_ db: Database) throws -> [Int64: Line] {
        let sql = """
            SELECT sequence, verb, entity, key, json_extract(body, '$.actor'),
                json_extract(body, '$.body.inspection'), body FROM event
            """
        var lines: [Int64: Line] = [:]
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let line = Line(
                verb: row[1],
                entity: row[2],
                key: row[3],
                actor: row[4],
                inspection: row[5],
                body: row[6]
            )
            lines[row[0]] = line
        }
        return lines
    }

    /// Each receipt's event is there, and is of that filing.
    private mutating func hold(_ filer: Filer, against lines: [Int64: Line]) {
        faults += filer.refusals
        for answer in filer.answered {
            receipts += 1
            let receipt = answer.receipt
            guard let line = lines[receipt.event] else {
                faults.append("lost: \(receipt.id), event \(receipt.event), key \(receipt.key)")
                continue
            }
            if !Examination.records(line, answer) {
                faults.append("another's: event \(receipt.event) is not \(receipt.id): \(line.body)")
            }
            if let hazard = receipt.hazard, lines[receipt.event + 1]?.entity != hazard {
                faults.append("lost: \(hazard), of \(receipt.id)")
            }
        }
    }

    /// The receipt's number, key, verb and words are the event's.
    private static func records(_ line: Line, _ answer: Filer.Answered) -> Bool {
        let (receipt, filing) = (answer.receipt, answer.sent.filing)
        guard line.entity == receipt.id, line.key == receipt.key, receipt.key == filing.key.text,
            line.verb == filing.act.verb.rawValue
        else { return false }
        if let words = answer.sent.words, !line.body.contains(words) { return false }
        if let hazard = answer.sent.hazard, hazard.id != line.entity { return false }
        return true
    }

    /// Each event is the daemon's own, or of a filing that was sent, once.
    private mutating func findUnfiled(_ lines: [Int64: Line], _ filers: [Filer]) {
        var sent: Set<String> = []
        for filer in filers { sent.formUnion(filer.sent.keys) }
        var seen: Set<String> = []
        for (sequence, line) in lines where line.actor != Event.daemon {
            if let key = line.key {
                if !sent.contains(key) { faults.append("nobody filed event \(sequence): \(line.body)") }
                if !seen.insert(key).inserted { faults.append("filed twice: \(key)") }
            } else if !Examination.goes(line, with: lines[sequence - 1]) {
                faults.append("of no filing: event \(sequence): \(line.body)")
            }
        }
    }

    /// What a filing brings with it: an inspection its hazard, new sites the duties of this day.
    private static func goes(_ line: Line, with first: Line?) -> Bool {
        guard let first, first.actor == line.actor, first.key != nil else { return false }
        return switch line.verb {
        case "hazard.report": first.verb == "inspection.file" && line.inspection == first.entity
        case "period.open": first.verb == "site.import"
        default: false
        }
    }
}
