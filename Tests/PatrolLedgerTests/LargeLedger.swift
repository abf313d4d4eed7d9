import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport

@testable import PatrolLedger

/// An earlier version's ledger with thousands of hazards and tens of thousands of duties, in events and rows as that
/// version wrote them, chained anew.
struct LargeLedger {
    private let earlier: EarlierLedger
    var path: String { earlier.path }
    /// What it says before any upgrade.
    let digest: String
    /// Bytes that the write-ahead log has where an upgrade has just been committed.
    let logSize: Int64

    private static let (hazards, sites, days) = (5000, 500, 20)

    init(_ version: String) throws {
        earlier = try EarlierLedger(version)
        let queue = try DatabaseQueue(path: earlier.path)
        try queue.write { db in
            var writer = try Writer(db)
            try writer.cloneHazards(LargeLedger.hazards)
            try writer.addMissedDays(LargeLedger.days, sites: LargeLedger.sites)
        }
        try queue.close()
        digest = try LogicalContent.digest(ofLedgerAt: earlier.path)
        logSize = try LargeLedger.logSize(ofUpgrading: earlier.path)
    }

    private static func logSize(ofUpgrading path: String) throws -> Int64 {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: path, toPath: folder.file("ledger.sqlite"))
        let pool = try LedgerFile.open(at: folder.file("ledger.sqlite"))
        defer { try? pool.close() }
        let log = try FileManager.default.attributesOfItem(atPath: folder.file("ledger.sqlite-wal"))
        return (log[.size] as? NSNumber)?.int64Value ?? 0
    }

    /// Writes events, and beside each the rows that its version made of it.
    private struct Writer {
        let db: Database
        private var head: (sequence: Int64, hash: Data)

        init(_ db: Database) throws {
            self.db = db
            head = try EventChain.head(db)
        }

        private mutating func append(_ body: String) throws {
            let sequence = head.sequence + 1
            let hash = EventChain.hash(head.hash, Data(body.utf8))
            try db.run("INSERT INTO event (sequence, body, hash) VALUES (?, ?, ?)", [sequence, body, hash])
            head = (sequence, hash)
        }

        /// The first is reported and nothing more, so that one event makes one row.
        mutating func cloneHazards(_ count: Int) throws {
            let row = try Row.fetchOne(db, sql: "SELECT * FROM hazard WHERE id = 'H-2026-000001'")
            guard let row else { throw PatrolError.internalFailure }
            let event: Int64 = row["event"]
            let sql = "SELECT json_remove(body, '$.filing') FROM event WHERE sequence = ?"
            let body = try String.fetchOne(db, sql: sql, arguments: [event]) ?? ""
            for number in 1...count {
                let id = "H-2026-" + String(100_000 + number)
                try append(
                    body.replacing("H-2026-000001", with: id)
                        .replacing("\"sequence\":\(event),", with: "\"sequence\":\(head.sequence + 1),")
                )
                try insert(row, into: "hazard", ["id": id, "event": head.sequence])
            }
            try db.run("UPDATE numbering SET last = ? WHERE series = 'H'", [100_000 + count])
        }

        /// Days on which nobody went anywhere, settled and told of.
        mutating func addMissedDays(_ days: Int, sites count: Int) throws {
            guard let period = try Row.fetchOne(db, sql: "SELECT * FROM period LIMIT 1"),
                let site = try Row.fetchOne(db, sql: "SELECT * FROM site LIMIT 1")
            else { throw PatrolError.internalFailure }
            let codes = (1...count).map { "X-\($0)" }
            let sites = codes.map { code in
                [
                    "code": code, "kind": site["kind"] as String, "name": site["name"] as String,
                    "subdistrict": site["subdistrict"] as String,
                    "responsibleUnit": site["responsible_unit"] as String, "tags": [String](),
                ] as [String: Any]
            }
            try record("site.import", "sites", ["added": sites, "changed": []])
            for code in codes {
                let changes: [String: any DatabaseValueConvertible] = [
                    "code": code, "event": head.sequence, "tags": "[]",
                ]
                try insert(site, into: "site", changes)
            }
            let programme: String = period["programme"]
            var reminders: [String] = []
            for day in 0..<days {
                let key = CivilDate.of("2026-10-01").adding(days: day).description
                try open(key, of: programme, like: period, codes)
                let missed = codes.map { ["ordinal": 1, "site": $0] as [String: Any] }
                let body: [String: Any] = ["missed": missed, "period": key, "programme": programme]
                try record("period.settle", programme + "/" + key, body)
                try db.run("UPDATE period SET settled_by = ? WHERE key = ?", [head.sequence, key])
                reminders.append("missed/\(programme)/\(key)")
                let values: StatementArguments = [reminders.last, head.sequence]
                try db.run("INSERT INTO reminder (id, event, kind) VALUES (?, ?, 'duties-missed')", values)
            }
            try record("reminder.say", "reminders", ["reminders": reminders])
            for id in reminders {
                try db.run("UPDATE reminder SET said_by = ? WHERE id = ?", [head.sequence, id])
            }
        }

        private mutating func open(
            _ key: String,
            of programme: String,
            like period: Row,
            _ codes: [String]
        ) throws {
            let date = CivilDate.of(key)
            let (start, end) = (
                Zone.shanghai.startOfDay(date), Zone.shanghai.startOfDay(date.adding(days: 1))
            )
            let isFirstVersion = !period.hasColumn("cadence")
            let duties = codes.map { ["ordinal": 1, "site": $0, "targetDate": key] as [String: Any] }
            var span: [String: Any] = ["key": key, "start": start.seconds, "end": end.seconds]
            if !isFirstVersion { (span["first"], span["last"]) = (key, key) }
            var body: [String: Any] = ["duties": duties, "period": span, "programme": programme]
            if !isFirstVersion { body["cadence"] = "daily" }
            try record("period.open", programme + "/" + key, body)
            var changes: [String: any DatabaseValueConvertible] = [
                "key": key, "starts_at": start.seconds, "ends_at": end.seconds,
            ]
            if !isFirstVersion { (changes["first_date"], changes["last_date"]) = (key, key) }
            try insert(period, into: "period", changes)
            for code in codes {
                try db.run(
                    """
                    INSERT INTO duty (programme, period, site, ordinal, target_date, state, late)
                    VALUES (?1, ?2, ?3, 1, ?2, 'missed', 0)
                    """,
                    [programme, key, code]
                )
            }
        }

        private mutating func record(_ verb: String, _ entity: String, _ body: [String: Any]) throws {
            let at = try Int64.fetchOne(db, sql: "SELECT max(at) FROM event") ?? 0
            let version = try Int.fetchOne(
                db,
                sql: "SELECT json_extract(body, '$.version') FROM event LIMIT 1"
            )
            let event: [String: Any] = [
                "actor": "patrold", "at": at, "body": body, "district": "420106", "entity": entity,
                "incarnation": 1, "sequence": head.sequence + 1, "verb": verb, "version": version ?? 1,
            ]
            let bytes = try JSONSerialization.data(
                withJSONObject: event,
                options: [.sortedKeys, .withoutEscapingSlashes]
            )
            try append(String(decoding: bytes, as: UTF8.self))
        }

        /// A row like another but for some columns.
        private func insert(
            _ row: Row,
            into table: String,
            _ changes: [String: any DatabaseValueConvertible]
        ) throws {
            let names = Array(row.columnNames)
            let values = names.map { name in changes[name] ?? (row[name] as DatabaseValue) }
            let places = names.map { _ in "?" }.joined(separator: ", ")
            try db.run(
                "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))",
                StatementArguments(values)
            )
        }
    }
}
