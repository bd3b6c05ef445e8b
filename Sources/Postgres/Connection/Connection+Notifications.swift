/// What `NOTIFY` carried.
package struct Notification: Sendable, Equatable {
    package let channel: String
    package let payload: String

    package init(channel: String, payload: String) {
        self.channel = channel
        self.payload = payload
    }
}

extension Connection {
    /// Subscribes to a channel. Give listening a connection of its own: waiting occupies it.
    package func listen(to channel: String) async throws(PostgresError) {
        try await execute("LISTEN \(SQL.Identifier(channel))")
    }

    /// Waits for a notification; `nil` when none comes in time.
    ///
    /// Ends early when the task is cancelled, when the connection is interrupted, and when the server goes away.
    package func nextNotification(within timeout: Duration) async throws(PostgresError) -> Notification? {
        let patience = Session.Patience(deadline: .now + timeout, limit: .response)
        return try await interruptible { (session) throws(PostgresError) in
            guard session.isOpen else { throw .closed }
            return try session.notification(patience)
        }
    }
}
