/// One request to the daemon.
package struct DaemonRequest: Hashable, Sendable {
    package let method: String
    /// Path and query, percent-encoded.
    package let target: String
    package var headers: [(name: String, value: String)] = []
    package var body: [UInt8]?

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
    /// Sends a request and hands the answer's body on as it comes in.
    /// - Returns: the HTTP status.
    func send(
        _ request: DaemonRequest,
        onBody: (_ status: Int, _ part: [UInt8]) throws -> Void
    ) throws(TransportFailure) -> Int
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
