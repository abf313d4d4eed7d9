import GRDB
package import PatrolModel

/// One thing that was found.
package struct SearchFinding: Sendable {
    package enum Thing: Sendable {
        case hazard(HazardRecord)
        case site(Site)
    }

    package let thing: Thing
    /// Where in it.
    package let snippet: String
}

/// What was found, the best first.
package struct SearchAnswer: Sendable {
    package let rows: [SearchFinding]
    /// How many there are in all; ``Ledger/searchCount`` where ``isCounted`` is false, and there are more.
    package let found: Int
    package let isCounted: Bool
}

extension Ledger {
    /// So many are counted of each kind.
    package static let searchCount = 1000
    /// So many may be asked for.
    package static let searchLimit = 200

    /// Finds what has every part of the question, among what the person may see: first what is called so, then what
    /// fits best, what is open before what is closed, and the newer before the older.
    ///
    /// A word that stands in a hundred thousand hazards is found as fast as a rare one: the index gives the newest
    /// first, without a look at the others, and the newest hundred of the open and of the closed are put in order.
    ///
    /// - Parameters:
    ///   - question: what is looked for.
    ///   - kinds: among what.
    ///   - sight: what the person may see; nothing else has any influence.
    ///   - limit: at most so many rows, up to ``searchLimit``.
    /// - Returns: the rows, and how many there are besides.
    /// - Throws: SQLite's errors.
    package func search(
        _ question: SearchQuestion,
        _ kinds: [SearchEntry.Kind] = SearchEntry.Kind.allCases,
        sight: Sight,
        limit: Int
    ) async throws -> SearchAnswer {
        try await pool.read { db in
            var search = Search(db: db, question: question, sight: sight, limit: limit)
            for kind in kinds { try search.collect(kind) }
            return try search.answer()
        }
    }
}

/// One search, in one state of the ledger.
private struct Search {
    let db: Database
    let question: SearchQuestion
    let sight: Sight
    let limit: Int
    /// Those that are put in order, by their row.
    private var candidates: [Int64: SearchEntry] = [:]
    private var found = 0
    private var isCounted = true

    /// So many of the open, and of the closed, are looked at. Sites have no age to go by, and are fewer.
    private func window(_ kind: SearchEntry.Kind) -> Int { max(kind == .site ? 500 : 100, limit) }

    init(db: Database, question: SearchQuestion, sight: Sight, limit: Int) {
        (self.db, self.question, self.sight) = (db, question, sight)
        self.limit = limit
    }

    mutating func collect(_ kind: SearchEntry.Kind) throws {
        for row in try namesakes(kind) {
            guard let entry = try SearchProjection.entry(row, db) else { continue }
            candidates[row] = entry
        }
        let rows = try hits(kind, nil, Ledger.searchCount + 1)
        found += min(rows.count, Ledger.searchCount)
        let window = window(kind)
        var open = 0
        if rows.count > Ledger.searchCount {
            isCounted = false
            for row in try hits(kind, SearchEntry.open, window) {
                guard let entry = try SearchProjection.entry(row, db) else { continue }
                candidates[row] = entry
                open += 1
            }
        }
        var closed = 0
        for row in rows where open < window || closed < window {
            guard let entry = try SearchProjection.entry(row, db) else { continue }
            guard entry.isOpen ? open < window : closed < window else { continue }
            if entry.isOpen { open += 1 } else { closed += 1 }
            candidates[row] = entry
        }
    }

    /// The newest rows of a kind that answer, the newest first.
    private func hits(_ kind: SearchEntry.Kind, _ mark: String?, _ limit: Int) throws -> [Int64] {
        guard let expression = expression(mark) else { return [] }
        let statement = try db.cachedStatement(
            sql: """
                SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?
                ORDER BY rowid DESC LIMIT ?
                """
        )
        return try Int64.fetchAll(
            statement,
            arguments: [expression, kind.rows.lowerBound, kind.rows.upperBound, limit]
        )
    }

    /// With what the person may see; nil where that is nothing.
    private func expression(_ mark: String?) -> String? {
        var expression = question.expression
        if let mark { expression += " AND \"\(mark)\"" }
        guard case .own(let subdistrict, let unit) = sight else { return expression }
        let marks = [
            subdistrict.map { SearchEntry.mark(subdistrict: $0) }, unit.map { SearchEntry.mark(unit: $0) },
        ].compactMap { $0 }
        guard !marks.isEmpty else { return nil }
        return expression + " AND (" + marks.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
    }

    /// The rows of what is called as was typed, found by key: among a thousand numbers that have `123` in them they
    /// might be too old to be looked at.
    private func namesakes(_ kind: SearchEntry.Kind) throws -> [Int64] {
        guard kind == .hazard else { return [SearchEntry.row(site: question.text)] }
        let typed = question.text.uppercased()
        var numbers = [typed]
        if let count = Int(typed), count > 0 {
            let series = [NumberSeries.hazard, .order]
            for row in try Row.fetchAll(db, sql: "SELECT series, year FROM numbering") {
                guard let one = NumberSeries(rawValue: row[0]), series.contains(one) else { continue }
                numbers.append(one.number(count, year: row[1]))
            }
        }
        let orders = try db.cachedStatement(sql: "SELECT id FROM hazard WHERE order_number = ?")
        return try numbers.flatMap { number in
            [number] + (try String.fetchAll(orders, arguments: [number]))
        }.compactMap { SearchEntry.row(hazard: $0) }
    }

    func answer() throws -> SearchAnswer {
        let ranked = candidates.values.map { entry in
            (fit: question.fit(entry), isOpen: entry.isOpen, entry: entry)
        }.sorted { one, other in
            if one.fit != other.fit { return one.fit < other.fit }
            if one.isOpen != other.isOpen { return one.isOpen }
            guard one.entry.kind == .site, other.entry.kind == .site else {
                return one.entry.row > other.entry.row
            }
            return one.entry.id < other.entry.id
        }
        var rows: [SearchFinding] = []
        for (_, _, entry) in ranked where rows.count < limit {
            guard let thing = try thing(entry) else { continue }
            rows.append(SearchFinding(thing: thing, snippet: question.snippet(entry)))
        }
        return SearchAnswer(rows: rows, found: max(found, rows.count), isCounted: isCounted)
    }

    /// As it is now; nil where the person may not know of it.
    private func thing(_ entry: SearchEntry) throws -> SearchFinding.Thing? {
        switch entry.kind {
        case .hazard:
            var filter = HazardFilter()
            filter.id = entry.id
            let query = HazardQuery(filter, sight: sight, after: nil, limit: 1)
            return try Row.fetchOne(db.cachedStatement(sql: query.sql), arguments: query.arguments)
                .map { .hazard(HazardRecord(row: $0)) }
        case .site:
            let sql = "SELECT \(Site.columns) FROM site WHERE code = ?"
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [entry.id]) else {
                return nil
            }
            let site = Site(row: row)
            return sight.covers(site.subject) ? .site(site) : nil
        }
    }
}
