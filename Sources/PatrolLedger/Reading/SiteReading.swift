import GRDB
package import PatrolModel

extension Ledger {
    /// One page, at most `limit` sites, by code.
    package func sites(
        subdistrict: String?,
        kind: String?,
        sight: Sight,
        after code: String?,
        limit: Int
    ) async throws -> [Site] {
        var (own, unit): (String?, String?) = (nil, nil)
        if case .own(let subdistrict, let responsible) = sight { (own, unit) = (subdistrict, responsible) }
        let sql = """
            SELECT \(Site.columns) FROM site WHERE (?1 IS NULL OR subdistrict = ?1) AND (?2 IS NULL OR kind = ?2)
            AND (?3 OR subdistrict = ?4 OR responsible_unit = ?5) AND code > ?6 ORDER BY code LIMIT ?7
            """
        let arguments: StatementArguments = [
            subdistrict, kind, sight == .everything, own, unit, code ?? "", limit,
        ]
        let kinds = rulebook.configuration.siteKinds
        return try await pool.read { db in
            let sites = try Row.fetchAll(db, sql: sql, arguments: arguments).map { Site(row: $0) }
            // A kind that nobody has is a slip of the pen, and not a list of none.
            if sites.isEmpty, code == nil, let kind, !kinds.contains(kind) {
                throw PatrolError.unknownKind(name: String(kind.prefix(40)), nearest: kind.nearest(in: kinds))
            }
            return sites
        }
    }

    /// - Throws: ``PatrolError/unknownSite(code:nearest:)``, also where the person may not know of it.
    package func site(_ code: String, sight: Sight) async throws -> Site {
        try await pool.read { db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT \(Site.columns) FROM site WHERE code = ?",
                arguments: [code]
            )
            if let site = row.map({ Site(row: $0) }), sight.covers(site.subject) { return site }
            let codes = sight == .everything ? try String.fetchAll(db, sql: "SELECT code FROM site") : []
            throw PatrolError.unknownSite(code: String(code.prefix(40)), nearest: code.nearest(in: codes))
        }
    }
}

extension Site {
    fileprivate var subject: Subject {
        Subject(name: code, subdistrict: subdistrict, unit: responsibleUnit)
    }
}
