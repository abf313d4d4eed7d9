import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `Tampering with the tables` {
    private struct Column {
        let name: String
        let type: String
        let isKey: Bool
    }

    /// Every table there is but that of the events: a new one is covered unasked. Not the index of words, which is of
    /// another of them.
    private func tables(_ ledger: TamperedLedger) throws -> [String] {
        try ledger.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                    AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'event' ORDER BY name
                    """
            )
        }
    }

    private func columns(_ table: String, _ db: Database) throws -> [Column] {
        try Row.fetchAll(db, sql: "PRAGMA table_info(\(table))").map {
            Column(name: $0["name"], type: $0["type"], isKey: $0["pk"] as Int > 0)
        }
    }

    /// A row by chance: what selects it, and its key as a fault names it.
    private func row(
        _ table: String,
        _ db: Database,
        _ random: inout SeededGenerator
    ) throws -> (condition: String, key: String) {
        let sql = "SELECT name FROM pragma_table_info('\(table)') WHERE pk > 0 ORDER BY pk"
        let keys = try String.fetchAll(db, sql: sql)
        let names = keys.map { "quote(\($0))" }.joined(separator: ", ")
        let rows = try Row.fetchAll(db, sql: "SELECT \(names), * FROM \(table)")
        let row = try #require(rows.randomElement(using: &random), "\(table) has no row")
        let condition = keys.indices.map { "\(keys[$0]) = \(row[$0] as String)" }.joined(separator: " AND ")
        let key = keys.map { (row[$0] as DatabaseValue).shown }.joined(separator: "/")
        return (condition, key)
    }

    @Test func isFoundWhateverCellIsChanged() async throws {
        let names = try tables(try await RichLedger.copy())
        #expect(names.count >= 13)
        for (place, table) in names.enumerated() {
            for round in 0..<4 {
                let ledger = try await RichLedger.copy()
                var random = SeededGenerator(seed: UInt64(place * 100 + round))
                var (key, changed) = ("", "")
                try ledger.change { db in
                    let target = try self.row(table, db, &random)
                    let column = try #require(try self.columns(table, db).randomElement(using: &random))
                    let other =
                        column.type != "TEXT"
                        ? "coalesce(\(column.name), 0) + 1000" : "coalesce(\(column.name), '') || 'x'"
                    try db.execute(
                        sql: "UPDATE \(table) SET \(column.name) = \(other) WHERE \(target.condition)"
                    )
                    #expect(db.changesCount == 1)
                    (key, changed) = (target.key, column.name)
                }
                let faults = try ledger.faults()
                #expect(
                    faults.contains {
                        $0.table == table && $0.row == key
                            && ($0.code == .rowMissing || ($0.code == .rowChanged && $0.detail == changed))
                    },
                    "\(table).\(changed) of \(key): \(faults)"
                )
            }
        }
    }

    @Test func isFoundWhateverRowIsRemoved() async throws {
        for (place, table) in try tables(try await RichLedger.copy()).enumerated() {
            let ledger = try await RichLedger.copy()
            var random = SeededGenerator(seed: UInt64(place))
            var key = ""
            try ledger.change { db in
                let target = try self.row(table, db, &random)
                try db.execute(sql: "DELETE FROM \(table) WHERE \(target.condition)")
                key = target.key
            }
            #expect(try ledger.faults().contains(LedgerFault(.rowMissing, table: table, row: key)))
        }
    }

    @Test func isFoundWhateverRowIsPutIn() async throws {
        for (place, table) in try tables(try await RichLedger.copy()).enumerated() {
            let ledger = try await RichLedger.copy()
            var random = SeededGenerator(seed: UInt64(place))
            try ledger.change { db in
                let target = try self.row(table, db, &random)
                let columns = try self.columns(table, db)
                let values = columns.map { column in
                    guard column.isKey else {
                        return ["order_number", "external"].contains(column.name) ? "NULL" : column.name
                    }
                    return column.type == "INTEGER" ? "\(column.name) + 1000" : "\(column.name) || 'x'"
                }
                try db.execute(
                    sql: """
                        INSERT INTO \(table) (\(columns.map(\.name).joined(separator: ", ")))
                        SELECT \(values.joined(separator: ", ")) FROM \(table) WHERE \(target.condition)
                        """
                )
                #expect(db.changesCount == 1)
            }
            let faults = try ledger.faults()
            #expect(faults.contains { $0.code == .rowAdded && $0.table == table }, "\(table): \(faults)")
        }
    }

    @Test func aRowThatRefersToNothingIsNamed() async throws {
        let ledger = try await RichLedger.copy()
        try ledger.change("DELETE FROM site WHERE code = 'R-3'")
        let faults = try LedgerVerification.verify(ledger.path, only: [.references]).faults
        #expect(
            faults.contains(
                LedgerFault(.danglingReference, table: "hazard", row: "H-2026-000003", detail: "site R-3")
            )
        )
        #expect(
            faults.contains {
                $0.table == "duty" && $0.row?.hasPrefix("roads-daily/2026-11-23/R-3/1") == true
            }
        )
    }
}

@Suite struct `Tampering with the schema` {
    private func objects(_ type: String, _ ledger: TamperedLedger) throws -> [String] {
        try ledger.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL ORDER BY 1",
                arguments: [type]
            )
        }
    }

    @Test(arguments: ["trigger", "index"])
    func isFoundWhateverIsDropped(_ type: String) async throws {
        for name in try objects(type, try await RichLedger.copy()) {
            let ledger = try await RichLedger.copy()
            let queue = try DatabaseQueue(path: ledger.path)
            try await queue.write { try $0.execute(sql: "DROP \(type) \(name)") }
            try queue.close()
            #expect(try ledger.faults() == [LedgerFault(.objectMissing, table: name, detail: type)])
        }
    }

    @Test func isFoundWhateverConstraintIsLoosened() async throws {
        for table in try objects("table", try await RichLedger.copy()) {
            let ledger = try await RichLedger.copy()
            let sql = try ledger.read { db in
                try String.fetchOne(
                    db,
                    sql: "SELECT sql FROM sqlite_schema WHERE name = ?",
                    arguments: [table]
                ) ?? ""
            }
            guard let check = sql.firstMatch(of: /CHECK \(.*?\)/) else { continue }
            try ledger.changeSchema(of: table, String(check.0), "CHECK (1 OR " + check.0.dropFirst(7))
            let faults = try ledger.faults()
            #expect(faults.contains(LedgerFault(.objectChanged, table: table, detail: "table")), "\(faults)")
        }
    }

    @Test func isFoundWhereATriggerIsMadeToDoNothing() async throws {
        for name in try objects("trigger", try await RichLedger.copy()) {
            let ledger = try await RichLedger.copy()
            try ledger.changeSchema(of: name, "RAISE(ABORT, ", "coalesce(NULL, ")
            #expect(
                try ledger.faults().contains(LedgerFault(.objectChanged, table: name, detail: "trigger"))
            )
        }
    }

    @Test func isFoundWhereSomethingIsAdded() async throws {
        let ledger = try await RichLedger.copy()
        try ledger.change(
            """
            CREATE TABLE shadow (a); CREATE INDEX quick ON hazard (state);
            CREATE TRIGGER quiet AFTER INSERT ON hazard BEGIN DELETE FROM reminder; END
            """
        )
        #expect(
            try ledger.faults() == [
                LedgerFault(.objectAdded, table: "quick", detail: "index"),
                LedgerFault(.objectAdded, table: "shadow", detail: "table"),
                LedgerFault(.objectAdded, table: "quiet", detail: "trigger"),
            ]
        )
    }

    @Test func isFoundWhereTheListOfMigrationsIsChanged() async throws {
        let added = try await RichLedger.copy()
        try added.change("INSERT INTO grdb_migrations VALUES ('999-later')")
        let unknown = LedgerFault(.migrationUnknown, table: "grdb_migrations", row: "999-later")
        #expect(try added.faults().contains(unknown))
        let removed = try await RichLedger.copy()
        try removed.change("DELETE FROM grdb_migrations WHERE identifier LIKE '002%'")
        let name = Schema.identifiers[1]
        let missing = LedgerFault(.migrationMissing, table: "grdb_migrations", row: name)
        #expect(try removed.faults().contains(missing))
    }
}

@Suite struct `Damage to the file` {
    @Test(arguments: 0..<8)
    func isNamedWhateverBitsAreFlippedOrTheContentIsTheSame(_ batch: Int) async throws {
        let content = try await RichLedger.copy().content()
        var random = SeededGenerator(seed: UInt64(batch))
        var named = 0
        for round in 0..<12 {
            let ledger = try await RichLedger.copy()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: ledger.path))
            let page = Int.random(in: 0..<bytes.count / 4096, using: &random)
            for _ in 0...Int.random(in: 0...3, using: &random) {
                bytes[page * 4096 + Int.random(in: 0..<4096, using: &random)] ^=
                    1 << UInt8.random(in: 0...7, using: &random)
            }
            try bytes.write(to: URL(fileURLWithPath: ledger.path))
            let report = try LedgerVerification.verify(ledger.path)
            if report.intact {
                #expect(try ledger.content() == content, "batch \(batch), round \(round), page \(page + 1)")
            } else {
                named += 1
            }
        }
        #expect(named > 0)
    }

    @Test(arguments: [0, 1, 99, 100, 4095, 4096, 20_000, 100_000])
    func isNamedWhereItIsCutShort(_ length: Int) async throws {
        let ledger = try await RichLedger.copy()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: ledger.path))
        try bytes.prefix(length).write(to: URL(fileURLWithPath: ledger.path))
        let report = try LedgerVerification.verify(ledger.path)
        #expect(!report.intact)
        if length == 0 { #expect(report.faults == [LedgerFault(.noLedger)]) }
    }

    @Test func isNamedWhereItIsNoDatabaseAtAll() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(String(repeating: "not a database ", count: 500), to: "ledger.sqlite")
        #expect(try LedgerVerification.verify(path).faults == [LedgerFault(.notADatabase)])
    }

    @Test func aFileThatIsNotThereCannotBeOpened() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PatrolError.cannotOpen(path: folder.file("x"), detail: "No such file or directory")) {
            try LedgerVerification.verify(folder.file("x"))
        }
    }
}

extension DatabaseValue {
    fileprivate var shown: String {
        switch storage {
        case .int64(let value): String(value)
        case .string(let text): text
        default: "\(self)"
        }
    }
}
