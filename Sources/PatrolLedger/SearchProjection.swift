import Foundation
import GRDB
import PatrolModel

/// Keeps what can be searched, and the index of its words, as the events make it: in the transaction of each event.
enum SearchProjection {
    /// Of a hazard as its latest event has it. One whose words and marks stay as they were costs one reading.
    static func write(_ hazard: Hazard, _ db: Database) throws {
        let sql = "SELECT name FROM site WHERE code = ?"
        let name = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [hazard.site])
        guard let entry = SearchEntry(hazard, siteName: name ?? "") else {
            throw PatrolError.internalFailure
        }
        try write(entry, db)
    }

    /// A site's hazards are found by its name, so that another name than its `former` is theirs, too; nil for a new one.
    static func write(_ site: Site, former: String?, _ db: Database) throws {
        try write(SearchEntry(site), db)
        guard let former, former != site.name else { return }
        let hazards = try String.fetchAll(
            db,
            sql: "SELECT id FROM hazard WHERE site = ? ORDER BY id",
            arguments: [site.code]
        )
        for hazard in hazards {
            guard let row = SearchEntry.row(hazard: hazard), let entry = try entry(row, db) else { continue }
            try write(entry.with(siteName: site.name), db)
        }
    }

    static func entry(_ row: Int64, _ db: Database) throws -> SearchEntry? {
        let statement = try db.cachedStatement(sql: "SELECT words, marks FROM searched WHERE row = ?")
        return try Row.fetchOne(statement, arguments: [row]).map {
            SearchEntry(row: row, words: $0[0], marks: $0[1])
        }
    }

    private static func write(_ entry: SearchEntry, _ db: Database) throws {
        if let former = try self.entry(entry.row, db) {
            guard former != entry else { return }
            // The index keeps no text, so it is told what it was given (sqlite.org/fts5.html, 6.4).
            try db.run(
                "INSERT INTO search (search, rowid, tokens) VALUES ('delete', ?, ?)",
                [entry.row, former.tokens]
            )
        }
        try db.run(
            """
            INSERT INTO searched (row, words, marks) VALUES (?, ?, ?)
            ON CONFLICT (row) DO UPDATE SET words = excluded.words, marks = excluded.marks
            """,
            [entry.row, entry.words, entry.marks.joined(separator: " ")]
        )
        try db.run("INSERT INTO search (rowid, tokens) VALUES (?, ?)", [entry.row, entry.tokens])
    }
}

extension SearchProjection {
    /// Indexes a ledger that has no index yet, since SQL does not know its words: within the transaction of its migration,
    /// and at a start where somebody, or a later migration that wants other words, has emptied both of its tables.
    static func fill(_ db: Database) throws {
        let sql = "SELECT EXISTS (SELECT 1 FROM searched) OR NOT EXISTS (SELECT 1 FROM site)"
        guard try Bool.fetchOne(db, sql: sql) == false else { return }
        let sites = try Row.fetchCursor(db, sql: "SELECT \(Site.columns) FROM site ORDER BY code")
        while let row = try sites.next() { try write(Site(row: row), former: nil, db) }
        let hazards = try String.fetchCursor(
            db,
            sql: "SELECT e.body FROM hazard h JOIN event e ON e.sequence = h.event ORDER BY h.id"
        )
        while let body = try hazards.next() {
            guard case .hazard(_, let hazard) = try EventCoding.decode(Data(body.utf8)).entry else {
                throw PatrolError.internalFailure
            }
            try write(hazard, db)
        }
    }
}
