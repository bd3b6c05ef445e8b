import NIOCore
import NIOTLS

/// Tells the gate of bytes before HTTP is made of them, so that it knows when a header began.
final class HeadWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let gate: RequestGate

    init(gate: RequestGate) {
        self.gate = gate
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard gate.admits(unwrapInboundIn(data)) else { return }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent { gate.handshakeDone() }
        context.fireUserInboundEventTriggered(event)
    }
}
