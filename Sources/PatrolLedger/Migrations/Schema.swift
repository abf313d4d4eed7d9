import GRDB

/// Every schema that has shipped, in order.
enum Schema {
    private static let migrations = [
        (Migration001.identifier, Migration001.sql), (Migration002.identifier, Migration002.sql),
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (identifier, sql) in migrations {
            migrator.registerMigration(identifier) { db in try db.execute(sql: sql) }
        }
        return migrator
    }
}
