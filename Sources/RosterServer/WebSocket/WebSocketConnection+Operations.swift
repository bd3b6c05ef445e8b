import GraphQL
import Roster
import Synchronization

extension WebSocketConnection {
    /// Runs one operation until it is done or `cancelled` ends.
    func operate(_ id: String, _ request: Request, _ viewer: Viewer, until cancelled: AsyncStream<Never>) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.answer(id, request, viewer) }
            group.addTask { for await _ in cancelled {} }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func answer(_ id: String, _ request: Request, _ viewer: Viewer) async throws {
        let errors: [GraphQLError]
        do {
            switch try await endpoint.answer(request, viewer, [.query, .mutation, .subscription]) {
            case .response(let answered) where answered.response.hasData:
                try await sendIfGoingOn(id, ServerMessage.next(id, answered.response))
                return try await finish(id, ServerMessage.complete(id))
            case .response(let answered):
                errors = answered.response.errors
            case .stream(let responses):
                return try await follow(id, responses)
            }
        } catch let refusal as HTTPRefusal {
            errors = [GraphQLError(refusal)]
        }
        try await finish(id, ServerMessage.error(id, errors))
    }

    private func follow(_ id: String, _ responses: ResponseStream) async throws {
        var iterator = responses.makeAsyncIterator()
        while true {
            let response: Response?
            do {
                response = try await iterator.next()
            } catch {
                return try await finish(id, ServerMessage.error(id, RequestErrors.sourceFailed.errors))
            }
            guard let response else { return try await finish(id, ServerMessage.complete(id)) }
            try await sendIfGoingOn(id, ServerMessage.next(id, response))
        }
    }

    /// Sends a result, unless the client has said that it wants no more.
    private func sendIfGoingOn(_ id: String, _ message: [UInt8]) async throws {
        try Task.checkCancellation()
        try await sink.send(text: message)
    }

    /// Sends an operation's last message, unless it has ended before; its id is free again.
    private func finish(_ id: String, _ message: [UInt8]) async throws {
        guard !Task.isCancelled, state.withLock({ $0.end(id) }) != nil else { return }
        try await sink.send(text: message)
    }
}

extension GraphQLError {
    /// What the server refuses by itself, as one of the errors of an operation.
    init(_ refusal: HTTPRefusal) {
        self.init(refusal.description, code: Code(rawValue: refusal.code))
    }

    static var tooManyOperations: GraphQLError {
        GraphQLError("This socket has as many operations as it may have. End one first.", code: .limitExceeded)
    }
}
