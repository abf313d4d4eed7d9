import Foundation
import GRDB
import PatrolModel

/// Builds a second ledger from the events of a first and compares every ordinary table, so that a new table is covered
/// unasked.
package enum Replay {
    /// A row that stands in one ledger and not in the other, or stands differently.
    package struct Difference: Hashable, Sendable, CustomStringConvertible {
        package let table: String
        /// Its key.
        package let row: String
        /// True where the ledger has it and its own events do not lead to it.
        package let isInLedger: Bool
        /// The columns that differ, where both have the row.
        package let columns: [String]

        package init(table: String, row: String, isInLedger: Bool, columns: [String] = []) {
            self.table = table
            self.row = row
            self.isInLedger = isInLedger
            self.columns = columns
        }

        package var description: String {
            guard columns.isEmpty else {
                return "\(table): \(row) differs in \(columns.joined(separator: ", "))"
            }
            return
                "\(table): \(isInLedger ? "in the ledger, not in its events" : "missing from the ledger"): \(row)"
        }
    }

    /// - Parameter path: a ledger file; what is written to it meanwhile does not count.
    /// - Returns: every difference; none where the tables are what the events make of them.
    /// - Throws: SQLite's errors, and a decoding error where an event cannot be read.
    package static func differences(ofLedgerAt path: String) throws -> [Difference] {
        let file = try ExaminedFile(path: path)
        let scratch = try Scratch()
        let rows = try RawStatement(file.connection, ChainWalk.sql)
        while try rows.next() {
            let event = try EventCoding.decode(Data(rows.bytes(1)))
            try scratch.apply(event, body: rows.bytes(1), hash: rows.bytes(2))
        }
        var differences: [Difference] = []
        try scratch.compare(with: file) { differences.append($0) }
        return differences
    }
}

/// The ledger that is built anew: a file without a name, which SQLite removes with its connection, so that a ledger of
/// any size can be replayed.
final class Scratch {
    private let queue: DatabaseQueue

    init() throws {
        var configuration = GRDB.Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: "", configuration: configuration)
        try Schema.migrate(queue)
        try queue.inDatabase { db in
            // What the events lead to is asked for, also of those that lack one: the file's own references are
            // checked where they are.
            try db.execute(
                sql: """
                    PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                    PRAGMA cache_size = -65536; DROP TRIGGER event_is_only_appended; BEGIN
                    """
            )
        }
    }

    deinit { try? queue.close() }

    func apply(_ event: Event, body: UnsafeRawBufferPointer, hash: UnsafeRawBufferPointer) throws {
        let text = String(decoding: body, as: UTF8.self)
        let hash = Data(hash)
        try queue.inDatabase { db in
            try EventChain.store(event.sequence, text, hash, db)
            try Projection.apply(event, to: db)
        }
    }

    /// Every table but that of the events, whose rows it was given.
    func compare(with file: ExaminedFile, _ report: (Replay.Difference) -> Void) throws {
        try queue.inDatabase { db in
            guard let mine = db.sqliteConnection else { throw PatrolError.internalFailure }
            for table in try Scratch.tables(mine) where table != "event" {
                guard try file.hasTable(table) else { continue }
                try TableComparison(table, file.connection, mine)?.run(report)
            }
        }
    }

    /// Without the indexes that SQLite keeps as virtual tables, and the tables these keep for themselves.
    private static func tables(_ connection: OpaquePointer) throws -> [String] {
        let rows = try RawStatement(
            connection,
            // A search or position index is a virtual table with shadows of its own: made of the others, and not compared.
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
            AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY 1
            """
        )
        var tables: [String] = []
        while try rows.next() { tables.append(rows.text(0) ?? "") }
        return tables
    }
}

extension Replay.Difference {
    var fault: LedgerFault {
        LedgerFault(
            columns.isEmpty ? isInLedger ? .rowAdded : .rowMissing : .rowChanged,
            table: table,
            row: row,
            detail: columns.isEmpty ? nil : columns.joined(separator: ", ")
        )
    }
}

extension DatabaseError {
    /// Whether it tells of the disk or the memory rather than of what was to be written.
    var isOfTheDisk: Bool {
        [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOMEM].contains(resultCode)
    }

    /// SQLite keeps what it builds for a while in a file of this folder (sqlite.org/tempfiles.html, 5).
    var asUnwritableScratch: PatrolError {
        let environment = ProcessInfo.processInfo.environment
        let folder = environment["SQLITE_TMPDIR"] ?? environment["TMPDIR"] ?? "/var/tmp"
        return .cannotWrite(path: folder, detail: message ?? "\(resultCode)")
    }
}
