import NIOCore

/// Lets a listener accept no more, while what it has accepted goes on through its pipeline.
final class Gate: ChannelOutboundHandler {
    typealias OutboundIn = Never

    /// Fired into the pipeline when nobody is to be accepted any more.
    enum Event { case shut }

    private var isShut = false

    func read(context: ChannelHandlerContext) {
        if !isShut { context.read() }
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext,
        event: Any,
        promise: EventLoopPromise<Void>?
    ) {
        guard case Event.shut? = event as? Event else {
            context.triggerUserOutboundEvent(event, promise: promise)
            return
        }
        isShut = true
        context.channel.setOption(.autoRead, value: false).cascade(to: promise)
    }
}
