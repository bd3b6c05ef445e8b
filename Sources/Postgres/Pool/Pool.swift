package import Logging

/// A bounded number of connections, lent one at a time.
///
/// Connections are opened when they are first wanted. One that broke is replaced; one that the server closed while it
/// lay idle is noticed before it is lent. While no server can be reached callers fail at once, and one of them tries
/// again after a short pause.
package actor Pool {
    /// How large a pool is and how long callers wait.
    package struct Limits: Sendable {
        package var connections: Int
        /// Callers that may wait at the same time; the next one fails with ``PostgresError/Unavailability/poolQueueFull``.
        package var waiters: Int
        /// The longest wait for a connection to become free.
        package var wait: Duration

        package init(connections: Int = 4, waiters: Int = 256, wait: Duration = .seconds(4)) {
            self.connections = connections
            self.waiters = waiters
            self.wait = wait
        }
    }

    package nonisolated let settings: ConnectionSettings
    private let limits: Limits
    private let logger: Logger
    private var state: PoolState
    private var connections: [PoolState.Slot: Connection] = [:]
    private var lastWaiter = 0
    private var continuations: [PoolState.Waiter: CheckedContinuation<PoolState.Answer, Never>] = [:]
    /// Answers that came before their caller had begun to wait.
    private var answers: [PoolState.Waiter: PoolState.Answer] = [:]
    private var closers: [CheckedContinuation<Void, Never>] = []

    package init(_ settings: ConnectionSettings, limits: Limits = Limits(), logger: Logger) {
        self.settings = settings
        self.limits = limits
        self.logger = logger
        state = PoolState(limits: .init(connections: limits.connections, waiters: limits.waiters))
    }

    /// Connections that are open now, lent or idle.
    package var connectionCount: Int { state.connectionCount }

    /// Callers that wait now.
    package var waiterCount: Int { state.waiterCount }

    /// Lends a connection for as long as `body` takes; `body` runs on its thread.
    ///
    /// Throws what `body` throws, and a ``PostgresError`` when there is no connection.
    @discardableResult
    package func withConnection<Value: Sendable>(
        _ body: @Sendable (isolated Connection) async throws -> Value
    ) async throws -> Value {
        while true {
            let (slot, connection) = try await lease()
            let use = await Use(of: connection, body)
            giveBack(slot, use.leavesUsable ? .usable : .closed)
            if let result = use.result { return try result.get() }
        }
    }

    /// Lends a connection for one transaction; see ``Connection/transaction(tracked:_:)``.
    @discardableResult
    package func transaction<Value: Sendable>(
        tracked: Bool = false,
        _ body: @Sendable (isolated Connection) async throws -> Value
    ) async throws -> Value {
        try await withConnection { connection in try await connection.transaction(tracked: tracked, body) }
    }

    /// Closes idle connections now and lent ones when they come back, then returns; whoever waits fails.
    ///
    /// Connections that are still lent after the grace are interrupted; a cancelled task has no grace.
    package func close(grace: Duration = .seconds(5)) async {
        let (failed, closing) = state.close()
        answer(Dictionary(uniqueKeysWithValues: failed.map { ($0, .fail(.closed)) }))
        for slot in closing { await connections.removeValue(forKey: slot)?.close() }
        guard !state.isEmpty else { return }
        await withTaskGroup { group in
            group.addTask {
                try? await Task.sleep(for: grace)
                await self.interruptAll()
            }
            await withCheckedContinuation { continuation in
                if state.isEmpty { continuation.resume() } else { closers.append(continuation) }
            }
            group.cancelAll()
        }
    }

    private func interruptAll() {
        for connection in connections.values { connection.interrupt() }
    }
}

extension Pool {
    private func lease() async throws(PostgresError) -> (PoolState.Slot, Connection) {
        switch await decision() {
        case .fail(let error):
            throw error
        case .use(let slot):
            if let connection = connections[slot] { return (slot, connection) }
            giveBack(slot, .closed)
            throw .closed
        case .open(let slot):
            do throws(PostgresError) {
                let connection = try await Connection.open(settings)
                connections[slot] = connection
                answer(state.opened(slot, now: .now))
                return (slot, connection)
            } catch {
                if error == .cancelled {
                    giveBack(slot, .closed)
                } else {
                    logger.warning("no database connection", metadata: ["error": "\(error.logDescription)"])
                    giveBack(slot, .failed(error))
                }
                throw error
            }
        }
    }

    private func decision() async -> PoolState.Answer {
        lastWaiter += 1
        let waiter = lastWaiter
        answer(state.request(waiter, now: .now))
        if let answer = answers.removeValue(forKey: waiter) { return answer }
        return await withTaskGroup { group in
            group.addTask { [limits] in
                do {
                    try await Task.sleep(for: limits.wait)
                    await self.withdraw(waiter, .timedOut(.pool))
                } catch {
                    await self.withdraw(waiter, .cancelled)
                }
            }
            defer { group.cancelAll() }
            return await withCheckedContinuation { continuation in
                if let answer = answers.removeValue(forKey: waiter) {
                    continuation.resume(returning: answer)
                } else {
                    continuations[waiter] = continuation
                }
            }
        }
    }

    private func withdraw(_ waiter: PoolState.Waiter, _ error: PostgresError) {
        if state.withdraw(waiter) { answer([waiter: .fail(error)]) }
    }

    private func giveBack(_ slot: PoolState.Slot, _ slotState: PoolState.Return) {
        if slotState != .usable || state.isClosed { connections[slot] = nil }
        answer(state.return(slot, slotState, now: .now))
        guard state.isClosed, state.isEmpty else { return }
        for closer in closers { closer.resume() }
        closers = []
    }

    private func answer(_ new: [PoolState.Waiter: PoolState.Answer]) {
        for (waiter, answer) in new {
            if let continuation = continuations.removeValue(forKey: waiter) {
                continuation.resume(returning: answer)
            } else {
                answers[waiter] = answer
            }
        }
    }
}

/// How a caller's use of a connection went.
private struct Use<Value: Sendable>: Sendable {
    /// `nil` when the connection was found dead before anything was sent.
    var result: Result<Value, any Error>?
    var leavesUsable = false

    /// Runs wholly on the connection's thread: one change of threads there, one back.
    init(
        of connection: isolated Connection,
        _ body: @Sendable (isolated Connection) async throws -> Value
    ) async {
        guard connection.checkStillConnected() else { return }
        do {
            result = .success(try await body(connection))
        } catch {
            result = .failure(error)
        }
        leavesUsable = connection.isUsable
        if !leavesUsable { connection.close() }
    }
}
