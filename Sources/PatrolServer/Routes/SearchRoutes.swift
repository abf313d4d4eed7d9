import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// What has some words in it.
struct SearchRoutes: Sendable {
    let desk: Desk

    /// Rows where nobody says how many.
    private static let rows = 20

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.search)") { request, context in
            let sight = try desk.reader(request, context).sight
            let query = Query(request)
            let kind = try query.value("kind", SearchEntry.Kind.self)
            let limit = try query.limit ?? SearchRoutes.rows
            guard limit <= Ledger.searchLimit else { throw PatrolError.malformedRequest(detail: "limit") }
            let answer = try await desk.ledger.search(
                try SearchQuestion(query.written("q") ?? ""),
                kind.map { [$0] } ?? SearchEntry.Kind.allCases,
                sight: sight,
                limit: limit
            )
            return try JSONBody.response(SearchBody(answer, desk.rulebook.zone))
        }
    }
}

extension SearchBody {
    fileprivate init(_ answer: SearchAnswer, _ zone: Zone) {
        self.init(
            rows: answer.rows.map { Row($0, zone) },
            found: answer.found,
            counted: answer.isCounted
        )
    }
}

extension SearchBody.Row {
    fileprivate init(_ finding: SearchFinding, _ zone: Zone) {
        switch finding.thing {
        case .hazard(let hazard):
            self.init(
                kind: .hazard,
                id: hazard.id,
                title: hazard.description,
                state: hazard.state,
                severity: hazard.severity,
                snippet: finding.snippet,
                site: hazard.site,
                siteName: hazard.siteName,
                subdistrict: hazard.subdistrict,
                responsibleUnit: hazard.responsibleUnit,
                at: zone.iso8601(hazard.observedAt)
            )
        case .site(let site):
            self.init(
                kind: .site,
                id: site.code,
                title: site.name,
                snippet: finding.snippet,
                site: site.code,
                siteName: site.name,
                subdistrict: site.subdistrict,
                responsibleUnit: site.responsibleUnit
            )
        }
    }
}
