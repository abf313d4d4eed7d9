import GRDB
import PatrolModel

extension LedgerTransaction {
    /// The open hazards that one about to be reported may be: of the same category, at the same site, or within the
    /// category's radius of its position or, where it has none, of its site's. The newest at the site come first, then
    /// the nearest; what the reporter may not see is left out.
    func duplicates(
        of category: String,
        at site: Site,
        _ position: Position?,
        for person: Person
    ) throws -> [DuplicateCandidate] {
        var found = try duplicates(
            DuplicateQuery.atSite,
            [site.code, category, DuplicateCandidate.most] + person.sight.arguments
        ) { _ in nil }
        let radius = try radius(of: category)
        if let position = position ?? site.position, radius > 0, found.count < DuplicateCandidate.most {
            found += try near(position, radius, category: category, notAt: site.code, for: person)
        }
        return Array(found.prefix(DuplicateCandidate.most))
    }

    private func near(
        _ position: Position,
        _ radius: Int,
        category: String,
        notAt site: String,
        for person: Person
    ) throws -> [DuplicateCandidate] {
        let box = position.box(radius: Double(radius))
        let arguments: StatementArguments = [
            site, category, box.latitudes.upperBound, box.latitudes.lowerBound, box.longitudes.upperBound,
            box.longitudes.lowerBound,
        ]
        return try duplicates(DuplicateQuery.near, arguments + person.sight.arguments) { row in
            position.distance(to: Position(micro: row[5], row[6]))
        }.filter { ($0.metres ?? 0) <= radius }.sorted { ($0.metres ?? 0) < ($1.metres ?? 0) }
    }

    private func duplicates(
        _ sql: String,
        _ arguments: StatementArguments,
        distance: (Row) -> Double?
    ) throws -> [DuplicateCandidate] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            DuplicateCandidate(
                hazard: row[0],
                site: row[1],
                siteName: row[2],
                describe: row[3],
                observedAt: zone.iso8601(Instant(seconds: row[4])),
                // Rounded up, so that what is just beyond the radius is not taken for within it.
                metres: distance(row).map { Int($0.rounded(.up)) }
            )
        }
    }

    /// In metres; 0 is the same site alone.
    private func radius(of category: String) throws -> Int {
        let sql = "SELECT radius FROM category WHERE code = ?"
        let own = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [category])?[0] as Int?
        return own ?? rulebook.rules.duplicateRadius
    }
}

/// Where possible duplicates are looked for; neither query reads a hazard that is not one of the few.
enum DuplicateQuery {
    private static let columns = "h.id, h.site, s.name, h.description, h.observed_at"

    /// By the partial index of what is open, which has the numbers in order.
    static let atSite = """
        SELECT \(columns) FROM hazard h JOIN site s ON s.code = h.site
        WHERE h.site = ?1 AND h.category = ?2 AND \(HazardPlaces.open) AND \(sight(4))
        ORDER BY h.id DESC LIMIT ?3
        """

    /// By the R*Tree first, whatever is known of the tables' sizes.
    static let near = """
        SELECT \(columns), r.min_latitude, r.min_longitude
        FROM hazard_position r CROSS JOIN hazard h ON h.id = r.hazard JOIN site s ON s.code = h.site
        WHERE r.min_latitude <= ?3 AND r.max_latitude >= ?4 AND r.min_longitude <= ?5 AND r.max_longitude >= ?6
        AND h.category = ?2 AND h.site <> ?1 AND \(HazardPlaces.open) AND \(sight(7))
        """

    private static func sight(_ place: Int) -> String {
        """
        (?\(place) OR h.subdistrict = ?\(place + 1)
            OR (h.responsible_unit = ?\(place + 2) AND h.served_at IS NOT NULL))
        """
    }
}

extension Sight {
    /// Whether everything may be seen, and else the subdistrict's and the unit's names.
    fileprivate var arguments: StatementArguments {
        switch self {
        case .everything: [true, nil, nil]
        case .own(let subdistrict, let unit): [false, subdistrict, unit]
        }
    }
}
