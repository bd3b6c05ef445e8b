import NIOCore
import NIOWebSocket

/// Ends a socket whose client breaks the framing of RFC 6455 in what the decoder lets pass: frames that are not masked
/// (section 5.1), reserved bits and opcodes (5.2), and messages that begin inside another or go on outside of one (5.4).
final class FrameRule: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private var isInsideMessage = false
    private var isOver = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        let frame = unwrapInboundIn(data)
        guard frame.maskKey != nil, !frame.rsv1, !frame.rsv2, !frame.rsv3, follows(frame) else { return end(context) }
        context.fireChannelRead(data)
    }

    /// Whether a frame may stand where it does; takes note of it.
    private func follows(_ frame: WebSocketFrame) -> Bool {
        switch frame.opcode {
        case .text, .binary, .continuation:
            guard isInsideMessage == (frame.opcode == .continuation) else { return false }
            isInsideMessage = !frame.fin
            return true
        case .connectionClose, .ping, .pong: return frame.fin
        default: return false
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        isOver = true
        let frame = WebSocketFrame(fin: true, opcode: .connectionClose, data: CloseReason.protocolError.payload)
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
        context.close(promise: nil)
    }
}
