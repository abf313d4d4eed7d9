import Foundation
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// The catalogue as a list of conditions, and one category with its history.
struct CatalogueRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.catalogue)") { request, context in
            try await list(request, context)
        }
        router.get("\(Route.catalogue)/:code") { request, context in
            _ = try desk.reader(request, context)
            let (category, versions) = try await desk.ledger.category(try context.parameters.text("code"))
            return try JSONBody.response(
                CategoryBody(category, history: versions.map { version($0) })
            )
        }
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        _ = try desk.reader(request, context)
        let query = Query(request)
        let (text, withRetired) = (query["text"], query["retired"] != nil)
        let conditions = try await desk.ledger.catalogue().categories.flatMap { category in
            category.conditions.map { ConditionBody(category, $0) }
        }
        let wanted = conditions.filter { condition in
            (withRetired || !condition.retired) && (text.map(condition.mentions) ?? true)
        }
        return try JSONBody.response(wanted)
    }

    private func version(_ version: CategoryVersion) -> CategoryBody.Version {
        let person = version.event.onBehalfOf ?? version.event.actor
        return CategoryBody.Version(
            event: version.event.sequence,
            at: desk.rulebook.zone.iso8601(version.event.at),
            person: desk.rulebook.configuration.name(person),
            source: version.source,
            version.category
        )
    }
}

extension ConditionBody {
    fileprivate func mentions(_ text: String) -> Bool {
        category.hasPrefix(text) || [categoryName, self.text, group ?? ""].contains { $0.contains(text) }
    }
}
