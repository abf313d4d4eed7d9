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
    /// When its clock stopped; nil while it runs.
    package let stoppedAt: Instant?
    /// Its unit has sent the order back, and nobody has decided on that.
    package let isReturned: Bool
    package let isReferred: Bool
    package let suspendedUntil: String?
    package let isSupervised: Bool
    package let isAuditFinding: Bool
    package let reboundCount: Int
    package let duplicateOf: String?

    /// What must be done by ``dueAt``.
    package var dueFor: DeadlineKind {
        orderNumber == nil && TimeLimit(timeLimit)?.isUrgent != true ? .order : .rectification
    }

    package var clock: HazardClock {
        HazardClock(state: state, dueAt: dueAt, stoppedAt: stoppedAt)
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
    /// Only the one with this number.
    package var id: String?
    /// Only numbers that begin so.
    package var prefix: String?
    /// Only what is past its deadline at this instant, worst first.
    package var overdueAt: Instant?
    /// Only what runs and has its deadline in this span, its end not included.
    package var dueWithin: Range<Instant>?
    /// Only what was claimed to be fixed, was not, and has not been claimed again (退回返工).
    package var isSentBack = false
    /// Only what is followed by name from above (督办).
    package var isSupervised = false
    /// Only what somebody has to decide on: an order that was returned, an extension or a voiding that was asked for.
    package var isToBeDecided = false
    /// Only what this person reported, or what lies at a site they have an open duty at.
    package var concerning: String?

    package init() {}
}

/// What hazards are counted by.
package enum HazardGrouping: String, Sendable, CaseIterable {
    case unit, subdistrict, category

    /// A unit is named from the day it was told; until then the lateness is the bureau's.
    fileprivate var columns: (code: String, name: String) {
        switch self {
        case .unit:
            let told = "CASE WHEN h.served_at IS NULL THEN NULL ELSE h.responsible_unit END"
            return (told, told)
        case .subdistrict: return ("h.subdistrict", "h.subdistrict")
        case .category: return ("h.category", "h.category_name")
        }
    }
}

package struct HazardGroup: Sendable {
    /// Nil for what no unit has been told of yet.
    package let code: String?
    package let name: String?
    package let hazards: Int
    package let oldestDueAt: Instant
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
            // Read where they stand, column by column: a list is as fast as its rows are read.
            var (rows, cursor) = (
                [HazardRecord](), try Row.fetchCursor(db, sql: query.sql, arguments: query.arguments)
            )
            while let row = try cursor.next() { rows.append(HazardRecord(row: row)) }
            return rows
        }
        let last = rows.count == limit ? rows.last : nil
        return (rows, last.map { HazardCursor(dueAt: $0.dueAt.seconds, id: $0.id) })
    }

    package func count(_ filter: HazardFilter, sight: Sight) async throws -> Int {
        let query = HazardQuery(filter, sight: sight, after: nil, limit: nil)
        return try await pool.read { db in
            try Int.fetchOne(db, sql: query.countSQL, arguments: query.arguments) ?? 0
        }
    }

    /// What a filter finds, counted by one of its columns, the group with the oldest deadline first.
    package func groups(
        _ filter: HazardFilter,
        by grouping: HazardGrouping,
        sight: Sight
    ) async throws -> [HazardGroup] {
        try await groups(HazardQuery(filter, sight: sight, after: nil, limit: nil), by: grouping)
    }

    func groups(_ query: HazardQuery, by grouping: HazardGrouping) async throws -> [HazardGroup] {
        try await pool.read { db in
            try Row.fetchAll(db, sql: query.groupSQL(grouping), arguments: query.arguments).map { row in
                HazardGroup(
                    code: row[0],
                    name: row[1],
                    hazards: row[2],
                    oldestDueAt: Instant(seconds: row[3])
                )
            }
        }
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
    static let select = "SELECT \(HazardRecord.columns) FROM hazard h JOIN site s ON s.code = h.site"

    private(set) var conditions: [String] = []
    private(set) var arguments: StatementArguments = []
    let order: String
    private let source: String

    /// A limit of nil is for ``countSQL`` and ``groupSQL(_:)``, which take none. With a cut, it is for ``eventSQL`` and
    /// ``groupSQL(_:)``.
    init(
        _ filter: HazardFilter,
        sight: Sight,
        after cursor: HazardCursor?,
        limit: Int?,
        at cut: Cut? = nil
    ) {
        source = cut == nil ? "hazard" : HazardQuery.past
        if let cut { arguments += [cut.event, cut.at.seconds] }
        order = filter.overdueAt == nil ? "h.id" : "h.due_at, h.id"
        require("h.id = ?", filter.id)
        require("h.state = ?", filter.state?.rawValue)
        require("h.responsible_unit = ?", filter.unit)
        require("h.subdistrict = ?", filter.subdistrict)
        require("h.site = ?", filter.site)
        if let prefix = filter.prefix {
            conditions.append("h.id >= ? AND h.id < ?")
            arguments += [prefix, prefix + "\u{10FFFF}"]
        }
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
        if let span = filter.dueWithin {
            conditions.append("h.state IN ('reported', 'ordered')")
            require("h.due_at >= ?", span.lowerBound.seconds)
            require("h.due_at < ?", span.upperBound.seconds)
        }
        if filter.isSentBack {
            conditions.append("h.state IN ('reported', 'ordered') AND h.rework_count > 0")
        }
        if filter.isSupervised { conditions.append("h.supervised = 1") }
        if filter.isToBeDecided {
            conditions.append("(h.returned = 1 OR h.extension_due_at IS NOT NULL OR h.void_asked = 1)")
        }
        if let person = filter.concerning {
            conditions.append(
                "(h.reported_by = ? OR EXISTS (SELECT 1 FROM duty d WHERE d.state = 'open' AND d.site = h.site AND d.hazard IS NULL AND d.assignee = ?))"
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
        if let limit { arguments += [limit] }
    }

    var condition: String {
        conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    }

    var sql: String { HazardQuery.select + condition + " ORDER BY \(order) LIMIT ?" }

    var countSQL: String { "SELECT count(*) FROM hazard h" + condition }

    func groupSQL(_ grouping: HazardGrouping) -> String {
        let (code, name) = grouping.columns
        return """
            SELECT \(code) AS code, max(\(name)), count(*), min(h.due_at) FROM \(source) h\(condition)
            GROUP BY code ORDER BY min(h.due_at), code
            """
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
    /// In the order ``init(row:)`` reads them.
    static let columns = [
        "h.id", "h.site", "s.name", "h.subdistrict", "h.responsible_unit", "h.category", "h.category_name",
        "h.condition", "h.condition_text", "h.severity", "h.description", "h.state", "h.observed_at",
        "h.reported_at", "h.reported_by", "h.served_at", "h.time_limit", "h.due_at", "h.due_provisional",
        "h.overdue_since", "h.order_number", "h.rectified_at", "h.rectified_by", "h.verify_due_at",
        "h.verified_by", "h.closed_at", "h.closed_by", "h.rework_count", "h.rework_due_at",
        "h.stopped_at", "h.returned", "h.referred", "h.suspended_until", "h.supervised", "h.audit_finding",
        "h.rebound_count", "h.duplicate_of",
    ].joined(separator: ", ")

    init(row: Row) {
        func instant(_ column: Int) -> Instant? {
            (row[column] as Int64?).map { Instant(seconds: $0) }
        }
        id = row[0]
        site = row[1]
        siteName = row[2]
        subdistrict = row[3]
        responsibleUnit = row[4]
        category = row[5]
        categoryName = row[6]
        condition = row[7]
        conditionText = row[8]
        severity = Hazard.Severity(rawValue: row[9]) ?? .general
        description = row[10]
        state = HazardState(rawValue: row[11]) ?? .reported
        observedAt = Instant(seconds: row[12])
        reportedAt = Instant(seconds: row[13])
        reportedBy = row[14]
        servedAt = instant(15)
        timeLimit = row[16]
        dueAt = Instant(seconds: row[17])
        isProvisional = row[18]
        overdueSince = instant(19)
        orderNumber = row[20]
        rectifiedAt = instant(21)
        rectifiedBy = row[22]
        verifyDueAt = instant(23)
        verifiedBy = row[24]
        closedAt = instant(25)
        closedBy = row[26]
        reworkCount = row[27]
        reworkDueAt = instant(28)
        stoppedAt = instant(29)
        isReturned = row[30]
        isReferred = row[31]
        suspendedUntil = row[32]
        isSupervised = row[33]
        isAuditFinding = row[34]
        reboundCount = row[35]
        duplicateOf = row[36]
    }
}
