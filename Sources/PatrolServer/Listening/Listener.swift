package import NIOCore
package import PatrolModel

/// Where requests come in. Routes know no socket: this is all that differs between the local socket and a later one.
package struct Listener: Sendable {
    /// A socket that is bound and listening; the server closes it.
    package let descriptor: Int32
    /// For the log.
    package let name: String
    /// Takes the address away, so that nobody dials any more; nil where it outlasts the server, and whoever dials
    /// waits there for the next one.
    package let withdraw: (@Sendable () -> Void)?
    /// Who is at the other end of an accepted socket; nil is turned away.
    package let peer: @Sendable (_ descriptor: Int32) -> Peer?

    package init(
        descriptor: Int32,
        name: String,
        withdraw: (@Sendable () -> Void)? = nil,
        peer: @escaping @Sendable (_ descriptor: Int32) -> Peer? = { Peer(descriptor: $0) }
    ) {
        self.descriptor = descriptor
        self.name = name
        self.withdraw = withdraw
        self.peer = peer
    }

    /// The daemon's own socket at a path, which ends with it.
    /// - Throws: as ``UnixSocket/listen(at:)``.
    package static func own(at path: String) throws(PatrolError) -> Listener {
        let descriptor = try UnixSocket.listen(at: path)
        let identity = FileIdentity(path: path)
        return Listener(
            descriptor: descriptor,
            name: path,
            withdraw: { UnixSocket.remove(path, boundAs: identity) }
        )
    }

    /// A socket that somebody else has bound, and keeps open when this process ends.
    package static func inherited(_ descriptor: Int32) -> Listener {
        Listener(descriptor: descriptor, name: UnixSocket.path(of: descriptor))
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
