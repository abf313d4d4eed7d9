import NIOCore
import PatrolModel

/// Answers a connection with a refusal before anything is read from it, and hangs up.
final class TurnAway: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let error: PatrolError

    init(_ error: PatrolError) {
        self.error = error
    }

    func channelActive(context: ChannelHandlerContext) {
        let body = ErrorResponse.json(error)
        let status = ErrorResponse.status(of: error)
        let head = """
            HTTP/1.1 \(status.code) \(status.reasonPhrase)\r
            Content-Type: application/json\r
            Content-Length: \(body.readableBytes)\r
            Connection: close\r
            \r

            """
        var answer = ByteBuffer(string: head)
        answer.writeImmutableBuffer(body)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(NIOAny(answer)).whenComplete { _ in bound.value.close(promise: nil) }
    }
}
