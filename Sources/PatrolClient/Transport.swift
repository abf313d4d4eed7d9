/// One request to the daemon.
package struct DaemonRequest: Hashable, Sendable {
    package let method: String
    /// Path and query, percent-encoded.
    package let target: String
    package var headers: [(name: String, value: String)] = []
    package var body: [UInt8]?
    package var contentType = "application/json"

    package init(method: String, target: String, body: [UInt8]? = nil) {
        self.method = method
        self.target = target
        self.body = body
    }

    package static func == (left: DaemonRequest, right: DaemonRequest) -> Bool {
        left.method == right.method && left.target == right.target && left.body == right.body
            && left.headers.map(\.name) == right.headers.map(\.name)
            && left.headers.map(\.value) == right.headers.map(\.value)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(method)
        hasher.combine(target)
    }
}

/// What carries requests to a daemon: the local socket today, TLS later.
package protocol Transport {
    /// Sends a request, tells how many of its bytes have gone, and hands the answer's body on as it comes in.
    func send(
        _ request: DaemonRequest,
        onSent: (_ bytes: Int) -> Void,
        onBody: (_ part: [UInt8]) -> Void
    ) throws(TransportFailure) -> ResponseHead
}

/// What stands before an answer's body.
package struct ResponseHead: Hashable, Sendable {
    /// The HTTP status.
    package var status: Int
    /// `Content-Language`: the language of the daemon's configuration.
    package var language: String?
    /// `Patrol-As-Of`: nil where the answer tells what is so now.
    package var asOf: AsOf?

    package init(status: Int, language: String? = nil) {
        self.status = status
        self.language = language
    }
}

/// The moment of which an answer speaks.
package struct AsOf: Hashable, Sendable {
    /// ISO 8601 with the district's offset.
    package let at: String
    /// The last event recorded by then.
    package let event: Int64

    /// Reads the header's value; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let event = Int64(parts[1]) else { return nil }
        (at, self.event) = (String(parts[0]), event)
    }
}

/// Why there is no answer.
package enum TransportFailure: Error, Hashable, Sendable {
    /// Nothing was sent: no daemon listens there.
    case unreachable
    /// Nothing was sent: this user may not use the socket.
    case forbidden
    /// Something was sent, and no whole answer came back.
    case noAnswer
}
