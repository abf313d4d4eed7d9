import Foundation
import GRDB

/// Builds a second ledger from the events of a first and compares every ordinary table, so that a new table is covered
/// unasked.
package enum Replay {
    /// A row that stands in one ledger and not in the other.
    package struct Difference: Hashable, Sendable, CustomStringConvertible {
        package let table: String
        package let row: String
        /// True where the ledger has it and its own events do not lead to it.
        package let isInLedger: Bool

        package init(table: String, row: String, isInLedger: Bool) {
            self.table = table
            self.row = row
            self.isInLedger = isInLedger
        }

        package var description: String {
            "\(table): \(isInLedger ? "in the ledger, not in its events" : "missing from the ledger"): \(row)"
        }
    }

    /// - Parameter path: a ledger file that nobody writes to meanwhile.
    /// - Returns: every difference; none where the tables are what the events make of them.
    /// - Throws: SQLite's errors, and a decoding error where an event cannot be read.
    package static func differences(ofLedgerAt path: String) throws -> [Difference] {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let original = try DatabaseQueue(path: path, configuration: configuration)
        let replayed = try LedgerFile.inMemory()
        try original.read { source in try replay(source, into: replayed) }
        return try original.read { left in
            try replayed.read { right in
                try tables(left, right).flatMap { try compare($0, left, right) }
            }
        }
    }

    private static func replay(_ source: Database, into target: DatabaseQueue) throws {
        let rows = try Row.fetchCursor(
            source,
            sql: "SELECT sequence, body, hash FROM event ORDER BY sequence"
        )
        try target.write { db in
            while let row = try rows.next() {
                let (sequence, body, hash): (Int64, String, Data) = (row[0], row[1], row[2])
                try db.run(
                    "INSERT INTO event (sequence, body, hash) VALUES (?, ?, ?)",
                    [sequence, body, hash]
                )
                try Projection.apply(EventCoding.decode(Data(body.utf8)), to: db)
            }
        }
    }

    private static func tables(_ left: Database, _ right: Database) throws -> [String] {
        let sql =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        return try Set(String.fetchAll(left, sql: sql)).union(String.fetchAll(right, sql: sql)).sorted()
    }

    private static func compare(_ table: String, _ left: Database, _ right: Database) throws -> [Difference] {
        let (mine, theirs) = (try rows(table, left), try rows(table, right))
        return mine.subtracting(theirs).map { Difference(table: table, row: $0, isInLedger: true) }
            + theirs.subtracting(mine).map { Difference(table: table, row: $0, isInLedger: false) }
    }

    private static func rows(_ table: String, _ db: Database) throws -> Set<String> {
        guard try db.tableExists(table) else { return [] }
        var rows = Set<String>()
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)")
        while let row = try cursor.next() { rows.insert(row.description) }
        return rows
    }
}
