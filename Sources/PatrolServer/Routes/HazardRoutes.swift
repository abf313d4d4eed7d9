import Foundation
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// Hazards as lists and one by one, and what is overdue: now, or as the record stood at a moment.
struct HazardRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.hazards)") { request, context in
            try await list(request, context, onlyOverdue: false)
        }
        router.get("\(Route.overdue)") { request, context in
            try await list(request, context, onlyOverdue: true)
        }
        router.get("\(Route.overdue)/groups") { request, context in
            try await groups(request, context)
        }
        router.get("\(Route.hazards)/:id") { request, context in
            try await show(request, context)
        }
    }

    private typealias PastPage = (rows: [HazardRecord], rest: ArraySlice<Int64>)

    private func list(
        _ request: Request,
        _ context: PatrolContext,
        onlyOverdue: Bool
    ) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let (ledger, now) = (desk.ledger, desk.clock.now())
        let row = rowBody(request, desk.rulebook, now)
        let limit = try Query(request).limit
        var filter = try await filter(Query(request), sight, now: now)
        if let cut = try await desk.cut(Query(request)) {
            guard onlyOverdue else { throw PatrolError.malformedRequest(detail: Route.asOfQuery) }
            return try await overdue(
                filter,
                sight,
                at: cut,
                limit: limit,
                rowBody(request, cut.rulebook, cut.at)
            )
        }
        if onlyOverdue { filter.overdueAt = now }
        let size = min(JSONBody.pageSize, limit ?? JSONBody.pageSize)
        let first = try await ledger.hazards(filter, sight: sight, after: nil, limit: size)
        return JSONBody.list(first: first, limit: limit) { [filter] page in
            guard let cursor = page.next else { return nil }
            return try await ledger.hazards(filter, sight: sight, after: cursor, limit: JSONBody.pageSize)
        } rows: {
            $0.rows
        } row: {
            try row($0)
        }
    }

    /// One row's JSON, whole or as a line of a table.
    private func rowBody(
        _ request: Request,
        _ rulebook: Rulebook,
        _ now: Instant
    ) -> @Sendable (HazardRecord) throws -> Data {
        let (isLines, encoder) = (Query(request)["form"] == "line", JSONBody.encoder())
        return { record in
            let body = HazardBody(record, rulebook, now: now)
            return isLines ? try encoder.encode(body.line) : try encoder.encode(body)
        }
    }

    private func overdue(
        _ filter: HazardFilter,
        _ sight: Sight,
        at cut: Cut,
        limit: Int?,
        _ row: @escaping @Sendable (HazardRecord) throws -> Data
    ) async throws -> Response {
        let ledger = desk.ledger
        let page = { @Sendable (events: ArraySlice<Int64>) -> PastPage in
            let rows = try await ledger.hazards(recordedBy: events.prefix(JSONBody.pageSize), at: cut)
            return (rows, events.dropFirst(JSONBody.pageSize))
        }
        let events = try await ledger.overdue(filter, sight: sight, at: cut, limit: limit)
        let response = JSONBody.list(first: try await page(events[...]), limit: limit) { last in
            last.rest.isEmpty ? nil : try await page(last.rest)
        } rows: {
            $0.rows
        } row: {
            try row($0)
        }
        return response.speaking(of: cut)
    }

    /// What is still due on a day that has begun is what has not passed yet.
    private func filter(_ query: Query, _ sight: Sight, now: Instant) async throws -> HazardFilter {
        var filter = try HazardFilter(query)
        try await desk.requireKnown(
            category: filter.category,
            site: filter.site,
            subdistrict: filter.subdistrict,
            unit: filter.unit,
            sight
        )
        let zone = desk.rulebook.zone
        let today = zone.day(containing: now)
        if let day = try query.date("due", today: today) {
            let end = zone.startOfDay(day.adding(days: 1))
            filter.dueWithin = (day == today ? max(now, zone.startOfDay(day)) : zone.startOfDay(day))..<end
        }
        return filter
    }

    /// The overdue counted by unit, subdistrict or category, the worst first.
    private func groups(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let query = Query(request)
        guard let grouping = try query.value("by", HazardGrouping.self) else {
            throw PatrolError.malformedRequest(detail: "by")
        }
        var filter = try HazardFilter(query)
        try await desk.requireKnown(
            category: filter.category,
            subdistrict: filter.subdistrict,
            unit: filter.unit,
            sight
        )
        if let cut = try await desk.cut(query) {
            let groups = try await desk.ledger.groups(filter, by: grouping, sight: sight, at: cut)
            let bodies = groups.map { OverdueGroupBody($0, cut.rulebook, now: cut.at) }
            return try JSONBody.response(bodies).speaking(of: cut)
        }
        let now = desk.clock.now()
        filter.overdueAt = now
        let groups = try await desk.ledger.groups(filter, by: grouping, sight: sight)
        return try JSONBody.response(groups.map { OverdueGroupBody($0, desk.rulebook, now: now) })
    }

    private func show(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let id = try context.parameters.text("id")
        guard let cut = try await desk.cut(Query(request)) else {
            let (record, hazard) = try await desk.ledger.hazard(id, sight: sight)
            let detail = try await detail(record, hazard, desk.rulebook, now: desk.clock.now(), upTo: .max)
            return try JSONBody.response(detail)
        }
        let (record, hazard) = try await desk.ledger.hazard(id, sight: sight, at: cut)
        let detail = try await detail(record, hazard, cut.rulebook, now: cut.at, upTo: cut.event)
        return try JSONBody.response(detail).speaking(of: cut)
    }

    private func detail(
        _ record: HazardRecord,
        _ hazard: Hazard,
        _ rulebook: Rulebook,
        now: Instant,
        upTo event: Int64
    ) async throws -> HazardDetailBody {
        let zone = rulebook.zone
        return HazardDetailBody(
            hazard: HazardBody(record, rulebook, now: now),
            basis: HazardDetailBody.Basis(
                limit: hazard.grounds.limit,
                clockStartedAt: zone.iso8601(hazard.deadline.from),
                closingCondition: hazard.grounds.closing,
                lateReason: hazard.reason,
                position: hazard.position,
                notDuplicateOf: hazard.notDuplicateOf ?? [],
                service: hazard.stage.order?.service,
                lapses: hazard.lapses.map {
                    LapseBody(
                        kind: $0.kind,
                        dueAt: zone.iso8601($0.deadline.at),
                        provisional: $0.deadline.isProvisional
                    )
                },
                deadlines: try await deadlines(of: hazard),
                evidence: hazard.evidence.map { EvidenceBody($0, of: hazard.id, rulebook) },
                history: try await history(of: record.id, rulebook, upTo: event)
            ),
            life: HazardLifeBody(hazard, zone: zone) {
                HazardLifeBody.Hand(
                    person: $0.person,
                    personName: rulebook.configuration.name($0.person),
                    at: zone.iso8601($0.at)
                )
            }
        )
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

    private func history(
        of id: String,
        _ rulebook: Rulebook,
        upTo event: Int64
    ) async throws -> [HistoryBody] {
        var (history, last): ([HistoryBody], Int64) = ([], 0)
        while true {
            let page = try await desk.ledger.events(
                entity: id,
                after: last,
                upTo: event,
                limit: JSONBody.pageSize
            )
            for record in page {
                if let line = HistoryBody(try record.event(), rulebook) { history.append(line) }
                last = record.sequence
            }
            guard page.count == JSONBody.pageSize else { return history }
        }
    }
}
