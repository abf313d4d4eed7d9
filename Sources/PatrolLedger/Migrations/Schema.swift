import GRDB

/// One step from a schema that has shipped to the next.
struct Migration: Sendable {
    /// As it stands in the ledger once it has happened.
    let identifier: String
    let sql: String
    /// What SQL alone cannot do; once the SQL of every step has run, in the same transaction.
    var finish: (@Sendable (Database) throws -> Void)?
}

/// Every schema that has shipped, in order, and the way from any of them to the last.
enum Schema {
    static let migrations = [
        Migration(identifier: Migration001.identifier, sql: Migration001.sql),
        Migration(identifier: Migration002.identifier, sql: Migration002.sql),
        Migration(identifier: Migration003.identifier, sql: Migration003.sql),
        Migration(identifier: Migration004.identifier, sql: Migration004.sql),
        Migration(
            identifier: Migration005.identifier,
            sql: Migration005.sql,
            finish: { try SearchProjection.fill($0) }
        ),
    ]

    static var identifiers: [String] { migrations.map(\.identifier) }

    /// The steps to an earlier schema, with the one that ended there.
    static func migrations(upTo identifier: String) -> [Migration] {
        let last = migrations.firstIndex { $0.identifier == identifier } ?? migrations.endIndex - 1
        return Array(migrations[...last])
    }

    /// Brings a ledger up to date in one transaction: all of it has happened, or nothing has, whatever ends the program
    /// in between.
    ///
    /// GRDB's own migrator commits after each step. What it has written down of earlier ones is kept, in its own table.
    /// - Throws: SQLite's errors, among them a foreign key that leads nowhere afterwards; the ledger is then as it was.
    static func migrate(
        _ writer: some DatabaseWriter,
        through migrations: [Migration] = Schema.migrations
    ) throws {
        try writer.barrierWriteWithoutTransaction { db in
            guard !(try outstanding(of: migrations, db).isEmpty) else { return }
            // Tables are made anew under the rows that refer to them (sqlite.org/lang_altertable.html, section 7); the
            // pragma does nothing within a transaction.
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            let outcome = Result { try migrateInTransaction(db, migrations) }
            try db.execute(sql: "PRAGMA foreign_keys = ON")
            try outcome.get()
        }
    }

    private static func migrateInTransaction(_ db: Database, _ migrations: [Migration]) throws {
        try db.inTransaction(.immediate) {
            try db.execute(
                sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"
            )
            let outstanding = try outstanding(of: migrations, db)
            for migration in outstanding {
                try db.execute(sql: migration.sql)
                try db.execute(
                    sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)",
                    arguments: [migration.identifier]
                )
            }
            for migration in outstanding { try migration.finish?(db) }
            try db.checkForeignKeys()
            return .commit
        }
    }

    private static func outstanding(of migrations: [Migration], _ db: Database) throws -> [Migration] {
        let applied = try applied(db)
        return migrations.filter { !applied.contains($0.identifier) }
    }

    /// The identifiers of what has happened to it; none where it is empty.
    private static func applied(_ db: Database) throws -> Set<String> {
        guard try db.tableExists("grdb_migrations") else { return [] }
        return try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
    }
}

extension Schema {
    /// Whether a newer version has written it.
    static func isNewer(_ db: Database) throws -> Bool {
        try !applied(db).subtracting(migrations.map(\.identifier)).isEmpty
    }
}
