import Foundation
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// Duties as a list, and what somebody has before them today.
struct DutyRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.duties)") { request, context in
            try await list(request, context)
        }
        router.get("\(Route.today)") { request, context in
            try await today(request, context)
        }
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let query = Query(request)
        let limit = try query.limit
        var filter = DutyFilter()
        filter.hasNoAccess = query["no-access"] != nil
        let zone = desk.rulebook.zone
        if let day = try query.date("due", today: zone.day(containing: desk.clock.now())) {
            filter.endingWithin = (zone.startOfDay(day), zone.startOfDay(day.adding(days: 1)))
        }
        filter.state = try query.value("state", DutyState.self)
        if let programme = query["programme"] {
            filter.programme = try await desk.ledger.programmeID(programme)
        }
        (filter.period, filter.subdistrict, filter.site) = (
            query["period"], query["subdistrict"], query["site"]
        )
        try await desk.requireKnown(site: filter.site, subdistrict: filter.subdistrict, sight)
        let (ledger, rulebook) = (desk.ledger, desk.rulebook)
        let size = min(JSONBody.pageSize, limit ?? JSONBody.pageSize)
        let first = try await ledger.duties(filter, sight: sight, after: nil, limit: size)
        return JSONBody.list(first: first, limit: limit) { [filter] page in
            guard page.count == JSONBody.pageSize else { return nil }
            return try await ledger.duties(
                filter,
                sight: sight,
                after: page.last,
                limit: JSONBody.pageSize
            )
        } rows: {
            $0
        } row: {
            try JSONBody.encoder().encode(DutyBody($0, rulebook))
        }
    }

    private func today(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let reader = try desk.reader(request, context)
        let person =
            try Query(request)["person"].map { id throws(PatrolError) in
                try desk.rulebook.configuration.person(id)
            } ?? reader
        // Whoever sees only their own sees nobody else's list.
        guard person.id == reader.id || reader.sight == .everything else {
            throw PatrolError.outOfScope(verb: .read, person: reader.id, subject: person.id)
        }
        let (now, rulebook) = (desk.clock.now(), desk.rulebook)
        let day = DayReading(ledger: desk.ledger, now: now)
        let body = TodayBody(
            date: rulebook.zone.date(now).description,
            person: person.id,
            personName: person.name,
            roles: person.roles,
            overdue: try await day.overdue(of: person).map { HazardBody($0, rulebook, now: now) },
            duties: try await day.duties(of: person).map { DutyBody($0, rulebook) },
            orders: try await day.orders(of: person).map { HazardBody($0, rulebook, now: now) }
        )
        return try JSONBody.response(body)
    }
}

extension DutyBody {
    init(_ record: DutyRecord, _ rulebook: Rulebook) {
        self.init(
            id: record.key.description,
            programme: record.key.programme,
            programmeName: record.programmeName,
            site: record.key.site,
            siteName: record.siteName,
            hazard: record.key.hazard,
            categoryName: record.categoryName,
            subdistrict: record.subdistrict,
            period: record.key.period,
            opensAt: rulebook.zone.iso8601(record.opensAt),
            dueAt: rulebook.zone.iso8601(record.endsAt),
            targetDate: record.targetDate,
            assignee: record.assignee,
            assigneeName: record.assignee.map(rulebook.configuration.name),
            state: record.state,
            manner: record.manner,
            inspection: record.inspection,
            filedLate: record.late
        )
    }
}
