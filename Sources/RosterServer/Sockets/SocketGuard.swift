import NIOCore

/// Closes a connection whose caller does not take what is sent to it. It stands foremost, where bytes are counted as
/// they go out, and holds for every protocol behind it.
final class SocketGuard: ChannelOutboundHandler {
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let time: TimeAmount
    private let leastRead: Int
    /// Within how many times of ``time`` a caller must take nearly two thirds of what waits, however much it is.
    private static let longestRead = 16
    private let noteStall: @Sendable () -> Void
    /// Bytes that were given to the socket, in all.
    private var written = 0
    private var timer: Scheduled<Void>?

    init(limits: ServerLimits, noteStall: @escaping @Sendable () -> Void) {
        time = TimeAmount(limits.writeTime)
        leastRead = limits.leastRead
        self.noteStall = noteStall
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        written &+= unwrapOutboundIn(data).readableBytes
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        guard timer == nil, let waiting = waiting(in: context), waiting > 0 else { return }
        watch(context, taken: written &- waiting, waiting: waiting)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }

    /// How many bytes the system has not taken yet, for the caller has not.
    private func waiting(in context: ChannelHandlerContext) -> Int? {
        try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
    }

    /// Looks again later, and closes if too little was taken by then.
    private func watch(_ context: ChannelHandlerContext, taken: Int, waiting before: Int) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
            timer = nil
            guard let waiting = waiting(in: context), waiting > 0 else { return }
            let takenNow = written &- waiting
            guard takenNow &- taken >= max(leastRead, before / Self.longestRead) else {
                noteStall()
                context.close(promise: nil)
                return
            }
            watch(context, taken: takenNow, waiting: waiting)
        }
    }
}
