import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import PatrolLedger
import PatrolModel
import PatrolWire

/// `POST /v1/filings`: the one way in for everything that changes the ledger.
struct FilingRoutes: Sendable {
    let desk: Desk
    let onChange: @Sendable () -> Void

    func add(to router: Router<PatrolContext>) {
        router.post("\(Route.filings)") { request, context in
            try await file(request, context)
        }
    }

    private func file(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let actor = try desk.actor(request, context)
        let filing = try await read(request)
        let claim = Claim(request, context)
        let receipt = try await desk.ledger.file(
            filing.act,
            key: filing.key,
            canonical: try canonical(filing, actor),
            observedAt: filing.observedAt,
            keptAt: filing.keptAt
        ) {
            // Another configuration may have been adopted since: what they may do counts when it is recorded.
            try claim.actor(in: $0)
        }
        onChange()
        return try JSONBody.response(ReceiptBody(receipt, key: filing.key, desk.rulebook))
    }

    private func read(_ request: Request) async throws -> Filing {
        let declared = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard declared <= Route.rosterLimit else {
            throw PatrolError.bodyTooLarge(limitBytes: Route.rosterLimit)
        }
        let bytes = try await request.body.collect(upTo: Route.rosterLimit)
        guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
            throw PatrolError.invalidUTF8(place: "body")
        }
        let filing: Filing
        do {
            filing = try JSONDecoder().decode(Filing.self, from: Data(text.utf8))
        } catch let error as PatrolError {
            throw error
        } catch let error as DecodingError {
            throw PatrolError.malformedRequest(detail: error.place)
        }
        switch filing.act {
        case .importSites, .importCatalogue, .inspectDay, .importUploadReceipt: return filing
        default: break
        }
        guard bytes.readableBytes <= Route.bodyLimit else {
            throw PatrolError.bodyTooLarge(limitBytes: Route.bodyLimit)
        }
        return filing
    }

    /// One form for one content, whatever order the client wrote its keys in, with the people it is filed by.
    private func canonical(_ filing: Filing, _ actor: Actor) throws -> [UInt8] {
        let people = "\(actor.person.id)\n\(actor.typist.id)\n"
        return Array(people.utf8) + (try JSONBody.encoder().encode(filing.content))
    }
}

extension ReceiptBody {
    init(_ receipt: Receipt, key: FilingKey, _ rulebook: Rulebook) {
        let zone = rulebook.zone
        self.init(id: receipt.id, key: key.text, event: receipt.event, at: zone.iso8601(receipt.at))
        if let rows = receipt.rows {
            self.rows = rows.map { row in
                var body = ReceiptBody(row.receipt, key: row.receipt.key ?? key, rulebook)
                body.recordedBefore = row.isRepeated ? true : nil
                return body
            }
            repeated = rows.count(where: \.isRepeated)
            added = rows.count - (repeated ?? 0)
            return
        }
        switch receipt.entry {
        case .sites(.import, let roster):
            (added, changed) = (roster.added.count, roster.changed.count)
            retired = roster.retired?.count ?? 0
        case .catalogue(let catalogue):
            (added, changed) = (catalogue.added.count, catalogue.changed.count)
            retired = catalogue.retired.count
            retiredCodes = catalogue.retired.map(\.code)
            unread = catalogue.unread ?? []
        case .inspection(let inspection):
            (hazard, furtherHazards) = (inspection.hazard, inspection.furtherHazards)
            result = inspection.result
            officers = inspection.officers?.map(\.person)
            settled = inspection.settled.map(\.duty.description)
            var seen: Set<String> = []
            settledProgrammes = inspection.settled.map(\.duty.programme).filter { seen.insert($0).inserted }
                .map { rulebook.programmes[$0]?.name ?? $0 }
        case .hazard(_, let recorded):
            state = recorded.state
            dueAt = zone.iso8601(recorded.dueAt)
            dueFor = recorded.deadlines.first?.kind
            provisional = recorded.deadline.isProvisional
            decideBy = recorded.stage.order?.extensionAsked.map { zone.iso8601($0.decision.at) }
            order = recorded.stage.order?.number
            unit = recorded.responsibleUnit
        case .upload(let batch): (system, hazards) = (batch.system, batch.items.count)
        case .uploadReceipt(let answers):
            (system, hazards) = (answers.system, answers.answers.count)
            (accepted, refused) = (answers.count(.accepted), answers.count(.refused))
            recordedBefore = receipt.isRepeated ? true : nil
        default: break
        }
    }
}

extension DecodingError {
    /// The path of the culprit, such as `body.hazard.category`, and never its content.
    fileprivate var place: String {
        let context: Context
        var path: [String]
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
            path = context.codingPath.map(\.stringValue)
        case .keyNotFound(let key, let found):
            context = found
            path = context.codingPath.map(\.stringValue) + [key.stringValue]
        @unknown default: path = []
        }
        return path.isEmpty ? "JSON" : path.joined(separator: ".")
    }
}
