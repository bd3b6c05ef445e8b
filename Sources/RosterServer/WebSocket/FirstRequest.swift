import NIOCore

/// Stands at the end of a connection's pipeline until its first request has shown what it is to be, and lets nobody who
/// has not sent one hold up a server that stops.
final class FirstRequest: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    static func remove(from channel: any Channel) throws {
        let pipeline = channel.pipeline.syncOperations
        let context = try pipeline.context(handlerType: FirstRequest.self)
        pipeline.removeHandler(context: context, promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}
