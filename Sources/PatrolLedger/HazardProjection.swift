import GRDB
import PatrolModel

/// A hazard's row, written whole from the entity in its latest event.
enum HazardProjection {
    static func write(_ hazard: Hazard, _ event: Event, _ db: Database) throws {
        if case .hazard(.report, _) = event.entry { try Projection.advance(.hazard, to: hazard.id, db) }
        if case .hazard(.order, _) = event.entry, let order = hazard.stage.order {
            try Projection.advance(.order, to: order.number, db)
        }
        try db.run(sql, arguments(hazard, event))
        if case .hazard(.recompute, _) = event.entry, ![.verified, .closed].contains(hazard.state) {
            try Projection.remind("deadline/\(hazard.id)/\(event.sequence)", "deadline-firm", event, db)
        }
        // A unit is told of its own lateness whatever the bureau's was; a guess is told as one, and again when it
        // is none.
        for lapse in hazard.lapses {
            let kind = lapse.kind == .order ? "/order" : ""
            let guess = lapse.deadline.isProvisional ? "/provisional" : ""
            try Projection.remind("overdue/\(hazard.id)" + kind + guess, "hazard-overdue", event, db)
        }
    }

    private static let columns = [
        "id", "event", "site", "subdistrict", "responsible_unit", "category", "category_name", "condition",
        "condition_text", "time_limit", "severity", "description", "inspection", "state", "observed_at",
        "reported_at",
        "reported_by", "due_start", "due_from", "due_at", "due_provisional", "provisional", "overdue_since",
        "noticed", "order_number",
        "served_at", "rework_count", "rework_due_at", "rectified_at", "rectified_by", "rectified_typed_by",
        "verify_due_at", "verified_at", "verified_by", "verified_typed_by", "typists_count", "closed_at",
        "closed_by",
    ]

    private static let sql = """
        INSERT INTO hazard (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET
        \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    private static func arguments(_ hazard: Hazard, _ event: Event) -> StatementArguments {
        let (order, claim) = (hazard.stage.order, hazard.stage.rectification)
        let check = hazard.stage.verification
        let closure: Closure? = if case .closed(let closure) = hazard.stage { closure } else { nil }
        var arguments: StatementArguments = [
            hazard.id, event.sequence, hazard.site, hazard.subdistrict, hazard.responsibleUnit,
            hazard.grounds.category, hazard.grounds.categoryName, hazard.grounds.condition,
            hazard.grounds.text, hazard.grounds.limit.description, hazard.severity.rawValue, hazard.describe,
            hazard.inspection,
            hazard.state.rawValue,
        ]
        arguments += [
            hazard.observedAt.seconds, hazard.reported.at.seconds, hazard.reported.person,
            hazard.deadline.start.rawValue, hazard.deadline.from.seconds, hazard.dueAt.seconds,
            hazard.deadline.isProvisional, hazard.isProvisional, hazard.overdueSince?.seconds,
            hazard.isNoticed,
        ]
        arguments += [
            order?.number, order?.servedAt.seconds, hazard.reworkCount, order?.rework?.deadline.at.seconds,
        ]
        arguments += [
            claim?.rectifiedAt.seconds, claim?.claimed.person, claim?.claimed.typedBy,
            claim?.verification?.at.seconds,
        ]
        arguments += [
            check?.checked.at.seconds, check?.checked.person, check?.checked.typedBy,
            check?.fourEyes.typistsCount,
        ]
        arguments += [closure?.struckOff.at.seconds, closure?.struckOff.person]
        return arguments
    }
}
