import PatrolModel

/// SQLite's own check of the file: its pages, its indexes beside their tables, its constraints; and the index of
/// words, which SQLite does not check by itself.
enum IntegrityCheck {
    static func run(_ file: ExaminedFile, _ faults: inout FaultList) throws {
        let names = try file.texts("SELECT name FROM sqlite_schema ORDER BY length(name) DESC")
        let lines = try RawStatement(file.connection, "PRAGMA integrity_check(1000)")
        while try lines.next() {
            guard let line = lines.text(0), line != "ok" else { continue }
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            let table = names.first { words.contains(Substring($0)) }
            faults.add(LedgerFault(.damaged, table: table, row: row(words), detail: line))
        }
        try SearchCheck.run(file, &faults)
    }

    /// The number in `row 12 missing from index …`.
    private static func row(_ words: [Substring]) -> String? {
        guard let place = words.firstIndex(of: "row"), place + 1 < words.endIndex else { return nil }
        return Int64(words[place + 1]).map(String.init)
    }
}

/// Rows that refer to one that is not there, by their keys. (`PRAGMA foreign_key_check` has none for tables without
/// row numbers.)
enum ReferenceCheck {
    static func run(_ file: ExaminedFile, _ faults: inout FaultList) throws {
        var broken: Set<[String]> = []
        let found = try RawStatement(file.connection, "PRAGMA foreign_key_check")
        while try found.next() { broken.insert([found.text(0) ?? "", found.text(3) ?? ""]) }
        for key in broken.sorted(by: { $0.joined(separator: " ") < $1.joined(separator: " ") }) {
            try name(table: key[0], reference: key[1], file, &faults)
        }
    }

    private static func name(
        table: String,
        reference: String,
        _ file: ExaminedFile,
        _ faults: inout FaultList
    ) throws {
        var (columns, parent): ([(own: String, their: String)], String) = ([], "")
        let list = try RawStatement(
            file.connection,
            "PRAGMA foreign_key_list(\(table.quotedDatabaseIdentifier))"
        )
        while try list.next() {
            guard list.text(0) == reference else { continue }
            parent = list.text(2) ?? ""
            columns.append((list.text(3) ?? "", list.text(4) ?? ""))
        }
        let key = try TableShape(table, file.connection).key
        let present = columns.map { "child.\($0.own.quotedDatabaseIdentifier) IS NOT NULL" }
        let equal = columns.map {
            "parent.\($0.their.quotedDatabaseIdentifier) = child.\($0.own.quotedDatabaseIdentifier)"
        }
        let rows = try RawStatement(
            file.connection,
            """
            SELECT \((key + columns.map(\.own)).map { "child." + $0.quotedDatabaseIdentifier }.joined(separator: ", "))
            FROM \(table.quotedDatabaseIdentifier) child WHERE \(present.joined(separator: " AND "))
            AND NOT EXISTS (SELECT 1 FROM \(parent.quotedDatabaseIdentifier) parent
            WHERE \(equal.joined(separator: " AND ")))
            """
        )
        while try rows.next() {
            let values = (0..<Int32(key.count + columns.count)).map { rows.text($0) ?? "NULL" }
            faults.add(
                LedgerFault(
                    .danglingReference,
                    table: table,
                    row: values.prefix(key.count).joined(separator: "/"),
                    detail: "\(parent) \(values.suffix(columns.count).joined(separator: "/"))"
                )
            )
        }
    }
}

/// A table's columns, and those its rows are told apart by.
struct TableShape: Equatable {
    let columns: [String]
    /// The primary key's, in its order; the row number where there is none.
    let key: [String]

    /// - Throws: ``SQLiteFailure``.
    init(_ table: String, _ connection: OpaquePointer) throws {
        let sql = "PRAGMA table_xinfo(\(table.quotedDatabaseIdentifier))"
        let rows = try RawStatement(connection, sql)
        var (columns, key): ([String], [(Int64, String)]) = ([], [])
        while try rows.next() {
            let name = rows.text(1) ?? ""
            columns.append(name)
            if rows.integer(5) > 0 { key.append((rows.integer(5), name)) }
        }
        self.columns = columns
        self.key = key.isEmpty ? ["rowid"] : key.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
