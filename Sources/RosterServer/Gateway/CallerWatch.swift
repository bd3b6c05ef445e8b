import NIOCore

/// Notices that a caller is gone while an answer is still to come.
///
/// The server lets callers close their sending side early, as HTTP has it, and would not look at the connection again
/// before it writes. A caller of a model that is thinking is gone for good then, and the model is to stop.
final class CallerWatch: ChannelInboundHandler, RemovableChannelHandler, Sendable {
    typealias InboundIn = Any

    private let ends: AsyncStream<Never>.Continuation

    private init(_ ends: AsyncStream<Never>.Continuation) {
        self.ends = ends
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed { ends.finish() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        ends.finish()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        ends.finish()
    }

    /// Runs `body`, which gets a stream that ends when the caller goes away.
    static func with<Value>(
        on channel: any Channel,
        _ body: (_ gone: AsyncStream<Never>) async throws -> Value
    ) async throws -> Value {
        let (gone, ends) = AsyncStream.makeStream(of: Never.self)
        let watch = CallerWatch(ends)
        try await channel.pipeline.addHandler(watch, position: .first).get()
        let result: Result<Value, any Error>
        do { result = .success(try await body(gone)) } catch { result = .failure(error) }
        // It fails only where the connection took its handlers with it.
        try? await channel.pipeline.removeHandler(watch).get()
        return try result.get()
    }

    /// Runs `body`, and cancels it when the caller goes away.
    static func whilePresent<Value: Sendable>(
        on channel: any Channel,
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await with(on: channel) { gone in
            try await withThrowingTaskGroup(of: Value.self) { group in
                group.addTask(operation: body)
                group.addTask { throw await CallerGone(gone) }
                defer { group.cancelAll() }
                guard let value = try await group.next() else { throw CallerGone() }
                return value
            }
        }
    }
}

/// The caller closed the connection.
struct CallerGone: Error {
    init() {}

    /// Waits until it has.
    init(_ gone: AsyncStream<Never>) async {
        for await _ in gone {}
    }
}
