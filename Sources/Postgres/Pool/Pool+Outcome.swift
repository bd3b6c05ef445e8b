extension Pool {
    /// Learns what became of a tracked transaction whose commit got no reply, as soon as the server can be asked.
    ///
    /// Asks again while the server is away or its process is still at it; throws `.timedOut(.outcome)` after `limit`.
    package func outcome(of id: TransactionID, within limit: Duration) async throws -> TransactionOutcome {
        let deadline = ContinuousClock.now + limit
        while true {
            do {
                let outcome = try await withConnection { connection in try await connection.outcome(of: id) }
                if outcome != .inProgress { return outcome }
            } catch PostgresError.unavailable, PostgresError.timedOut {
                // The server is not back yet.
            }
            guard ContinuousClock.now < deadline else { throw PostgresError.timedOut(.outcome) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
