import GRDB
package import PatrolModel

/// A duty as a list shows it.
package struct DutyRecord: Sendable {
    package let key: DutyKey
    /// As it was called last; a programme that is gone keeps its name.
    package let programmeName: String
    package let manner: Programme.Manner
    package let siteName: String
    package let subdistrict: String
    package let opensAt: Instant
    package let endsAt: Instant
    package let targetDate: String
    package let assignee: String?
    package let state: DutyState
    package let inspection: String?
    /// Filed after its period had ended (补录).
    package let late: Bool
    /// Of a look-back: what the hazard was.
    package let categoryName: String?
}

/// Which duties a list is for; nil is no condition.
package struct DutyFilter: Sendable {
    package var state: DutyState?
    /// Only duties that are still to be done. After the clock ran ahead that may be one put down as missed already.
    package var isUndone = false
    package var programme: String?
    package var period: String?
    package var subdistrict: String?
    package var site: String?
    /// Only duties whose period contains this instant.
    package var runningAt: Instant?
    /// Only duties whose period ends in this span, its beginning not included.
    package var endingWithin: (after: Instant, upTo: Instant)?
    /// Only duties that are still to be done although somebody was there in their period: nobody was found, or nobody
    /// was let in (到访不遇、拒检).
    package var hasNoAccess = false
    /// Only what a visit on this day would do: of several a period the next, none where one was made on it already,
    /// and none at a site that has been retired.
    package var visitOn: (date: CivilDate, begins: Instant)?
    /// Only this person's own, and those that are nobody's in particular.
    package var forPerson: String?

    package init() {}
}

extension Ledger {
    /// The programme meant by an id: one in force, or one that is gone and has opened periods.
    /// - Throws: ``PatrolError/unknownProgramme(id:nearest:)``.
    package func programmeID(_ id: String) async throws -> String {
        let sql = "SELECT EXISTS (SELECT 1 FROM programme WHERE id = ?)"
        let isThere = try await pool.read { try Bool.fetchOne($0, sql: sql, arguments: [id]) ?? false }
        return isThere ? id : try rulebook.configuration.programme(id).id
    }

    /// What a programme was called last, and what an undone duty of it is called; nil where there was never one.
    package func programmeName(_ id: String) async throws -> (name: String, manner: Programme.Manner)? {
        try await pool.read { db in
            let sql = "SELECT name, manner FROM programme WHERE id = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [id]).map {
                ($0[0], Programme.Manner(rawValue: $0[1]) ?? .patrol)
            }
        }
    }

    package func count(_ filter: DutyFilter, sight: Sight) async throws -> Int {
        let query = DutyQuery(filter, sight: sight, after: nil, limit: nil)
        return try await pool.read { db in
            try Int.fetchOne(db, sql: query.countSQL, arguments: query.arguments) ?? 0
        }
    }

    /// One page, at most `limit` rows, by subdistrict, then programme, period and subject.
    package func duties(
        _ filter: DutyFilter,
        sight: Sight,
        after last: DutyRecord?,
        limit: Int
    ) async throws -> [DutyRecord] {
        let query = DutyQuery(filter, sight: sight, after: last, limit: limit)
        return try await pool.read { db in
            try Row.fetchAll(db, sql: query.sql, arguments: query.arguments).map { DutyRecord(row: $0) }
        }
    }
}

struct DutyQuery {
    var conditions: [String] = []
    var arguments: StatementArguments = []

    init(_ filter: DutyFilter, sight: Sight, after last: DutyRecord?, limit: Int?) {
        require("d.state = ?", filter.state?.rawValue)
        if filter.isUndone { conditions.append("d.state <> 'done'") }
        require("d.programme = ?", filter.programme)
        require("d.period = ?", filter.period)
        require("s.subdistrict = ?", filter.subdistrict)
        require("d.site = ?", filter.site)
        require("p.starts_at <= ?", filter.runningAt?.seconds)
        require("p.ends_at > ?", filter.runningAt?.seconds)
        require("p.ends_at > ?", filter.endingWithin?.after.seconds)
        require("p.ends_at <= ?", filter.endingWithin?.upTo.seconds)
        if filter.hasNoAccess { conditions.append(DutyQuery.noAccess) }
        if let visit = filter.visitOn {
            conditions.append(DutyQuery.visit)
            arguments += [visit.date.description, visit.begins.seconds]
        }
        if let person = filter.forPerson {
            conditions.append(DutyQuery.isFor)
            arguments += [person, person]
        }
        if case .own(let subdistrict, _) = sight {
            // What is to be inspected is no business of a responsible unit's.
            conditions.append("s.subdistrict = ?")
            arguments += [subdistrict]
        }
        if let last {
            conditions.append(
                "(s.subdistrict, d.programme, d.period, d.subject, d.ordinal) > (?, ?, ?, ?, ?)"
            )
            let key = last.key
            arguments += [last.subdistrict, key.programme, key.period, key.subject, key.ordinal]
        }
        if let limit { arguments += [limit] }
    }

    private static let noAccess = """
        d.state = 'open' AND d.hazard IS NULL AND EXISTS (
            SELECT 1 FROM inspection v WHERE v.site = d.site AND v.result IN ('absent', 'refused')
            AND v.observed_at >= p.starts_at AND v.observed_at < p.ends_at)
        """

    /// Whether a visit on a day would still do it: its site has not been retired, or the hazard to look back at not been
    /// reopened.
    static func isOwed(_ day: String) -> String {
        """
        CASE WHEN d.hazard IS NULL THEN NOT coalesce(s.active_to < \(day) AND s.active_to < p.last_date, 0)
        ELSE EXISTS (SELECT 1 FROM hazard c WHERE c.id = d.hazard AND c.state = 'closed') END
        """
    }

    /// Given to the person by name, or to nobody, though not to whoever had a hand in what is to be looked at again.
    private static let isFor = """
        (d.assignee = ? OR (d.assignee IS NULL AND NOT EXISTS (
            SELECT 1 FROM hazard c WHERE c.id = d.hazard AND ? IN (
                c.rectified_by, c.rectified_typed_by, c.verified_by, c.verified_typed_by, c.closed_by))))
        """

    private static let visit = """
        \(isOwed("?"))
        AND NOT EXISTS (
            SELECT 1 FROM duty o LEFT JOIN inspection i ON i.id = o.inspection
            WHERE o.programme = d.programme AND o.period = d.period AND o.subject = d.subject
            AND ((o.state <> 'done' AND o.ordinal < d.ordinal) OR i.observed_at >= ?))
        """

    private var source: String {
        """
        FROM duty d JOIN programme g ON g.id = d.programme JOIN period p ON p.programme = d.programme AND p.key = d.period
        JOIN site s ON s.code = d.site LEFT JOIN hazard h ON h.id = d.hazard
        \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
        """
    }

    var countSQL: String { "SELECT count(*) " + source }

    var sql: String {
        """
        SELECT d.*, p.starts_at, p.ends_at, s.name AS site_name, s.subdistrict,
            g.name AS programme_name, g.manner, h.category_name
        \(source)
        ORDER BY s.subdistrict, d.programme, d.period, d.subject, d.ordinal LIMIT ?
        """
    }

    private mutating func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        conditions.append(condition)
        arguments += [value]
    }
}

extension DutyRecord {
    init(row: Row) {
        key = DutyKey(
            programme: row["programme"],
            period: row["period"],
            site: row["site"],
            ordinal: row["ordinal"],
            hazard: row["hazard"]
        )
        programmeName = row["programme_name"]
        manner = Programme.Manner(rawValue: row["manner"]) ?? .patrol
        siteName = row["site_name"]
        subdistrict = row["subdistrict"]
        opensAt = Instant(seconds: row["starts_at"])
        endsAt = Instant(seconds: row["ends_at"])
        targetDate = row["target_date"]
        assignee = row["assignee"]
        state = DutyState(rawValue: row["state"]) ?? .open
        inspection = row["inspection"]
        late = row["late"]
        categoryName = row["category_name"]
    }
}
