import NIOCore
import Roster
import ServiceLifecycle
import Synchronization

extension WebSocketConnection {
    /// Closes the socket, once: operations are told to end, and the client why.
    func close(_ reason: CloseReason) async {
        guard let operations = state.withLock({ $0.close() }) else { return }
        for cancellation in operations.values { cancellation.finish() }
        // The client may be gone, which is no failure here.
        try? await sink.close(reason)
    }

    /// Closes the socket of a client that does not say who it is.
    func closeUnlessInitialised() async throws {
        try await Task.sleep(for: endpoint.limits.socketInitialisation)
        if state.withLock({ $0.isNew }) { await close(.initialisationTimeout) }
    }

    /// Ends operations and socket in order when the server stops.
    func closeOnShutdown() async throws {
        try await gracefulShutdown()
        try await closeInOrder()
    }

    /// Completes the operations, and then closes the socket.
    private func closeInOrder() async throws {
        guard let operations = state.withLock({ $0.close() }) else { return }
        for (id, cancellation) in operations {
            cancellation.finish()
            try await sink.send(text: ServerMessage.complete(id))
        }
        try await sink.close(.goingAway)
    }

    /// Closes the socket once its viewer may no longer do what it might when it came.
    func closeOnceOutdated(_ viewer: Viewer) async throws {
        await endpoint.service.waitWhileCurrent(viewer)
        try Task.checkCancellation()
        // The registry may hear of the server's end before this connection does.
        guard !endpoint.service.isCurrent(viewer) else { return try await closeInOrder() }
        await close(.forbidden)
    }

    /// Asks the client from time to time whether it is there, and closes the connection of one that never answers.
    func keepAlive() async throws {
        let interval = endpoint.limits.keepAlive
        while true {
            try await Task.sleep(for: interval)
            guard heard.withLock({ $0 }).duration(to: .now) < interval * 3 else {
                sink.channel.close(promise: nil)
                return
            }
            if !state.withLock({ $0.isClosed }) { try await sink.ping() }
        }
    }
}
