import FoundationEssentials
import PatrolModel
package import PatrolWire

/// The daemon, as the command line speaks to it: one call, one answer, or a ``PatrolError``.
package final class PatrolClient {
    private let transport: any Transport
    package let socket: String
    /// `--as`: whom requests are made for, where that is not the caller.
    package let onBehalfOf: String?
    /// What the daemon's configuration is written in, once it has answered anything.
    package private(set) var language: String?
    /// The moment of which its last answer spoke; nil is now.
    package private(set) var asOf: AsOf?

    /// Speaks to the daemon at `socket`, for the person `onBehalfOf` (`--as`) or, where that is nil, for the caller.
    package init(socket: String, onBehalfOf: String?, transport: (any Transport)? = nil) {
        self.socket = socket
        self.onBehalfOf = onBehalfOf
        self.transport = transport ?? UnixTransport(path: socket)
    }

    /// The same daemon, spoken to for somebody else.
    func speaking(for person: String?) -> PatrolClient {
        PatrolClient(socket: socket, onBehalfOf: person, transport: transport)
    }

    /// Sends a filing. Where the connection breaks before the answer, it is sent once more: its key keeps it single.
    /// - Throws: ``PatrolError``; whether it is recorded is not known after ``PatrolError/noAnswer(key:)`` alone.
    package func file(
        _ filing: Filing,
        onSent: (_ bytes: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> ReceiptBody {
        let body = try PatrolClient.encoded(filing)
        var request = DaemonRequest(method: "POST", target: Route.filings, body: body)
        name(onBehalfOf, in: &request)
        do {
            return try decode(answer(request, key: filing.key, onSent: onSent).bytes)
        } catch PatrolError.noAnswer where Interruption.received == nil {
            do {
                return try decode(answer(request, key: filing.key).bytes)
            } catch PatrolError.daemonUnreachable {
                throw PatrolError.noAnswer(key: filing.key.text)
            }
        }
    }

    /// Hands in a file that a filing will name; once more does no harm, so it is sent again where the connection breaks.
    /// - Throws: ``PatrolError``.
    package func handIn(_ file: EvidenceFile) throws {
        let target = "\(Route.evidence)/\(file.attachment.sha256)"
        var request = DaemonRequest(method: "PUT", target: target, body: try file.bytes())
        request.contentType = "application/octet-stream"
        name(onBehalfOf, in: &request)
        do {
            do {
                _ = try answer(request, key: nil)
            } catch PatrolError.noAnswer where Interruption.received == nil {
                _ = try answer(request, key: nil)
            }
        } catch {
            throw error.about(file.attachment)
        }
    }

    /// Has the daemon read its configuration anew. Once more does no harm, so it is asked again where the connection
    /// breaks before the answer.
    /// - Throws: ``PatrolError/badConfiguration(faults:)`` with every fault; the configuration is as it was then.
    package func reload() throws -> ReloadBody {
        let request = DaemonRequest(method: "POST", target: Route.reload, body: [])
        do {
            return try decode(answer(request, key: nil).bytes)
        } catch PatrolError.noAnswer where Interruption.received == nil {
            return try decode(answer(request, key: nil).bytes)
        }
    }

    package func get<Body: Decodable>(_ path: [String], _ query: [(String, String?)] = []) throws -> Body {
        try decode(answer(path, query))
    }

    package func decode<Body: Decodable>(_ answer: Answer) throws -> Body {
        try decode(answer.bytes)
    }

    /// The whole answer, for output that needs no understanding, or a row at a time.
    package func answer(_ path: [String], _ query: [(String, String?)] = []) throws -> Answer {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(PatrolClient.encoded($0))" } }
        let target = path[0] + path.dropFirst().map { "/" + PatrolClient.encoded($0) }.joined()
        var request = DaemonRequest(
            method: "GET",
            target: pairs.isEmpty ? target : target + "?" + pairs.joined(separator: "&")
        )
        name(onBehalfOf, in: &request)
        return try answer(request, key: nil)
    }

    /// A list, handed on row by row.
    package func forEach<Row: Decodable>(_: Row.Type, in answer: Answer, _ body: (Row) throws -> Void) throws
    {
        let decoder = JSONDecoder()
        try answer.forEachElement { element in
            guard let row = try? decoder.decode(Row.self, from: Data(element)) else {
                throw PatrolError.malformedRequest(detail: "answer")
            }
            try body(row)
        }
    }

    /// One form for one content: what is sent, and what is kept where it cannot be.
    static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    private func name(_ person: String?, in request: inout DaemonRequest) {
        if let person { request.headers.append((Route.onBehalfOf, PatrolClient.encoded(person))) }
    }

    private func answer(
        _ request: DaemonRequest,
        key: FilingKey?,
        onSent: (_ bytes: Int, _ of: Int) -> Void = { _, _ in }
    ) throws(PatrolError) -> Answer {
        let (answer, size) = (Answer(), request.body?.count ?? 0)
        let head: ResponseHead
        do {
            head = try transport.send(request, onSent: { onSent($0, size) }, onBody: answer.append)
        } catch {
            switch error {
            case .unreachable: throw .daemonUnreachable(socket: socket)
            case .forbidden: throw .socketForbidden(socket: socket)
            case .noAnswer: throw .noAnswer(key: key?.text)
            }
        }
        language = head.language ?? language
        asOf = head.asOf
        try answer.requireWhole()
        guard head.status == 200 else { throw PatrolClient.refusal(answer) }
        return answer
    }

    private func decode<Body: Decodable>(_ bytes: [UInt8]) throws -> Body {
        do {
            return try JSONDecoder().decode(Body.self, from: Data(bytes))
        } catch {
            throw PatrolError.malformedRequest(detail: "answer")
        }
    }

    private static func refusal(_ answer: Answer) -> PatrolError {
        let body = try? JSONDecoder().decode(ErrorBody.self, from: Data(answer.bytes))
        return body?.error ?? .malformedRequest(detail: "answer")
    }

    /// Percent-encoding of everything but RFC 3986's unreserved characters.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar)
            {
                return String(Character(scalar))
            }
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" + hex : hex)
        }.joined()
    }
}

extension PatrolError {
    /// The daemon knows a file by its hash alone; its filer knows it by its name.
    fileprivate func about(_ file: Attachment) -> PatrolError {
        switch self {
        case .emptyEvidence: .emptyEvidence(name: file.name)
        case .evidenceTooLarge(_, let limit): .evidenceTooLarge(name: file.name, limitBytes: limit)
        case .unknownEvidenceType: .unknownEvidenceType(name: file.name)
        case .evidenceGarbled: .evidenceGarbled(name: file.name)
        default: self
        }
    }
}
