import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// The roster as a list and one by one.
struct SiteRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.sites)") { request, context in
            try await list(request, context)
        }
        router.get("\(Route.sites)/:code") { request, context in
            let sight = try desk.reader(request, context).sight
            let code = try context.parameters.text("code")
            return try JSONBody.response(try await desk.ledger.site(code, sight: sight))
        }
        router.get("\(Route.sites)/:code/\(Route.checklists)") { request, context in
            try await checklists(request, context)
        }
    }

    /// Of the programmes whose duties a visit of the reader's would do there today.
    private func checklists(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let reader = try desk.reader(request, context)
        let site = try await desk.ledger.site(try context.parameters.text("code"), sight: reader.sight)
        let now = desk.clock.now()
        let today = desk.rulebook.zone.day(containing: now)
        var filter = DutyFilter()
        (filter.site, filter.isUndone, filter.runningAt) = (site.code, true, now)
        filter.visitOn = (today, desk.rulebook.zone.startOfDay(today))
        let duties = try await desk.ledger.duties(
            filter,
            sight: reader.sight,
            after: nil,
            limit: JSONBody.pageSize
        )
        let programmes = Set(duties.map(\.key.programme)).sorted()
            .compactMap { desk.rulebook.programmes[$0] }.filter { $0.counts(reader) }
        return try JSONBody.response(programmes.map { SiteChecklistBody($0) })
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let query = Query(request)
        let limit = try query.limit
        let ledger = desk.ledger
        var filter = SiteFilter()
        (filter.subdistrict, filter.kind) = (query["subdistrict"], query["kind"])
        try await desk.requireKnown(subdistrict: filter.subdistrict, sight)
        (filter.prefix, filter.text) = (query["prefix"], query["text"])
        let size = min(JSONBody.pageSize, limit ?? JSONBody.pageSize)
        let page = { @Sendable [filter] (after: String?, size: Int) in
            try await ledger.sites(
                filter,
                sight: sight,
                after: after,
                limit: size
            )
        }
        return JSONBody.list(first: try await page(nil, size), limit: limit) { last in
            last.count == JSONBody.pageSize ? try await page(last.last?.code, JSONBody.pageSize) : nil
        } rows: {
            $0
        } row: {
            try JSONBody.encoder().encode($0)
        }
    }
}
