import Glibc
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a connection that takes too long over a whole request, that has been answered with an error, or that is idle
/// while the daemon stops.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Fired into the pipeline when the daemon stops.
    enum Event { case drain }

    private let limits: Listener.Limits
    /// A request's head is here and its end is not; with pipelining, while earlier ones are still being answered.
    private var isReceiving = false
    private var unanswered = 0
    /// Whoever has just dialled is about to ask, and is not hung up on.
    private var hasAnswered = false
    private var isDraining = false
    private var wasRefused = false
    private var deadline: Scheduled<Void>?

    init(limits: Listener.Limits) {
        self.limits = limits
    }

    private var isIdle: Bool { !isReceiving && unanswered == 0 }

    func handlerAdded(context: ChannelHandlerContext) {
        schedule(limits.request, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: isReceiving = true
        case .body: break
        case .end:
            isReceiving = false
            unanswered += 1
            schedule(limits.response, context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            wasRefused = wasRefused || head.status.code >= 400
            if wasRefused || isDraining { head.headerFields[.connection] = "close" }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            // A long list is written as fast as it is read: as long as it moves on, it is in time.
            schedule(limits.response, context)
            context.write(data, promise: promise)
        case .end: end(context, data, promise)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case Event.drain? = event as? Event else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        isDraining = true
        guard isIdle else { return }
        guard !hasAnswered || hasUnread(context) else {
            context.close(promise: nil)
            return
        }
        schedule(min(limits.request, ConnectionGuard.lastWait), context)
    }

    /// How long a stopping daemon waits for the request of somebody it has accepted: less than it is given to stop.
    private static let lastWait = TimeAmount.seconds(2)

    /// Whether something has come that was not read yet.
    private func hasUnread(_ context: ChannelHandlerContext) -> Bool {
        let pipeline = context.pipeline.syncOperations
        let count = try? pipeline.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { socket in
            var byte: UInt8 = 0
            return recv(socket, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
        }
        return count ?? 0 > 0
    }

    private func end(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        unanswered = max(0, unanswered - 1)
        hasAnswered = true
        guard wasRefused || (isDraining && isIdle) else {
            if unanswered == 0 { schedule(limits.request, context) }
            context.write(data, promise: promise)
            return
        }
        deadline?.cancel()
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
        context.writeAndFlush(data, promise: written)
    }

    private func schedule(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
    }
}
