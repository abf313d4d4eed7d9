import GRDB
import PatrolModel

/// Where the open hazards are, in an R*Tree (sqlite.org/rtree.html): at their own positions, else at their sites'. It is made
/// of other tables, so that it is rebuilt with them and not compared; what is closed or void is not in it.
enum HazardPlaces {
    /// The condition of the partial index, to the letter: otherwise SQLite does not use it.
    static let open = "h.state NOT IN ('closed', 'void')"

    /// After the hazard's own row.
    static func write(_ hazard: Hazard, isReport: Bool, _ db: Database) throws {
        if isReport, let position = hazard.position {
            try db.run(
                "INSERT INTO hazard_place (hazard, latitude, longitude) VALUES (?, ?, ?)",
                [hazard.id, position.latitude, position.longitude]
            )
        }
        try enter(hazard.id, db)
        try db.run(
            """
            DELETE FROM hazard_position WHERE number = ?
            AND NOT EXISTS (SELECT 1 FROM hazard h WHERE h.id = ? AND \(open))
            """,
            [try number(hazard.id), hazard.id]
        )
    }

    /// A site has come to lie elsewhere, and with it each open hazard that has no position of its own.
    static func move(_ site: String, _ db: Database) throws {
        let sql = """
            SELECT h.id FROM hazard h WHERE h.site = ? AND \(open)
            AND NOT EXISTS (SELECT 1 FROM hazard_place p WHERE p.hazard = h.id)
            """
        for id in try String.fetchAll(db.cachedStatement(sql: sql), arguments: [site]) {
            try db.run("DELETE FROM hazard_position WHERE number = ?", [try number(id)])
            try enter(id, db)
        }
    }

    /// Once, where it is open and anybody knows where it is.
    private static func enter(_ id: String, _ db: Database) throws {
        try db.run(
            """
            INSERT OR IGNORE INTO hazard_position
            (number, min_latitude, max_latitude, min_longitude, max_longitude, hazard)
            SELECT ?1, latitude, latitude, longitude, longitude, ?2 FROM (
                SELECT CAST(round(1e6 * coalesce(p.latitude, s.latitude)) AS INTEGER) AS latitude,
                    CAST(round(1e6 * coalesce(p.longitude, s.longitude)) AS INTEGER) AS longitude
                FROM hazard h JOIN site s ON s.code = h.site LEFT JOIN hazard_place p ON p.hazard = h.id
                WHERE h.id = ?2 AND \(open))
            WHERE latitude IS NOT NULL
            """,
            [try number(id), id]
        )
    }

    /// 20 260 000 000 123 of `H-2026-000123`: an R*Tree's rows are told apart by numbers.
    private static func number(_ id: String) throws -> Int64 {
        let parts = id.split(separator: "-")
        guard parts.count == 3, let year = Int64(parts[1]), let count = Int64(parts[2]) else {
            throw PatrolError.internalFailure
        }
        return year * 10_000_000_000 + count
    }
}
