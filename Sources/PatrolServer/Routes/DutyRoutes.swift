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
        var filter = DutyFilter()
        filter.state = try query.value("state", DutyState.self)
        if let programme = query["programme"] {
            filter.programme = try await desk.ledger.programmeID(programme)
        }
        (filter.period, filter.subdistrict, filter.site) = (
            query["period"], query["subdistrict"], query["site"]
        )
        let (ledger, rulebook) = (desk.ledger, desk.rulebook)
        let first = try await ledger.duties(filter, sight: sight, after: nil, limit: JSONBody.pageSize)
        return JSONBody.list(first: first) { [filter] page in
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
        let now = desk.clock.now()
        var (hazards, duties) = (HazardFilter(), DutyFilter())
        hazards.overdueAt = now
        (duties.isUndone, duties.runningAt) = (true, now)
        let today = desk.rulebook.zone.day(containing: now)
        duties.visitOn = (today, desk.rulebook.zone.startOfDay(today))
        if person.walks {
            hazards.concerning = person.has(.inspector) ? person.id : nil
            duties.forPerson = person.id
        }
        let zone = desk.rulebook.zone
        let body = TodayBody(
            date: zone.date(now).description,
            person: person.id,
            personName: person.name,
            overdue: try await overdue(hazards, person.sight).map {
                HazardBody($0, zone: zone, now: now)
            },
            duties: try await open(duties, person.sight).filter { isFor(person, $0) }
                .map { DutyBody($0, desk.rulebook) }
        )
        return try JSONBody.response(body)
    }

    /// A walker's own list leaves out what their inspections would not do.
    private func isFor(_ person: Person, _ duty: DutyRecord) -> Bool {
        guard person.walks, let programme = desk.rulebook.programmes[duty.key.programme] else { return true }
        return programme.counts(person)
    }

    private func overdue(_ filter: HazardFilter, _ sight: Sight) async throws -> [HazardRecord] {
        var (found, cursor): ([HazardRecord], HazardCursor?) = ([], nil)
        repeat {
            let page = try await desk.ledger.hazards(
                filter,
                sight: sight,
                after: cursor,
                limit: JSONBody.pageSize
            )
            found += page.rows
            cursor = page.next
        } while cursor != nil
        return found
    }

    private func open(_ filter: DutyFilter, _ sight: Sight) async throws -> [DutyRecord] {
        var found: [DutyRecord] = []
        while true {
            let page = try await desk.ledger.duties(
                filter,
                sight: sight,
                after: found.last,
                limit: JSONBody.pageSize
            )
            found += page
            guard page.count == JSONBody.pageSize else { return found }
        }
    }
}

extension Person {
    /// Somebody whose day is their own list, and not the whole district's.
    fileprivate var walks: Bool { has(.inspector) || has(.subdistrict) || has(.unit) }
}

extension DutyBody {
    init(_ record: DutyRecord, _ rulebook: Rulebook) {
        self.init(
            id: record.key.description,
            programme: record.key.programme,
            programmeName: record.programmeName,
            site: record.key.site,
            siteName: record.siteName,
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
