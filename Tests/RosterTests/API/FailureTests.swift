import GraphQL
import JSON
import Logging
import Postgres
import Synchronization
import Testing

@testable import Roster

@Suite("While the database fails")
struct FailureTests {
    static let change = "mutation { clearDefaultModel { version } }"
    static let create = #"mutation { createProvider(input: { name: "A", providerSdkId: "a" }) { id } }"#

    @Test("queries are answered from the last known state and say so, and changes fail at once")
    func away() async throws {
        try await LiveAPI.with { api in
            try await api.run(Self.create)
            try await api.live.database.drop()
            let refused = try await api.errors(Self.change)
            #expect(refused == ["UNAVAILABLE"])
            let response = try await api.run("{ registry { providers { name } } }")
            #expect(
                response == [
                    "data": ["registry": ["providers": [["name": "A"]]]], "extensions": ["stale": true],
                ])
            await #expect(throws: RegistryError.self) { try await api.live.registry.catchUp() }
        }
    }

    @Test("a change whose connection is cut while it commits, and that is found undone, is unavailable and not unknown")
    func cut() async throws {
        try await LiveAPI.with { api in
            try await api.live.pool.withConnection { connection in
                try await connection.script(
                    """
                    CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
                    CREATE CONSTRAINT TRIGGER hang_up AFTER INSERT ON providers DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION hang_up()
                    """)
            }
            let refused = try await api.errors(Self.create)
            #expect(refused == ["UNAVAILABLE"])
            #expect(api.live.registry.snapshot == Snapshot())
            #expect(try await api.live.reloaded() == Snapshot())
            try await api.live.execute("DROP TRIGGER hang_up ON providers")
            let accepted = try await api.errors(Self.create)
            #expect(accepted == [])
        }
    }

    @Test("what nobody foresaw is told as an id that is in the log too, and as nothing else")
    func unforeseen() async throws {
        try await LiveRegistry.with { live in
            let log = LogBook()
            let logger = Logger(label: "tests") { _ in log }
            let service = try GraphQLService(live.registry, logger: logger)
            let api = LiveAPI(live: live, service: service)
            try await live.execute("ALTER TABLE changes RENAME TO lost")
            for document in [Self.create] {
                let response = try await api.run(document)
                #expect(response["data"] == JSONValue.null)
                let error = try #require(response["errors"]?[0])
                let id = try #require(error["extensions"]?["id"]?.stringValue)
                #expect(error["extensions"]?["code"] == "INTERNAL")
                #expect(error["message"]?.stringValue?.contains("changes") == false)
                #expect(log.lines.withLock { $0.contains { $0.contains(id) && $0.contains("changes") } })
            }
            try await live.execute("ALTER TABLE lost RENAME TO changes")
            #expect(try await live.reloaded() == Snapshot())
        }
    }
}

/// A log that is kept.
private final class LogBook: LogHandler {
    let lines = Mutex<[String]>([])
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
