import Postgres
import Testing

@Suite("Notifications reach who listens")
struct NotificationTests {
    @Test("those that were sent are received in order, with channel and payload")
    func received() async throws {
        try await ScratchDatabase.with { database in
            let listener = try await Connection.open(database.settings)
            let sender = try await Connection.open(database.settings)
            try await listener.listen(to: "odd \"channel")
            try await sender.execute("SELECT pg_notify('odd \"channel', 'one')")
            try await sender.transaction { sender in
                try await sender.execute("SELECT pg_notify('odd \"channel', '🦩')")
                try await sender.execute("NOTIFY elsewhere")
            }
            for payload in ["one", "🦩"] {
                #expect(
                    try await listener.nextNotification(within: .seconds(60))
                        == Notification(channel: "odd \"channel", payload: payload))
            }
            #expect(try await listener.nextNotification(within: .zero) == nil)
            #expect(await listener.isUsable)
            await listener.close()
            await sender.close()
        }
    }

    @Test("waiting ends with its task")
    func cancelled() async throws {
        try await ScratchDatabase.with { database in
            let listener = try await Connection.open(database.settings)
            try await listener.listen(to: "channel")
            let waiting = Task { try await listener.nextNotification(within: .seconds(600)) }
            waiting.cancel()
            await #expect(throws: PostgresError.cancelled) { try await waiting.value }
            await listener.close()
        }
    }

    @Test("waiting ends when the server goes")
    func lost() async throws {
        try await ScratchDatabase.with { database in
            let listener = try await Connection.open(database.settings)
            try await listener.listen(to: "channel")
            let backend = try await listener.query("SELECT pg_backend_pid()", as: Int.self)[0]
            async let waiting = listener.nextNotification(within: .seconds(600))
            let other = try await Connection.open(database.settings)
            try await other.execute("SELECT pg_terminate_backend(\(backend)::integer)")
            do {
                _ = try await waiting
                Issue.record("it still waits")
            } catch PostgresError.unavailable(let reason, _) {
                #expect(reason == .connectionLost)
            }
            await other.close()
        }
    }
}
