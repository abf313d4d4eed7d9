import FoundationEssentials
import PatrolModel
package import PatrolWire

/// The daemon, as the command line speaks to it: one call, one answer, or a ``PatrolError``.
package struct PatrolClient {
    private let transport: any Transport
    private let socket: String
    private let onBehalfOf: String?

    /// Speaks to the daemon at `socket`, for the person `onBehalfOf` (`--as`) or, where that is nil, for the caller.
    package init(socket: String, onBehalfOf: String?, transport: (any Transport)? = nil) {
        self.socket = socket
        self.onBehalfOf = onBehalfOf
        self.transport = transport ?? UnixTransport(path: socket)
    }

    /// Sends a filing. Where the connection breaks before the answer, it is sent once more: its key keeps it single.
    package func file(_ filing: Filing) throws -> ReceiptBody {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = Array(try encoder.encode(filing))
        let request = DaemonRequest(method: "POST", target: Route.filings, body: body)
        do {
            return try decode(answer(request, key: filing.key))
        } catch PatrolError.noAnswer {
            do {
                return try decode(answer(request, key: filing.key))
            } catch PatrolError.daemonUnreachable {
                throw PatrolError.noAnswer(key: filing.key.text)
            }
        }
    }

    package func get<Body: Decodable>(_ path: [String], _ query: [(String, String?)] = []) throws -> Body {
        try decode(answer(request(path, query), key: nil))
    }

    /// The whole answer's bytes, for output that needs no understanding. All of it is here before any is handed on: a
    /// slow reader, such as a pager, keeps no connection waiting, and a list that breaks off is never half printed.
    package func bytes(_ path: [String], _ query: [(String, String?)] = []) throws -> [UInt8] {
        try answer(request(path, query), key: nil)
    }

    private func request(_ path: [String], _ query: [(String, String?)]) -> DaemonRequest {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(PatrolClient.encoded($0))" } }
        let target = path[0] + path.dropFirst().map { "/" + PatrolClient.encoded($0) }.joined()
        return DaemonRequest(
            method: "GET",
            target: pairs.isEmpty ? target : target + "?" + pairs.joined(separator: "&")
        )
    }

    private func answer(_ request: DaemonRequest, key: FilingKey?) throws -> [UInt8] {
        var body: [UInt8] = []
        let status = try send(request, key: key) { body += $1 }
        guard status == 200 else { throw refusal(body) }
        return body
    }

    private func send(
        _ request: DaemonRequest,
        key: FilingKey?,
        onBody: (Int, [UInt8]) throws -> Void
    ) throws(PatrolError) -> Int {
        var request = request
        if let onBehalfOf { request.headers.append((Route.onBehalfOf, PatrolClient.encoded(onBehalfOf))) }
        do {
            return try transport.send(request, onBody: onBody)
        } catch {
            switch error {
            case .unreachable: throw .daemonUnreachable(socket: socket)
            case .forbidden: throw .socketForbidden(socket: socket)
            case .noAnswer: throw .noAnswer(key: key?.text)
            }
        }
    }

    private func decode<Body: Decodable>(_ bytes: [UInt8]) throws -> Body {
        do {
            return try JSONDecoder().decode(Body.self, from: Data(bytes))
        } catch {
            throw PatrolError.malformedRequest(detail: "answer")
        }
    }

    private func refusal(_ bytes: [UInt8]) -> PatrolError {
        let body = try? JSONDecoder().decode(ErrorBody.self, from: Data(bytes))
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
