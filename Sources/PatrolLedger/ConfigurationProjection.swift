import GRDB
import PatrolModel

/// What adopted configurations and catalogues leave in tables.
enum ConfigurationProjection {
    static func write(_ configuration: PatrolModel.Configuration, _ event: Event, _ db: Database) throws {
        try db.run(
            "INSERT INTO configuration (event, district, zone) VALUES (?, ?, ?)",
            [event.sequence, configuration.district.code, configuration.zone]
        )
        try write(configuration.programmes, event, db)
        for category in configuration.catalogue?.categories ?? [] { try write(category, event, db) }
    }

    /// A programme that stays as it is stays in force; one that comes, or comes back, or has another cadence, is in
    /// force from this event on.
    private static func write(_ programmes: [Programme], _ event: Event, _ db: Database) throws {
        let ids = programmes.map(\.id)
        let known = try String.fetchAll(db, sql: "SELECT id FROM programme")
        for id in known where !ids.contains(id) {
            try db.run("DELETE FROM programme WHERE id = ?", [id])
        }
        for programme in programmes {
            try db.run(
                """
                INSERT INTO programme (id, cadence, in_force_from) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET cadence = excluded.cadence,
                in_force_from = excluded.in_force_from WHERE cadence <> excluded.cadence
                """,
                [programme.id, programme.cadence.description, event.at.seconds]
            )
        }
    }

    static func write(_ catalogue: CatalogueImport, _ event: Event, _ db: Database) throws {
        try db.run(
            "INSERT INTO catalogue_file (event, source, digest) VALUES (?, ?, ?)",
            [event.sequence, catalogue.source, catalogue.digest]
        )
        for category in catalogue.all { try write(category, event, db) }
    }

    private static func write(_ category: Catalogue.Category, _ event: Event, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO category (code, event, name, class, retired) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET event = excluded.event, name = excluded.name,
            class = excluded.class, retired = excluded.retired
            """,
            [category.code, event.sequence, category.name, category.group, category.isRetired]
        )
        for condition in category.conditions {
            try db.run(
                """
                INSERT INTO condition (category, number, text, time_limit, closing, retired)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (category, number) DO UPDATE SET text = excluded.text,
                time_limit = excluded.time_limit, closing = excluded.closing, retired = excluded.retired
                """,
                [
                    category.code, condition.number, condition.text, condition.limit.description,
                    condition.closing, condition.isRetired,
                ]
            )
        }
    }
}
