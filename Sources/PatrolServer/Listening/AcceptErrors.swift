import Glibc
import Logging
import NIOCore

/// Keeps the listener alive when a connection cannot be accepted, as when the process has no descriptor left: what waits
/// goes on waiting in the kernel's queue, and is accepted as soon as another connection has ended.
final class AcceptErrors: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let pause = TimeAmount.milliseconds(200)
    private let logger: Logger
    private var isPausing = false
    private var wasTold = false

    init(logger: Logger) {
        self.logger = logger
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        wasTold = false
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? IOError, AcceptErrors.passing.contains(error.errnoCode) else {
            context.fireErrorCaught(error)
            return
        }
        if !wasTold {
            logger.error(
                "cannot accept connections for now; if it lasts, raise LimitNOFILE of patrold.service",
                metadata: ["cause": "\(error)"]
            )
            wasTold = true
        }
        pause(context)
    }

    /// Without it the kernel would say again and again, as fast as it can, that somebody waits.
    private func pause(_ context: ChannelHandlerContext) {
        guard !isPausing else { return }
        isPausing = true
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.channel.setOption(.autoRead, value: false).whenComplete { _ in }
        context.eventLoop.scheduleTask(in: AcceptErrors.pause) {
            let (handler, context) = bound.value
            handler.isPausing = false
            context.channel.setOption(.autoRead, value: true).whenComplete { _ in }
        }
    }

    /// accept(2): what is over as soon as others have let go.
    private static let passing: Set<Int32> = [EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED]
}
