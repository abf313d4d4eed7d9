import Crypto
import Foundation
import GRDB
import PatrolTestSupport

@testable import PatrolLedger

/// A ledger as an earlier version wrote it, with hazards in every state it knew.
struct EarlierLedger {
    let folder: TemporaryFolder
    var path: String { folder.file("ledger.sqlite") }

    init(_ version: String, in folder: TemporaryFolder? = nil) throws {
        self.folder = try folder ?? TemporaryFolder()
        let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/ledger-\(version).sql")
        let queue = try DatabaseQueue(path: path)
        let sql = try String(contentsOf: dump, encoding: .utf8)
        try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try queue.close()
    }
}

/// What a ledger says: its schema and every row, whatever the file looks like.
enum LogicalContent {
    static func digest(ofLedgerAt path: String) throws -> String {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read(digest)
    }

    static func digest(_ db: Database) throws -> String {
        var sha = SHA256()
        func add(_ sql: String) throws {
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() { sha.update(data: Data(row.description.utf8)) }
        }
        try add("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
        // The index of words cannot be read as a table; the tables it keeps for itself can.
        let tables = """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')
            AND name NOT LIKE 'sqlite%' ORDER BY name
            """
        for table in try String.fetchAll(db, sql: tables) {
            let columns = try db.columns(in: table).map(\.name.quotedDatabaseIdentifier).joined(
                separator: ", "
            )
            try add("SELECT * FROM \(table.quotedDatabaseIdentifier) ORDER BY \(columns)")
        }
        return EventChain.hex(Data(sha.finalize()))
    }
}
