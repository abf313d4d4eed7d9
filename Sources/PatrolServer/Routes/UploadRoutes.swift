import Foundation
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// What belongs to other systems and how it stands there, and the batches that were made for them.
struct UploadRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.uploads)") { request, context in
            try await list(request, context)
        }
        router.get("\(Route.uploads)/:number") { request, context in
            _ = try desk.reader(request, context, .survey)
            let batch = try await desk.ledger.upload(try context.parameters.text("number"))
            let rulebook = desk.rulebook
            let systems = rulebook.configuration.uploads ?? []
            let body = UploadBody(
                batch,
                systemName: systems.first { $0.id == batch.system }?.name ?? batch.system,
                madeAt: rulebook.zone.iso8601(batch.made.at)
            )
            return try JSONBody.response(body)
        }
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        _ = try desk.reader(request, context, .survey)
        let (query, ledger) = (Query(request), desk.ledger)
        let state = try query.value("state", UploadState.self)
        let configuration = desk.rulebook.configuration
        let systems = try query["system"].map { id throws(PatrolError) in [try configuration.upload(to: id)] }
        let wanted = systems ?? configuration.uploads ?? []
        let page = { @Sendable (cursor: UploadCursor?) in
            try await ledger.uploads(to: wanted, state, after: cursor, limit: JSONBody.pageSize)
        }
        return JSONBody.list(first: try await page(nil), limit: try query.limit) { last in
            guard let cursor = last.next else { return nil }
            return try await page(cursor)
        } rows: {
            $0.rows
        } row: {
            try JSONBody.encoder().encode(UploadLineBody($0))
        }
    }
}

extension UploadLineBody {
    fileprivate init(_ record: UploadRecord) {
        self.init(
            record.row,
            of: record.system,
            record.state,
            batch: record.batch,
            external: record.external,
            reason: record.reason
        )
    }
}
