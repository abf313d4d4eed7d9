import GRDB
import PatrolModel

/// Whether the file's tables, indexes and triggers are to the letter those that the migrations make, and the list of
/// applied migrations too.
struct SchemaCheck {
    /// How the file's schema stands to this program's.
    enum Age { case present, earlier, unknown }

    private struct Object: Hashable {
        let type: String
        let name: String
        /// The table it belongs to, and the statement that makes it.
        let sql: String
    }

    /// What the file says it has been brought up to.
    static func age(_ file: ExaminedFile) throws -> Age {
        let known = Schema.identifiers
        let applied = try applied(file)
        if applied == known { return .present }
        return applied.isEmpty || applied != Array(known.prefix(applied.count)) ? .unknown : .earlier
    }

    static func run(_ file: ExaminedFile, _ faults: inout FaultList) throws {
        let known = Schema.identifiers
        let applied = try applied(file)
        for name in applied where !known.contains(name) {
            faults.add(LedgerFault(.migrationUnknown, table: "grdb_migrations", row: name))
        }
        let last = known.lastIndex { applied.contains($0) } ?? known.endIndex - 1
        for name in known[...last] where !applied.contains(name) {
            faults.add(LedgerFault(.migrationMissing, table: "grdb_migrations", row: name))
        }
        try compare(try objects(file.connection), try expected(upTo: known[last]), &faults)
    }

    /// In the order of the migrations, and what is not known of them last.
    private static func applied(_ file: ExaminedFile) throws -> [String] {
        guard try file.hasTable("grdb_migrations") else { return [] }
        let names = Set(try file.texts("SELECT identifier FROM grdb_migrations NOT INDEXED"))
        let known = Schema.identifiers
        return known.filter(names.contains) + names.subtracting(known).sorted()
    }

    private static func expected(upTo migration: String) throws -> [Object] {
        let queue = try DatabaseQueue()
        try Schema.migrate(queue, through: Schema.migrations(upTo: migration))
        return try queue.read { db in
            guard let connection = db.sqliteConnection else { throw PatrolError.internalFailure }
            return try objects(connection)
        }
    }

    private static func objects(_ connection: OpaquePointer) throws -> [Object] {
        // What ANALYZE gathers is no part of the record.
        let rows = try RawStatement(
            connection,
            """
            SELECT type, name, tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema
            WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!'
            """
        )
        var objects: [Object] = []
        while try rows.next() {
            objects.append(
                Object(type: rows.text(0) ?? "", name: rows.text(1) ?? "", sql: rows.text(2) ?? "")
            )
        }
        return objects
    }

    private static func compare(_ found: [Object], _ expected: [Object], _ faults: inout FaultList) throws {
        let theirs = Dictionary(grouping: expected) { $0.type + " " + $0.name }
        let ours = Dictionary(grouping: found) { $0.type + " " + $0.name }
        for (key, objects) in theirs.sorted(by: { $0.key < $1.key }) {
            guard let object = objects.first else { continue }
            guard let mine = ours[key] else {
                faults.add(LedgerFault(.objectMissing, table: object.name, detail: object.type))
                continue
            }
            // Compared byte by byte: texts that look alike are not the same here.
            if mine.count > 1 || mine.first.map({ Array($0.sql.utf8) }) != Array(object.sql.utf8) {
                faults.add(LedgerFault(.objectChanged, table: object.name, detail: object.type))
            }
        }
        for (key, objects) in ours.sorted(by: { $0.key < $1.key }) where theirs[key] == nil {
            guard let object = objects.first else { continue }
            faults.add(LedgerFault(.objectAdded, table: object.name, detail: object.type))
        }
    }
}
