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
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let query = Query(request)
        let (ledger, subdistrict, kind) = (desk.ledger, query["subdistrict"], query["kind"])
        let page = { @Sendable (after: String?) in
            try await ledger.sites(
                subdistrict: subdistrict,
                kind: kind,
                sight: sight,
                after: after,
                limit: JSONBody.pageSize
            )
        }
        return JSONBody.list(first: try await page(nil)) { last in
            last.count == JSONBody.pageSize ? try await page(last.last?.code) : nil
        } rows: {
            $0
        } row: {
            try JSONBody.encoder().encode($0)
        }
    }
}
