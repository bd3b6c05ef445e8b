import NIOCore

/// Tells a caller for whom there is no room to come again, and lets nothing of it in.
final class OverloadAnswer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let linger: TimeAmount
    private let isSecure: Bool
    private var timer: Scheduled<Void>?

    init(limits: ServerLimits, isSecure: Bool) {
        linger = TimeAmount(limits.linger)
        self.isSecure = isSecure
    }

    func channelActive(context: ChannelHandlerContext) {
        // A handshake would cost more than there is.
        guard !isSecure else { return context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(HTTPRefusal.overloaded.lastBytes()), promise: nil)
        context.close(mode: .output, promise: nil)
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: linger) { context.close(promise: nil) }
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

    func channelReadComplete(context: ChannelHandlerContext) {
        context.read()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }
}
