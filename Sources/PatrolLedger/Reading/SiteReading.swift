import GRDB
package import PatrolModel

/// Which sites a list is for; nil is no condition.
package struct SiteFilter: Sendable {
    package var subdistrict: String?
    package var kind: String?
    /// Only codes that begin so.
    package var prefix: String?
    /// Only those whose code begins so, in whatever case, or whose name has it somewhere.
    package var text: String?

    package init() {}
}

extension Ledger {
    /// One page, at most `limit` sites, by code.
    package func sites(
        _ filter: SiteFilter,
        sight: Sight,
        after code: String?,
        limit: Int
    ) async throws -> [Site] {
        var (own, unit): (String?, String?) = (nil, nil)
        if case .own(let subdistrict, let responsible) = sight { (own, unit) = (subdistrict, responsible) }
        let sql = """
            SELECT \(Site.columns) FROM site WHERE (?1 IS NULL OR subdistrict = ?1) AND (?2 IS NULL OR kind = ?2)
            AND (?3 OR subdistrict = ?4 OR responsible_unit = ?5) AND code > ?6
            AND code >= ?8 AND code < ?8 || char(1114111)
            AND (?9 IS NULL OR instr(name, ?9) OR lower(substr(code, 1, length(?9))) = lower(?9))
            ORDER BY code LIMIT ?7
            """
        let arguments: StatementArguments = [
            filter.subdistrict, filter.kind, sight == .everything, own, unit, code ?? "", limit,
            filter.prefix ?? "", filter.text,
        ]
        let kinds = rulebook.configuration.siteKinds
        return try await pool.read { db in
            let sites = try Row.fetchAll(db, sql: sql, arguments: arguments).map { Site(row: $0) }
            // A kind that nobody has is a slip of the pen, and not a list of none.
            if sites.isEmpty, code == nil, let kind = filter.kind, !kinds.contains(kind) {
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

extension Ledger {
    /// A list narrowed by a slip of the pen is not a list of none.
    /// - Throws: ``PatrolError/unknownSubdistrict(name:nearest:)``, ``PatrolError/unknownUnit(name:nearest:)``.
    package func requireKnown(subdistrict: String?, unit: String?) async throws {
        let (units, subdistricts) = (rulebook.configuration.units, rulebook.subdistricts)
        try await pool.read { db in
            if let subdistrict {
                let known = try db.names("subdistrict") + subdistricts
                guard known.isEmpty || known.contains(subdistrict) else {
                    throw PatrolError.unknownSubdistrict(
                        name: String(subdistrict.prefix(40)),
                        nearest: subdistrict.nearest(in: known)
                    )
                }
            }
            if let unit {
                let known = try db.names("responsible_unit") + units
                guard known.isEmpty || known.contains(unit) else {
                    throw PatrolError.unknownUnit(
                        name: String(unit.prefix(40)),
                        nearest: unit.nearest(in: known)
                    )
                }
            }
        }
    }
}

extension Ledger {
    /// Every responsible unit that the configuration, a site or a hazard names, sorted.
    package func units() async throws -> [String] {
        let configuration = rulebook.configuration
        let named = try await pool.read { db in try db.names("responsible_unit") }
        return Set(named + configuration.units + configuration.people.compactMap(\.unit)).sorted()
    }

    /// Every street office that the configuration, a site or a hazard names, sorted.
    package func subdistrictNames() async throws -> [String] {
        let (people, listed) = (rulebook.configuration.people, rulebook.subdistricts)
        let named = try await pool.read { db in try db.names("subdistrict") }
        return Set(named + listed + people.compactMap(\.subdistrict)).sorted()
    }
}

extension Database {
    /// What sites and hazards have in a column.
    fileprivate func names(_ column: String) throws -> [String] {
        let tables = ["site", "hazard"].map { "SELECT \(column) FROM \($0)" }
        return try String.fetchAll(self, sql: tables.joined(separator: " UNION "))
    }
}

extension Site {
    var subject: Subject {
        Subject(name: code, subdistrict: subdistrict, unit: responsibleUnit)
    }
}
