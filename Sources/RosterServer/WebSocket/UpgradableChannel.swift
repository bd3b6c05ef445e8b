import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// A connection that begins as HTTP/1.1 and becomes a WebSocket if its first request asks for that at `/graphql`.
struct UpgradableChannel: ServerChildChannel {
    /// What serves HTTP.
    let http: HTTP1Channel
    let endpoint: GraphQLEndpoint

    struct Value: ServerChildChannelValue {
        let channel: any Channel
        let negotiated: EventLoopFuture<Negotiated>
    }

    enum Negotiated: Sendable {
        case http(NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>)
        case webSocket(NIOAsyncChannel<WebSocketFrame, WebSocketFrame>, HTTPRequest, Acknowledgement)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var configuration = NIOUpgradableHTTPServerPipelineConfiguration(
                upgradeConfiguration: NIOTypedHTTPServerUpgradeConfiguration(
                    upgraders: [upgrader(logger)],
                    notUpgradingCompletionHandler: { channel in
                        channel.eventLoop.makeCompletedFuture { .http(try serveHTTP(on: channel, logger)) }
                    }
                )
            )
            // Hummingbird answers requests in order, and the gate behind the parser answers what is no HTTP.
            configuration.enablePipelining = false
            configuration.enableErrorHandling = false
            configuration.enableResponseHeaderValidation = false
            configuration.decoderConfiguration.maxHeaderFieldSize = http.configuration.httpDecoder.maxHeaderFieldSize
            configuration.decoderConfiguration.maxHeaderListSize = http.configuration.httpDecoder.maxHeaderListSize
            configuration.decoderConfiguration.maxHeaderFieldCount = http.configuration.httpDecoder.maxHeaderFieldCount
            let negotiated = try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
                configuration: configuration)
            try channel.pipeline.syncOperations.addHandler(FirstRequest())
            return Value(channel: channel, negotiated: negotiated)
        }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.negotiated.get() {
            case .http(let connection):
                await http.handle(value: connection, logger: logger)
            case .webSocket(let connection, let head, let acknowledged):
                try await serve(connection, head, acknowledged, logger)
            }
        } catch {
            // Nobody is there any more, or never sent a request: there is nobody to tell.
            logger.trace("connection ended", metadata: ["error": "\(error)"])
        }
    }

    private func serveHTTP(
        on channel: any Channel,
        _ logger: Logger
    ) throws -> NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart> {
        try FirstRequest.remove(from: channel)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: endpoint.access.isSecure))
        try pipeline.addHandler(HTTPConnectionStateHandler(logger: logger))
        return try NIOAsyncChannel(
            wrappingChannelSynchronously: channel,
            configuration: .init(isOutboundHalfClosureEnabled: true)
        )
    }
}

extension UpgradableChannel {
    private func upgrader(_ logger: Logger) -> NIOTypedWebSocketServerUpgrader<Negotiated> {
        NIOTypedWebSocketServerUpgrader(
            maxFrameSize: endpoint.limits.socketMessage,
            shouldUpgrade: { channel, head in
                channel.eventLoop.makeSucceededFuture(WebSocketOffer(head)?.headers)
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture { try serveFrames(on: channel, head) }
            }
        )
    }

    private func serveFrames(on channel: any Channel, _ head: HTTPRequestHead) throws -> Negotiated {
        let request = try HTTPRequest(head, secure: endpoint.access.isSecure, splitCookie: false)
        try FirstRequest.remove(from: channel)
        let pipeline = channel.pipeline.syncOperations
        let acknowledged = Acknowledgement()
        let decoder = try pipeline.handler(type: ByteToMessageHandler<WebSocketFrameDecoder>.self)
        try pipeline.addHandler(
            InitialBytes(room: endpoint.limits.header, acknowledged: acknowledged), position: .before(decoder))
        try pipeline.addHandler(FrameRule())
        try pipeline.addHandler(
            NIOWebSocketFrameAggregator(
                minNonFinalFragmentSize: 1,
                maxAccumulatedFrameCount: 1024,
                maxAccumulatedFrameSize: endpoint.limits.socketMessage
            )
        )
        let connection = try NIOAsyncChannel<WebSocketFrame, WebSocketFrame>(wrappingChannelSynchronously: channel)
        return .webSocket(connection, request, acknowledged)
    }

    private func serve(
        _ connection: NIOAsyncChannel<WebSocketFrame, WebSocketFrame>,
        _ head: HTTPRequest,
        _ acknowledged: Acknowledgement,
        _ logger: Logger
    ) async throws {
        endpoint.access.observation.webSockets.add()
        defer { endpoint.access.observation.webSockets.add(-1) }
        try await connection.executeThenClose { inbound, outbound in
            let sink = FrameSink(outbound: outbound, channel: connection.channel)
            guard WebSocketOffer.isAcceptable(head) else {
                try await sink.close(.subprotocolNotAcceptable)
                for try await frame in inbound where frame.opcode == .connectionClose { return }
                return
            }
            let socket = WebSocketConnection(
                endpoint: endpoint, head: head, sink: sink, acknowledged: acknowledged, logger: logger)
            try await socket.run(inbound)
        }
    }
}
