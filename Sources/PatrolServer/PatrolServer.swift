import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOHTTPTypes
import NIOPosix
package import PatrolLedger
package import PatrolModel
import ServiceLifecycle

/// Serves the ledger's interface on a listener until it is told to stop, then finishes what is under way.
package struct PatrolServer: Service {
    private let listener: Listener
    private let limits: Listener.Limits
    private let ledger: Ledger
    private let clock: any WallClock
    private let logger: Logger
    private let onChange: @Sendable () -> Void
    private let onReady: @Sendable () async -> Void
    private let onStop: @Sendable () -> Void

    /// Calls `onReady` once the socket answers, `onStop` when it is told to stop, and `onChange` after each recorded
    /// filing, so that what it makes due is seen at once.
    package init(
        listener: Listener,
        limits: Listener.Limits = Listener.Limits(),
        ledger: Ledger,
        clock: any WallClock,
        logger: Logger,
        onChange: @escaping @Sendable () -> Void = {},
        onReady: @escaping @Sendable () async -> Void = {},
        onStop: @escaping @Sendable () -> Void = {}
    ) {
        self.listener = listener
        self.limits = limits
        self.ledger = ledger
        self.clock = clock
        self.logger = logger
        self.onChange = onChange
        self.onReady = onReady
        self.onStop = onStop
    }

    package func run() async throws {
        let responder = routes().buildResponder()
        let connections = Connections(limit: limits.connectionsPerUser)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(listener.descriptor) { [self] channel in
                open(channel, responder: responder, connections: connections)
            }
        // NIO has listened again with a backlog of 128; the last call counts.
        Glibc.listen(listener.descriptor, UnixSocket.backlog)
        await withGracefulShutdownHandler {
            await onReady()
            await serve(server)
        } onGracefulShutdown: {
            onStop()
            server.channel.close(promise: nil)
            connections.drain()
        }
    }

    private typealias Requests = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    private struct Connection: Sendable {
        let http: HTTP1Channel
        let requests: Requests
    }

    private func serve(_ server: NIOAsyncChannel<Connection?, Never>) async {
        await withDiscardingTaskGroup { group in
            do {
                try await server.executeThenClose { inbound in
                    for try await connection in inbound {
                        guard let connection else { continue }
                        group.addTask { [logger] in
                            await connection.http.handle(value: connection.requests, logger: logger)
                        }
                    }
                }
            } catch {
                logger.error(
                    "the listener failed",
                    metadata: ["listener": "\(listener.name)", "cause": "\(error)"]
                )
            }
        }
    }

    /// Asks the kernel who this is, then lets the connection in; nil where it is turned away.
    private func open(
        _ channel: any Channel,
        responder: some HTTPResponder<PatrolContext>,
        connections: Connections
    ) -> EventLoopFuture<Connection?> {
        let peer: Peer? =
            try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(
                of: NIOBSDSocket.Handle.self
            ) { listener.peer($0) } ?? nil
        guard let peer else {
            logger.warning("turned away a caller the kernel does not name")
            return channel.close().map { nil }
        }
        guard connections.admit(channel, of: peer.uid) else {
            logger.warning("turned away: too many connections", metadata: ["user": "\(peer.user)"])
            return refuse(channel, .tooManyConnections(limit: limits.connectionsPerUser))
        }
        let limits = limits
        let http = HTTP1Channel(
            responder: { [self] request, writer, channel in
                let context = PatrolContext(
                    source: PatrolContext.Source(channel: channel, logger: logger, peer: peer)
                )
                let response = try await responder.respond(to: request, context: context)
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: .init(additionalChannelHandlers: [ConnectionGuard(limits: limits)])
        )
        return http.setup(channel: channel, logger: logger).map { Connection(http: http, requests: $0) }
    }

    private func refuse(_ channel: any Channel, _ error: PatrolError) -> EventLoopFuture<Connection?> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(TurnAway(error))
            return nil
        }
    }

    private func routes() -> Router<PatrolContext> {
        let router = Router(context: PatrolContext.self)
        router.add(middleware: Refusals())
        let desk = Desk(ledger: ledger, clock: clock)
        FilingRoutes(desk: desk, onChange: onChange).add(to: router)
        HazardRoutes(desk: desk).add(to: router)
        DutyRoutes(desk: desk).add(to: router)
        SiteRoutes(desk: desk).add(to: router)
        ProgrammeRoutes(desk: desk).add(to: router)
        CatalogueRoutes(desk: desk).add(to: router)
        RecordRoutes(desk: desk).add(to: router)
        return router
    }
}
