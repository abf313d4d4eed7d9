import Foundation
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// The chain of events, its verification, and the ledger's figures.
struct RecordRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.events)") { request, context in
            try await list(request, context)
        }
        router.get("\(Route.verification)") { request, context in
            _ = try desk.reader(request, context, .audit)
            let found = try await desk.ledger.verifyChain()
            return try JSONBody.response(
                VerificationBody(
                    intact: found.brokenAt == nil,
                    events: found.events,
                    head: found.head,
                    brokenAt: found.brokenAt
                )
            )
        }
        router.get("\(Route.status)") { request, context in
            _ = try desk.reader(request, context, .survey)
            return try JSONBody.response(try await status())
        }
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        _ = try desk.reader(request, context, .audit)
        let query = Query(request)
        let (ledger, zone) = (desk.ledger, desk.rulebook.zone)
        let entity = query["entity"]
        let start = try query["after"].map { text throws(PatrolError) in
            guard let sequence = Int64(text) else { throw .malformedRequest(detail: "after") }
            return sequence
        }
        let page = { @Sendable (after: Int64) in
            try await ledger.events(entity: entity, after: after, limit: JSONBody.pageSize)
        }
        return JSONBody.list(first: try await page(start ?? 0), limit: try query.limit) { last in
            guard last.count == JSONBody.pageSize, let sequence = last.last?.sequence else { return nil }
            return try await page(sequence)
        } rows: {
            $0
        } row: {
            try RecordRoutes.line($0, zone)
        }
    }

    /// The hashed bytes stand in the answer unchanged, so that anybody can compute the hash again.
    private static func line(_ record: EventRecord, _ zone: Zone) throws -> Data {
        let at = zone.iso8601(try record.event().at)
        return Data(
            #"{"sequence":\#(record.sequence),"at":"\#(at)","hash":"\#(record.hash)","event":\#(record.body)}"#
                .utf8
        )
    }

    private func status() async throws -> StatusBody {
        let (now, rulebook) = (desk.clock.now(), desk.rulebook)
        let found = try await desk.ledger.status(at: now)
        let configuration = rulebook.configuration
        return StatusBody(
            district: configuration.district.code,
            districtName: configuration.district.name,
            zone: configuration.zone,
            now: rulebook.zone.iso8601(now),
            ledger: desk.ledger.path,
            events: found.events,
            head: found.head,
            sites: found.sites,
            programmes: configuration.programmes.count,
            openDuties: found.openDuties,
            openHazards: found.openHazards,
            overdueHazards: found.overdueHazards,
            awaitingVerification: found.awaitingVerification
        )
    }
}
