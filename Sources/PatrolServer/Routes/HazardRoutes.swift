import Foundation
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// Hazards as lists and one by one, and what is overdue.
struct HazardRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.hazards)") { request, context in
            try await list(request, context, onlyOverdue: false)
        }
        router.get("\(Route.overdue)") { request, context in
            try await list(request, context, onlyOverdue: true)
        }
        router.get("\(Route.hazards)/:id") { request, context in
            try await show(request, context)
        }
    }

    private typealias Page = (rows: [HazardRecord], next: HazardCursor?)

    private func list(
        _ request: Request,
        _ context: PatrolContext,
        onlyOverdue: Bool
    ) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let (ledger, now, zone) = (desk.ledger, desk.clock.now(), desk.rulebook.zone)
        var filter = try HazardFilter(Query(request))
        if onlyOverdue { filter.overdueAt = now }
        let first = try await ledger.hazards(filter, sight: sight, after: nil, limit: JSONBody.pageSize)
        return JSONBody.list(first: first) { [filter] page in
            guard let cursor = page.next else { return nil }
            return try await ledger.hazards(filter, sight: sight, after: cursor, limit: JSONBody.pageSize)
        } rows: {
            $0.rows
        } row: {
            try JSONBody.encoder().encode(HazardBody($0, zone: zone, now: now))
        }
    }

    private func show(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let (record, hazard) = try await desk.ledger.hazard(
            try context.parameters.text("id"),
            sight: sight
        )
        let zone = desk.rulebook.zone
        let detail = HazardDetailBody(
            hazard: HazardBody(record, zone: zone, now: desk.clock.now()),
            basis: HazardDetailBody.Basis(
                limit: hazard.grounds.limit,
                clockStartedAt: zone.iso8601(hazard.deadline.from),
                closingCondition: hazard.grounds.closing,
                lateReason: hazard.reason,
                service: hazard.stage.order?.service,
                lapses: hazard.lapses.map {
                    LapseBody(
                        kind: $0.kind,
                        dueAt: zone.iso8601($0.deadline.at),
                        provisional: $0.deadline.isProvisional
                    )
                },
                deadlines: try await deadlines(of: hazard),
                history: try await history(of: record.id)
            )
        )
        return try JSONBody.response(detail)
    }

    /// Each is explained by the calendar and the office hours it was reckoned by.
    private func deadlines(of hazard: Hazard) async throws -> [DeadlineBody] {
        var bodies: [DeadlineBody] = []
        for (kind, deadline) in hazard.deadlines {
            let clock = try await desk.ledger.clock(adoptedBy: deadline.adoption)
            bodies.append(DeadlineBody(kind: kind, explanation: clock.explanation(deadline)))
        }
        return bodies
    }

    private func history(of id: String) async throws -> [HistoryBody] {
        var (history, last): ([HistoryBody], Int64) = ([], 0)
        while true {
            let page = try await desk.ledger.events(entity: id, after: last, limit: JSONBody.pageSize)
            for record in page {
                if let line = HistoryBody(try record.event(), desk.rulebook) { history.append(line) }
                last = record.sequence
            }
            guard page.count == JSONBody.pageSize else { return history }
        }
    }
}

extension HazardFilter {
    init(_ query: Query) throws {
        self.init()
        state = try query.value("state", HazardState.self)
        unit = query["unit"]
        subdistrict = query["subdistrict"]
        category = query["category"]
        site = query["site"]
    }
}

extension HazardBody {
    init(_ record: HazardRecord, zone: Zone, now: Instant) {
        self.init(
            id: record.id,
            state: record.state,
            severity: record.severity,
            category: record.category,
            categoryName: record.categoryName,
            condition: record.condition,
            conditionText: record.conditionText,
            timeLimit: record.timeLimit,
            describe: record.description,
            site: record.site,
            siteName: record.siteName,
            subdistrict: record.subdistrict,
            responsibleUnit: record.responsibleUnit,
            observedAt: zone.iso8601(record.observedAt),
            reportedAt: zone.iso8601(record.reportedAt),
            reportedBy: record.reportedBy,
            order: record.orderNumber,
            servedAt: record.servedAt.map(zone.iso8601),
            dueAt: zone.iso8601(record.dueAt),
            dueFor: record.dueFor,
            provisional: record.isProvisional,
            rectifiedAt: record.rectifiedAt.map(zone.iso8601),
            rectifiedBy: record.rectifiedBy,
            verifyDueAt: record.verifyDueAt.map(zone.iso8601),
            verifiedBy: record.verifiedBy,
            closedAt: record.closedAt.map(zone.iso8601),
            closedBy: record.closedBy,
            overdue: record.clock.isOverdue(at: now),
            everOverdue: record.wasEverOverdue(at: now),
            overdueSeconds: record.clock.overdueSeconds(at: now),
            closedOnTime: record.clock.closedOnTime,
            reworkCount: record.reworkCount,
            reworkDueAt: record.reworkDueAt.map(zone.iso8601)
        )
    }
}

extension HistoryBody {
    /// Nil for events that are not a hazard's.
    init?(_ event: Event, _ rulebook: Rulebook) {
        guard case .hazard(let verb, let hazard) = event.entry else { return nil }
        let person = event.onBehalfOf ?? event.actor
        let typist = event.actor == person ? nil : event.actor
        self.init(
            event: event.sequence,
            at: rulebook.zone.iso8601(event.at),
            verb: event.entry.verb,
            state: hazard.state,
            person: person,
            personName: rulebook.configuration.name(person),
            typedBy: typist,
            typedByName: typist.map(rulebook.configuration.name),
            note: HistoryBody.note(verb, hazard),
            dueAt: verb == .recompute ? rulebook.zone.iso8601(hazard.dueAt) : nil
        )
    }

    private static func note(_ verb: LedgerEntry.HazardVerb, _ hazard: Hazard) -> String? {
        switch verb {
        case .report: hazard.describe
        case .order: hazard.stage.order.map { "\($0.number) \($0.unit)" }
        case .rectify: hazard.stage.rectification?.action
        case .verify: hazard.stage.verification?.note ?? hazard.stage.order?.rework?.reason
        case .close, .overdue, .recompute: nil
        }
    }
}
