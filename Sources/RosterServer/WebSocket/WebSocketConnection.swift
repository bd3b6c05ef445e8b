import GraphQL
import HTTPTypes
import JSON
import Logging
import NIOCore
import NIOWebSocket
import OrderedCollections
import Roster
import ServiceLifecycle
import Synchronization

/// One socket that speaks `graphql-transport-ws`: any number of operations, each a task of its own.
final class WebSocketConnection: Sendable {
    let endpoint: GraphQLEndpoint
    /// The request that asked for the upgrade, whose header may say who is there.
    private let head: HTTPRequest
    let sink: FrameSink
    let logger: Logger
    let acknowledged: Acknowledgement
    let state: Mutex<ConnectionState>
    /// When the client was last heard.
    let heard = Mutex(ContinuousClock.now)

    init(
        endpoint: GraphQLEndpoint,
        head: HTTPRequest,
        sink: FrameSink,
        acknowledged: Acknowledgement,
        logger: Logger
    ) {
        self.endpoint = endpoint
        self.head = head
        self.sink = sink
        self.acknowledged = acknowledged
        self.logger = logger
        state = Mutex(ConnectionState(operationLimit: endpoint.limits.socketOperations))
    }

    /// Serves the socket until either side closes it.
    func run(_ inbound: NIOAsyncChannelInboundStream<WebSocketFrame>) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await self.closeUnlessInitialised() }
            group.addTask { try await self.closeOnShutdown() }
            group.addTask { try await self.keepAlive() }
            do {
                for try await frame in inbound {
                    heard.withLock { $0 = .now }
                    guard try await take(frame, &group) else { break }
                }
            } catch let error as NIOWebSocketFrameAggregator.Error {
                logger.debug("fragments refused", metadata: ["error": "\(error)"])
                await close(.messageTooLarge)
            }
            for cancellation in state.withLock({ $0.close() })?.values ?? [:].values { cancellation.finish() }
            group.cancelAll()
        }
    }

    /// Takes a frame; false where it was the last.
    private func take(_ frame: WebSocketFrame, _ group: inout ThrowingDiscardingTaskGroup<any Error>) async throws
        -> Bool
    {
        switch frame.opcode {
        case .connectionClose:
            guard state.withLock({ $0.close() }) != nil else { return false }
            let payload = frame.unmaskedData
            try await sink.close(CloseReason.isWellFormed(payload) ? payload : CloseReason.protocolError.payload)
            return false
        case .ping:
            try await sink.pong(frame.unmaskedData)
        case .text:
            guard !state.withLock({ $0.isClosed }) else { return true }
            do {
                let text = Array(buffer: frame.unmaskedData)
                try await take(try ClientMessage(text, limits: endpoint.limits.socketJSON), &group)
            } catch let end as MustClose {
                await close(end.reason)
            }
        case .binary:
            await close(.invalidMessage)
        default: break
        }
        return true
    }

    private func take(_ message: ClientMessage, _ group: inout ThrowingDiscardingTaskGroup<any Error>) async throws {
        switch message {
        case .connectionInit(let payload):
            let viewer = try initialise(payload)
            try await sink.send(text: ServerMessage.connectionAck)
            group.addTask { try await self.closeOnceOutdated(viewer) }
        case .ping:
            try await sink.send(text: ServerMessage.pong)
        case .pong: break
        case .subscribe(let id, let request):
            let (cancelled, cancellation) = AsyncStream<Never>.makeStream()
            switch try state.withLock({ state throws(MustClose) in try state.subscribe(id, cancellation) }) {
            case .admitted(let viewer):
                guard endpoint.service.isCurrent(viewer) else { throw MustClose(.forbidden) }
                group.addTask { try await self.operate(id, request, viewer, until: cancelled) }
            case .refused:
                try await sink.send(text: ServerMessage.error(id, [.tooManyOperations]))
            }
        case .complete(let id):
            state.withLock { $0.end(id) }?.finish()
        }
    }

    /// Finds out who is there: by the payload's `Authorization`, or else by the header of the upgrade.
    private func initialise(_ payload: OrderedDictionary<String, JSONValue>) throws -> Viewer {
        var head = head
        for name in ["Authorization", "authorization"] {
            guard let value = payload[name] else { continue }
            guard case .string(let text) = value, HTTPField.isValidValue(text) else { throw MustClose(.forbidden) }
            head.headerFields[.authorization] = text
        }
        do {
            let viewer = try state.withLock { [head] state in
                try state.initialise { try endpoint.access.viewer(of: head, from: sink.channel) }
            }
            acknowledged.give()
            return viewer
        } catch is HTTPRefusal {
            throw MustClose(.forbidden)
        }
    }
}
