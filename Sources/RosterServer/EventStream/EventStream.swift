import AsyncAlgorithms
import GraphQL
import Hummingbird
import NIOCore
import Roster
import ServiceLifecycle

/// A subscription as server-sent events, in the distinct-connections form of the GraphQL over SSE protocol: an event
/// `next` for each response, and `complete` after the last.
///
/// One response is under way at a time: while the caller does not read, nothing more is made for it, and when it has
/// not read for long, the guard at the socket closes the connection.
struct EventStream: Sendable {
    static let mediaType = "text/event-stream"

    let responses: ResponseStream
    let viewer: Viewer
    let service: any GraphQLAnswering
    let limits: ServerLimits
    /// Counts the streams that go on.
    let open: Tally

    /// What there is to write, whoever says so.
    private enum Part: Sendable {
        case response([UInt8])
        /// A comment, so that nothing between here and the caller takes the silence for an end.
        case keepAlive
        case end
    }

    /// Writes events until the subscription ends, the viewer is no longer who it was, the server stops, or the caller
    /// goes away.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        open.add()
        defer { open.add(-1) }
        let parts = AsyncChannel<Part>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await followResponses(into: parts) }
            group.addTask {
                await service.waitWhileCurrent(viewer)
                await parts.send(.end)
            }
            group.addTask {
                try await gracefulShutdown()
                await parts.send(.end)
            }
            group.addTask {
                while true {
                    try await Task.sleep(for: limits.keepAlive)
                    await parts.send(.keepAlive)
                }
            }
            try await write(Event.comment, to: &writer)
            loop: for await part in parts {
                switch part {
                case .response(let body): try await write(Event.next(body), to: &writer)
                case .keepAlive: try await write(Event.comment, to: &writer)
                case .end: break loop
                }
            }
            group.cancelAll()
            if !service.isCurrent(viewer) {
                try await write(Event.next(GraphQL.Response(.accessEnded).body), to: &writer)
            }
            try await write(Event.complete, to: &writer)
        }
        try await writer.finish(nil)
    }

    private func followResponses(into parts: AsyncChannel<Part>) async {
        do {
            for try await response in responses { await parts.send(.response(response.body)) }
        } catch {
            await parts.send(.response(GraphQL.Response(.sourceFailed).body))
        }
        await parts.send(.end)
    }

    private func write(_ bytes: [UInt8], to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(bytes: bytes))
    }
}

extension RequestErrors {
    /// The last word to a caller whose token was revoked, has expired, or is of another role now.
    static var accessEnded: RequestErrors {
        RequestErrors(
            GraphQLError(
                "The access that this began with has ended.", code: GraphQLError.Code(rawValue: "UNAUTHENTICATED")))
    }

    /// The last word where the source of events failed.
    static var sourceFailed: RequestErrors {
        RequestErrors(GraphQLError("The subscription failed inside the server. Subscribe again.", code: .internal))
    }
}
