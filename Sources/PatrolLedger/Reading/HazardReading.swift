import Foundation
import GRDB
package import PatrolModel

/// A hazard as a list shows it.
package struct HazardRecord: Sendable {
    package let id: String
    package let site: String
    package let siteName: String
    package let subdistrict: String
    package let responsibleUnit: String
    package let category: String
    package let categoryName: String
    package let condition: Int
    package let conditionText: String
    package let severity: Hazard.Severity
    package let description: String
    package let state: HazardState
    package let observedAt: Instant
    package let reportedAt: Instant
    package let reportedBy: String
    package let servedAt: Instant?
    package let timeLimit: String
    package let dueAt: Instant
    /// ``dueAt`` rests on a year that is not published.
    package let isProvisional: Bool
    package let overdueSince: Instant?
    package let orderNumber: String?
    package let rectifiedAt: Instant?
    package let rectifiedBy: String?
    package let verifyDueAt: Instant?
    package let verifiedBy: String?
    package let closedAt: Instant?
    package let closedBy: String?
    package let reworkCount: Int
    package let reworkDueAt: Instant?

    /// What must be done by ``dueAt``.
    package var dueFor: DeadlineKind {
        state == .reported && TimeLimit(timeLimit)?.isUrgent != true ? .order : .rectification
    }

    package var clock: HazardClock {
        HazardClock(state: state, dueAt: dueAt, rectifiedAt: rectifiedAt)
    }

    /// It was overdue once, or is at this instant.
    package func wasEverOverdue(at instant: Instant) -> Bool {
        overdueSince != nil || clock.isOverdue(at: instant)
    }
}

/// Which hazards a list is for; nil is no condition.
package struct HazardFilter: Sendable {
    package var state: HazardState?
    package var unit: String?
    package var subdistrict: String?
    package var category: String?
    package var site: String?
    /// Only what is past its deadline at this instant, worst first.
    package var overdueAt: Instant?
    /// Only what this person reported, or what lies at a site they have an open duty at.
    package var concerning: String?

    package init() {}
}

/// Where a page of a list ends, so that the next begins behind it.
package struct HazardCursor: Sendable {
    let dueAt: Int64
    let id: String
}

extension Ledger {
    /// One page, at most `limit` rows: by number, or the longest overdue first.
    package func hazards(
        _ filter: HazardFilter,
        sight: Sight,
        after cursor: HazardCursor?,
        limit: Int
    ) async throws -> (rows: [HazardRecord], next: HazardCursor?) {
        let query = HazardQuery(filter, sight: sight, after: cursor, limit: limit)
        let rows = try await pool.read { db in
            try Row.fetchAll(db, sql: query.sql, arguments: query.arguments).map { HazardRecord(row: $0) }
        }
        let last = rows.count == limit ? rows.last : nil
        return (rows, last.map { HazardCursor(dueAt: $0.dueAt.seconds, id: $0.id) })
    }

    /// One hazard with what its stage rests on.
    /// - Throws: ``PatrolError/unknownHazard(id:)``, also where the person may not know of it.
    package func hazard(_ id: String, sight: Sight) async throws -> (HazardRecord, Hazard) {
        try await pool.read { db in
            let sql = HazardQuery.select + " WHERE h.id = ?"
            let body = "SELECT e.body FROM hazard h JOIN event e ON e.sequence = h.event WHERE h.id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.uppercased()]),
                let text = try String.fetchOne(db, sql: body, arguments: [id.uppercased()]),
                case .hazard(_, let hazard) = try EventCoding.decode(Data(text.utf8)).entry,
                sight.covers(hazard.subject)
            else { throw PatrolError.unknownHazard(id: String(id.prefix(40))) }
            return (HazardRecord(row: row), hazard)
        }
    }
}

/// The SQL of a list of hazards, put together from its conditions.
struct HazardQuery {
    static let select = "SELECT h.*, s.name AS site_name FROM hazard h JOIN site s ON s.code = h.site"

    private(set) var conditions: [String] = []
    private(set) var arguments: StatementArguments = []
    private let order: String

    init(_ filter: HazardFilter, sight: Sight, after cursor: HazardCursor?, limit: Int) {
        order = filter.overdueAt == nil ? "h.id" : "h.due_at, h.id"
        require("h.state = ?", filter.state?.rawValue)
        require("h.responsible_unit = ?", filter.unit)
        require("h.subdistrict = ?", filter.subdistrict)
        require("h.site = ?", filter.site)
        if let category = filter.category {
            conditions.append("(h.category = ? OR h.category_name = ?)")
            arguments += [category, category]
        }
        if let at = filter.overdueAt {
            conditions.append("h.state IN ('reported', 'ordered')")
            require("h.due_at < ?", at.seconds)
            // Nobody is late before they have been told.
            if filter.unit != nil { conditions.append("h.served_at IS NOT NULL") }
        }
        if let person = filter.concerning {
            conditions.append(
                "(h.reported_by = ? OR EXISTS (SELECT 1 FROM duty d WHERE d.state = 'open' AND d.site = h.site AND d.assignee = ?))"
            )
            arguments += [person, person]
        }
        restrict(to: sight)
        if let cursor {
            if filter.overdueAt == nil {
                require("h.id > ?", cursor.id)
            } else {
                conditions.append("(h.due_at, h.id) > (?, ?)")
                arguments += [cursor.dueAt, cursor.id]
            }
        }
        arguments += [limit]
    }

    var sql: String {
        let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        return HazardQuery.select + condition + " ORDER BY \(order) LIMIT ?"
    }

    private mutating func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        conditions.append(condition)
        arguments += [value]
    }

    private mutating func restrict(to sight: Sight) {
        guard case .own(let subdistrict, let unit) = sight else { return }
        conditions.append("(h.subdistrict = ? OR (h.responsible_unit = ? AND h.served_at IS NOT NULL))")
        arguments += [subdistrict, unit]
    }
}

extension HazardRecord {
    init(row: Row) {
        func instant(_ column: String) -> Instant? {
            (row[column] as Int64?).map { Instant(seconds: $0) }
        }
        id = row["id"]
        site = row["site"]
        siteName = row["site_name"]
        subdistrict = row["subdistrict"]
        responsibleUnit = row["responsible_unit"]
        category = row["category"]
        categoryName = row["category_name"]
        condition = row["condition"]
        conditionText = row["condition_text"]
        severity = Hazard.Severity(rawValue: row["severity"]) ?? .general
        description = row["description"]
        state = HazardState(rawValue: row["state"]) ?? .reported
        observedAt = Instant(seconds: row["observed_at"])
        reportedAt = Instant(seconds: row["reported_at"])
        reportedBy = row["reported_by"]
        servedAt = instant("served_at")
        timeLimit = row["time_limit"]
        dueAt = Instant(seconds: row["due_at"])
        isProvisional = row["due_provisional"]
        overdueSince = instant("overdue_since")
        orderNumber = row["order_number"]
        rectifiedAt = instant("rectified_at")
        rectifiedBy = row["rectified_by"]
        verifyDueAt = instant("verify_due_at")
        verifiedBy = row["verified_by"]
        closedAt = instant("closed_at")
        closedBy = row["closed_by"]
        reworkCount = row["rework_count"]
        reworkDueAt = instant("rework_due_at")
    }
}
