import NIOCore
import NIOWebSocket

/// Where frames are written, by several operations at once.
///
/// Writing waits while the client does not read, so that at most one message of each operation is ever held for it;
/// when it has not read for long, the guard at the socket closes the connection.
struct FrameSink: Sendable {
    let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>
    let channel: any Channel

    func send(text: [UInt8]) async throws {
        try await send(WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(bytes: text)))
    }

    func ping() async throws {
        try await send(WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer()))
    }

    func pong(_ data: ByteBuffer) async throws {
        try await send(WebSocketFrame(fin: true, opcode: .pong, data: data))
    }

    /// Says why the connection ends; a client that does not end it then is cut off.
    func close(_ reason: CloseReason) async throws {
        try await close(reason.payload)
    }

    /// Answers a client's closing frame with the same.
    func close(_ data: ByteBuffer) async throws {
        channel.eventLoop.scheduleTask(in: Self.linger) { [channel] in channel.close(promise: nil) }
        try await send(WebSocketFrame(fin: true, opcode: .connectionClose, data: data))
    }

    private func send(_ frame: WebSocketFrame) async throws {
        try await outbound.write(frame)
    }

    /// How long a client may take to end a connection that is over.
    private static let linger = TimeAmount.seconds(1)
}
