import GRDB
import PatrolModel

/// A hazard's row, written whole from the entity in its latest event.
enum HazardProjection {
    static func write(_ hazard: Hazard, _ event: Event, _ db: Database) throws {
        if case .hazard(.report, _) = event.entry { try Projection.advance(.hazard, to: hazard.id, db) }
        if let order = hazard.stage.order, event.givesNumber {
            try Projection.advance(.order, to: order.number, db)
        }
        try db.run(sql, arguments(hazard, event))
        try SearchProjection.write(hazard, db)
        try EvidenceProjection.write(hazard, event, db)
        try HazardPlaces.write(hazard, isReport: event.entry.verb == "hazard.report", db)
        if case .hazard(.recompute, _) = event.entry, ![.verified, .closed, .void].contains(hazard.state) {
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
        "condition_text", "time_limit", "severity", "audit_finding", "description", "inspection", "state",
        "observed_at",
        "reported_at",
        "reported_by", "due_start", "due_from", "due_at", "due_provisional", "provisional", "overdue_since",
        "noticed", "stopped_at", "order_number",
        "served_at", "returned", "referred", "extensions", "extension_due_at", "suspended_until",
        "resumes_at", "supervised", "planned", "rework_count", "rework_due_at", "rectified_at",
        "rectified_by", "rectified_typed_by",
        "verify_due_at", "verified_at", "verified_by", "verified_typed_by", "typists_count", "closed_at",
        "closed_by", "rebound_count", "looked_back_at", "void_asked", "voided_at", "voided_by",
        "voided_second_by",
        "duplicate_of", "merged", "case_number",
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
            hazard.grounds.text, hazard.grounds.limit.description, hazard.severity.rawValue,
            hazard.isAuditFinding, hazard.describe,
            hazard.inspection,
            hazard.state.rawValue,
        ]
        arguments += [
            hazard.observedAt.seconds, hazard.reported.at.seconds, hazard.reported.person,
            hazard.deadline.start.rawValue, hazard.deadline.from.seconds, hazard.dueAt.seconds,
            hazard.deadline.isProvisional, hazard.isProvisional, hazard.overdueSince?.seconds,
            hazard.isNoticed, hazard.clock.stoppedAt?.seconds,
        ]
        let suspension: Suspension? =
            if case .suspended(let suspension) = hazard.stage { suspension } else { nil }
        arguments += [
            order?.number, order?.servedAt.seconds, hazard.stage.returned != nil, order?.referral != nil,
            order?.extensionsGranted ?? 0, order?.extensionAsked?.decision.at.seconds,
            suspension?.until.description, suspension?.endsAt.seconds, hazard.isSupervised,
            hazard.supervision?.plan != nil,
        ]
        arguments += [
            hazard.reworkCount, order?.rework?.deadline.at.seconds,
        ]
        arguments += [
            claim?.rectifiedAt.seconds, claim?.claimed.person, claim?.claimed.typedBy,
            claim?.verification?.at.seconds,
        ]
        arguments += [
            check?.checked.at.seconds, check?.checked.person, check?.checked.typedBy,
            check?.fourEyes.typistsCount,
        ]
        arguments += [
            closure?.struckOff.at.seconds, closure?.struckOff.person, hazard.reboundCount,
            hazard.lookBack?.looked.at.seconds, hazard.voidAsked != nil,
        ]
        let voiding: Voiding? = if case .void(let voiding) = hazard.stage { voiding } else { nil }
        arguments += [
            voiding.map { ($0.confirmed ?? $0.asked).at.seconds }, voiding?.asked.person,
            voiding?.confirmed?.person, voiding?.duplicateOf, !hazard.duplicates.isEmpty,
            hazard.enforcement?.number,
        ]
        return arguments
    }
}

extension Event {
    /// Whether it gave the order its number.
    fileprivate var givesNumber: Bool {
        switch entry {
        case .hazard(.order, _), .hazard(.reassign, _), .hazard(.refer, _), .hazard(.rebound, _): true
        default: false
        }
    }
}
