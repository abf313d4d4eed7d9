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
    /// force from this event on. One that goes keeps its name, since what it has opened is still owed.
    private static func write(_ programmes: [Programme], _ event: Event, _ db: Database) throws {
        let known = try String.fetchAll(db, sql: "SELECT id FROM programme WHERE in_force = 1")
        for id in Set(known).subtracting(programmes.map(\.id)).sorted() {
            try db.run("UPDATE programme SET in_force = 0 WHERE id = ?", [id])
        }
        for programme in programmes {
            try db.run(
                """
                INSERT INTO programme (id, name, manner, cadence, in_force, in_force_from, first_in_force)
                VALUES (?1, ?2, ?3, ?4, 1, ?5, ?5)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, manner = excluded.manner,
                cadence = excluded.cadence, in_force = 1, in_force_from = CASE
                WHEN in_force = 1 AND cadence = excluded.cadence THEN in_force_from
                ELSE excluded.in_force_from END
                """,
                [
                    programme.id, programme.name, programme.manner.rawValue, programme.cadence.description,
                    event.at.seconds,
                ]
            )
        }
    }

    static func write(_ catalogue: CatalogueImport, _ event: Event, _ db: Database) throws {
        try db.run(
            "INSERT INTO catalogue_file (event, source, digest) VALUES (?, ?, ?)",
            [event.sequence, catalogue.source, catalogue.digest]
        )
        let isFirst = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM category)") ?? true
        for category in catalogue.all { try write(category, event, db) }
        // What somebody filed they know of; what a file of the configuration changed is said.
        if catalogue.digest != nil, !isFirst {
            try Projection.remind("catalogue/\(event.sequence)", "catalogue-adopted", event, db)
        }
    }

    private static func write(_ category: Catalogue.Category, _ event: Event, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO category (code, event, name, class, retired, radius) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET event = excluded.event, name = excluded.name,
            class = excluded.class, retired = excluded.retired, radius = excluded.radius
            """,
            [
                category.code, event.sequence, category.name, category.group, category.isRetired,
                category.radius,
            ]
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
