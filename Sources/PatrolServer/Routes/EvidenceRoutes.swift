import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import PatrolLedger
import PatrolModel
import PatrolWire

/// Photos and documents: handed in before the filing that names them, and read by whoever may see what they prove.
struct EvidenceRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.put("\(Route.evidence)/:sha256") { request, context in
            try await take(request, context)
        }
        router.get("\(Route.evidence)/:sha256") { request, context in
            try await give(request, context)
        }
        router.get("\(Route.evidence)") { request, context in
            try await list(request, context)
        }
    }

    /// Written to the disk as it comes in; the same file once more does no harm.
    private func take(_ request: Request, _ context: PatrolContext) async throws -> Response {
        try desk.actor(request, context).person.require(.evidenceUpload)
        let sha256 = try Evidence.checkedHash(try context.parameters.text("sha256"))
        let name = String(sha256.prefix(12))
        if let declared = request.headers[.contentLength].flatMap({ Int64($0) }) {
            try Evidence.requireSize(declared, of: name)
        }
        let (store, now) = (desk.ledger.evidence, desk.clock.now())
        let upload = try store.upload(sha256, name: name)
        for try await part in request.body {
            try part.withUnsafeReadableBytes { try upload.append($0) }
        }
        // It waits for the disk, and nobody else is to wait for it.
        nonisolated(unsafe) let whole = upload
        try await NIOThreadPool.singleton.runIfActive { try store.take(whole, at: now) }
        return Response(
            status: .ok,
            headers: JSONBody.headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: "{}\n"))
        )
    }

    private func give(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let sha256 = try Evidence.checkedHash(try context.parameters.text("sha256"))
        let record = try await desk.ledger.evidence(sha256, sight: sight)
        let store = desk.ledger.evidence
        let bytes = try await NIOThreadPool.singleton.runIfActive { try store.read(sha256) }
        return Response(
            status: .ok,
            headers: [.contentType: record.file.type.mediaType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        guard let number = Query(request)[Route.evidenceOf] else {
            throw PatrolError.malformedRequest(detail: Route.evidenceOf)
        }
        let rulebook = desk.rulebook
        let bodies = try await desk.ledger.evidence(of: number, sight: sight).map { record in
            EvidenceBody(
                record.file,
                of: record.subject,
                with: record.verb,
                at: rulebook.zone.iso8601(record.at),
                person: record.person,
                personName: rulebook.configuration.name(record.person)
            )
        }
        return try JSONBody.response(bodies)
    }
}

extension EvidenceBody {
    init(_ evidence: FiledEvidence, of hazard: String, _ rulebook: Rulebook) {
        self.init(
            evidence.file,
            of: hazard,
            with: evidence.with.rawValue,
            at: rulebook.zone.iso8601(evidence.filed.at),
            person: evidence.filed.person,
            personName: rulebook.configuration.name(evidence.filed.person)
        )
    }
}
