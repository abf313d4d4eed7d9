import Foundation
import GRDB
package import PatrolModel

extension Ledger {
    /// What was overdue at a cut, as a list of then would have given it: the longest overdue first, each by the event
    /// that had last been recorded of it. All of them at once, at 8 bytes each; their rows are read a page at a time.
    package func overdue(
        _ filter: HazardFilter,
        sight: Sight,
        at cut: Cut,
        limit: Int?
    ) async throws -> [Int64] {
        let query = HazardQuery(
            filter.overdue(at: cut),
            sight: sight,
            after: nil,
            limit: limit ?? -1,
            at: cut
        )
        return try await pool.read { db in
            try Int64.fetchAll(db, sql: query.eventSQL, arguments: query.arguments)
        }
    }

    /// The same, counted.
    package func groups(
        _ filter: HazardFilter,
        by grouping: HazardGrouping,
        sight: Sight,
        at cut: Cut
    ) async throws -> [HazardGroup] {
        try await groups(
            HazardQuery(filter.overdue(at: cut), sight: sight, after: nil, limit: nil, at: cut),
            by: grouping
        )
    }

    /// Hazards as events recorded them, in the order of these.
    package func hazards(
        recordedBy events: some Collection<Int64> & Sendable,
        at cut: Cut
    ) async throws -> [HazardRecord] {
        try await pool.read { db in
            let hazards = try events.map { try db.hazard(recordedBy: $0) }
            let names = try db.names(ofSites: Set(hazards.map(\.site)), at: cut)
            return hazards.map { HazardRecord($0, siteName: names[$0.site] ?? $0.site) }
        }
    }

    /// One hazard as it stood at a cut.
    /// - Throws: ``PatrolError/unknownHazard(id:)``, also where it was reported later, and where the person might not
    ///   know of it then.
    package func hazard(_ id: String, sight: Sight, at cut: Cut) async throws -> (HazardRecord, Hazard) {
        try await pool.read { db in
            let sql = "SELECT \(HazardQuery.lastEvent) FROM (SELECT ?2 AS id)"
            guard let event = try Int64.fetchOne(db, sql: sql, arguments: [cut.event, id.uppercased()]) else {
                throw PatrolError.unknownHazard(id: String(id.prefix(40)))
            }
            let hazard = try db.hazard(recordedBy: event)
            guard sight.covers(hazard.subject) else {
                throw PatrolError.unknownHazard(id: String(id.prefix(40)))
            }
            let names = try db.names(ofSites: [hazard.site], at: cut)
            return (HazardRecord(hazard, siteName: names[hazard.site] ?? hazard.site), hazard)
        }
    }
}

extension HazardFilter {
    fileprivate func overdue(at cut: Cut) -> HazardFilter {
        var filter = self
        filter.overdueAt = cut.at
        return filter
    }
}

extension HazardQuery {
    /// The last event of the hazard `id` up to event ?1; nothing else is called so, but a site might be.
    static let lastEvent = """
        (SELECT sequence FROM event WHERE entity = id AND sequence <= ?1
        AND verb >= 'hazard.' AND verb < 'hazard/' ORDER BY sequence DESC LIMIT 1)
        """

    /// What stands for the table of hazards where it is asked what was overdue at instant ?2 as of event ?1.
    ///
    /// A hazard that nothing has happened to since is as its row says. Of any other, whatever it has become, the last
    /// event by then is found, and its own bytes say how it stood; the paths are those of ``Hazard``'s coding, the second
    /// that of events of the first version.
    static let past = """
        (SELECT c.id AS id, c.event AS event,
            (SELECT key FROM json_each(e.body, '$.body.stage')) AS state,
            coalesce(json_extract(e.body, '$.body.deadline.at'), json_extract(e.body, '$.body.dueAt')) AS due_at,
            json_extract(e.body, '$.body.site') AS site,
            json_extract(e.body, '$.body.subdistrict') AS subdistrict,
            coalesce(json_extract(e.body, '$.body.stage.ordered.order.unit'),
                json_extract(e.body, '$.body.siteUnit')) AS responsible_unit,
            json_extract(e.body, '$.body.stage.ordered.order.servedAt') AS served_at,
            json_extract(e.body, '$.body.grounds.category') AS category,
            json_extract(e.body, '$.body.grounds.categoryName') AS category_name,
            json_extract(e.body, '$.body.reworkCount') AS rework_count
        FROM (
            SELECT id, event FROM hazard
            WHERE state IN ('reported', 'ordered') AND due_at < ?2 AND event <= ?1
            UNION ALL
            SELECT id, \(lastEvent) FROM hazard WHERE event > ?1
        ) c JOIN event e ON e.sequence = c.event)
        """

    var eventSQL: String {
        "SELECT h.event FROM \(HazardQuery.past) h" + condition + " ORDER BY \(order) LIMIT ?"
    }
}

extension Database {
    fileprivate func hazard(recordedBy event: Int64) throws -> Hazard {
        let statement = try cachedStatement(sql: "SELECT body FROM event WHERE sequence = ?")
        guard let body = try String.fetchOne(statement, arguments: [event]),
            case .hazard(_, let hazard) = try EventCoding.decode(Data(body.utf8)).entry
        else { throw PatrolError.internalFailure }
        return hazard
    }
}

extension HazardRecord {
    /// The row that an event's hazard has: what ``HazardProjection`` writes and ``init(row:)`` reads.
    init(_ hazard: Hazard, siteName: String) {
        let (order, claim) = (hazard.stage.order, hazard.stage.rectification)
        let closure: Closure? = if case .closed(let closure) = hazard.stage { closure } else { nil }
        id = hazard.id
        site = hazard.site
        self.siteName = siteName
        subdistrict = hazard.subdistrict
        responsibleUnit = hazard.responsibleUnit
        category = hazard.grounds.category
        categoryName = hazard.grounds.categoryName
        condition = hazard.grounds.condition
        conditionText = hazard.grounds.text
        severity = hazard.severity
        description = hazard.describe
        state = hazard.state
        observedAt = hazard.observedAt
        reportedAt = hazard.reported.at
        reportedBy = hazard.reported.person
        servedAt = order?.servedAt
        timeLimit = hazard.grounds.limit.description
        dueAt = hazard.dueAt
        isProvisional = hazard.deadline.isProvisional
        overdueSince = hazard.overdueSince
        orderNumber = order?.number
        rectifiedAt = claim?.rectifiedAt
        rectifiedBy = claim?.claimed.person
        verifyDueAt = claim?.verification?.at
        verifiedBy = hazard.stage.verification?.checked.person
        closedAt = closure?.struckOff.at
        closedBy = closure?.struckOff.person
        reworkCount = hazard.reworkCount
        reworkDueAt = order?.rework?.deadline.at
        stoppedAt = hazard.clock.stoppedAt
        isReturned = hazard.stage.returned != nil
        isReferred = order?.referral != nil
        isSupervised = hazard.isSupervised
        isAuditFinding = hazard.isAuditFinding
        reboundCount = hazard.reboundCount
        switch hazard.stage {
        case .suspended(let suspension): (suspendedUntil, duplicateOf) = (suspension.until.description, nil)
        case .void(let voiding): (suspendedUntil, duplicateOf) = (nil, voiding.duplicateOf)
        default: (suspendedUntil, duplicateOf) = (nil, nil)
        }
    }
}
