package import NIOCore

/// Where requests come in. Routes know no socket: this is all that differs between the local socket and a later one.
package struct Listener: Sendable {
    /// A socket that is bound and listening; the server closes it.
    package let descriptor: Int32
    /// For the log.
    package let name: String
    /// Who is at the other end of an accepted socket; nil is turned away.
    package let peer: @Sendable (_ descriptor: Int32) -> Peer?

    package init(
        descriptor: Int32,
        name: String,
        peer: @escaping @Sendable (_ descriptor: Int32) -> Peer? = { Peer(descriptor: $0) }
    ) {
        self.descriptor = descriptor
        self.name = name
        self.peer = peer
    }

    /// What one connection, and one user's connections together, may take.
    package struct Limits: Sendable {
        /// From a connection's start, or a response's end, to the end of the next request.
        package var request: TimeAmount
        /// From a request's end, or from one part of its response, to the next part.
        package var response: TimeAmount
        package var connectionsPerUser: Int

        package init(
            request: TimeAmount = .seconds(10),
            response: TimeAmount = .seconds(60),
            connectionsPerUser: Int = 256
        ) {
            self.request = request
            self.response = response
            self.connectionsPerUser = connectionsPerUser
        }
    }
}
