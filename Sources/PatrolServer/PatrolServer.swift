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
import PatrolWire
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
    private let onReload: @Sendable () async throws -> ConfigurationChange

    /// Calls `onReady` once the socket answers, `onStop` when it is told to stop, and `onChange` after each recorded
    /// filing, so that what it makes due is seen at once. `onReload` reads the configuration anew and puts it into force.
    package init(
        listener: Listener,
        limits: Listener.Limits = Listener.Limits(),
        ledger: Ledger,
        clock: any WallClock,
        logger: Logger,
        onChange: @escaping @Sendable () -> Void = {},
        onReady: @escaping @Sendable () async -> Void = {},
        onStop: @escaping @Sendable () -> Void = {},
        onReload: @escaping @Sendable () async throws -> ConfigurationChange = {
            throw PatrolError.unknownRoute(path: Route.reload)
        }
    ) {
        self.listener = listener
        self.limits = limits
        self.ledger = ledger
        self.clock = clock
        self.logger = logger
        self.onChange = onChange
        self.onReady = onReady
        self.onStop = onStop
        self.onReload = onReload
    }

    package func run() async throws {
        let responder = routes().buildResponder()
        let connections = Connections(limit: limits.connectionsPerUser)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelInitializer { [logger] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(Gate(), AcceptErrors(logger: logger))
                }
            }
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
            Task { await stop(server.channel, connections) }
        }
    }

    /// Nobody who has been accepted, or has dialled a socket that ends with this server, is hung up on without an answer.
    private func stop(_ channel: any Channel, _ connections: Connections) async {
        connections.drain()
        if let withdraw = listener.withdraw {
            withdraw()
            let end = ContinuousClock.now + .seconds(1)
            while UnixSocket.isAwaited(listener.descriptor), ContinuousClock.now < end {
                try? await channel.eventLoop.submit {}.get()
            }
        }
        try? await channel.triggerUserOutboundEvent(Gate.Event.shut)
        // What was accepted last is handed from this loop to its own and back, twice, before it is ours: what is sent the
        // same way behind it comes back behind it.
        for _ in 0..<3 {
            for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() {
                try? await loop.submit {}.get()
            }
            try? await channel.eventLoop.submit {}.get()
        }
        // shutdown(2) would end it for whoever else holds it: it is only closed.
        channel.close(promise: nil)
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
            ) { descriptor in
                // NIO leaves it open to programs that this one starts, and they would hold the line after it has hung up.
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
                return listener.peer(descriptor)
            } ?? nil
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
        return http.setup(channel: channel, logger: logger).map { requests in
            connections.tellIfDraining(channel)
            return Connection(http: http, requests: requests)
        }
    }

    private func refuse(_ channel: any Channel, _ error: PatrolError) -> EventLoopFuture<Connection?> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(TurnAway(error))
            return nil
        }
    }

    private func routes() -> Router<PatrolContext> {
        let router = Router(context: PatrolContext.self)
        router.add(
            middleware: Refusals(
                language: { ledger.rulebook.configuration.language },
                told: { ledger.told($0) }
            )
        )
        let desk = Desk(ledger: ledger, clock: clock)
        FilingRoutes(desk: desk, onChange: onChange).add(to: router)
        HazardRoutes(desk: desk).add(to: router)
        EvidenceRoutes(desk: desk).add(to: router)
        SearchRoutes(desk: desk).add(to: router)
        DutyRoutes(desk: desk).add(to: router)
        OverviewRoutes(desk: desk).add(to: router)
        MorningRoutes(desk: desk).add(to: router)
        SiteRoutes(desk: desk).add(to: router)
        ProgrammeRoutes(desk: desk).add(to: router)
        CatalogueRoutes(desk: desk).add(to: router)
        RecordRoutes(desk: desk).add(to: router)
        UploadRoutes(desk: desk).add(to: router)
        ConfigurationRoutes(reload: onReload).add(to: router)
        return router
    }
}
