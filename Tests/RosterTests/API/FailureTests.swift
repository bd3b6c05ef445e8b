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

    /// What is broken, what is asked, and what mends it again.
    static let damages: [(damage: String, document: String, repair: String)] =
        [
            ("changes", create), ("changes", "{ changes { nodes { summary } } }"), ("tokens", "{ tokens { name } }"),
            ("tokens", #"mutation { createToken(input: { name: "a", role: VIEWER }) { secret } }"#),
            ("providers", create), ("registry", change),
        ].map { table, document in
            ("ALTER TABLE \(table) RENAME TO lost", document, "ALTER TABLE lost RENAME TO \(table)")
        } + [
            (
                """
                CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION ''could not extend file "base/5/16384"'' USING ERRCODE = ''disk_full''; END';
                CREATE TRIGGER fill BEFORE INSERT ON changes EXECUTE FUNCTION fill()
                """, create, "DROP TRIGGER fill ON changes"
            )
        ]

    @Test("what nobody foresaw is told as an id that is in the log too, and as nothing else", arguments: damages)
    func unforeseen(damage: String, document: String, repair: String) async throws {
        try await LiveRegistry.with { live in
            let log = LogBook()
            let service = try GraphQLService(live.registry, logger: Logger(label: "tests") { _ in log })
            let api = LiveAPI(live: live, service: service)
            try await live.pool.withConnection { connection in try await connection.script(damage) }
            let response = try await api.run(document, as: Viewer(name: "admin", role: .admin))
            #expect(response["data"] == JSONValue.null)
            let error = try #require(response["errors"]?[0])
            let id = try #require(error["extensions"]?["id"]?.stringValue)
            #expect(error["extensions"] == ["id": .string(id), "code": "INTERNAL"])
            let words = "Something went wrong inside the server. Its log has the details under the id \(id)."
            #expect(error["message"]?.stringValue == words)
            #expect(log.lines.withLock { lines in lines.contains { $0.contains(id) } })
            try await live.execute(SQL(text: repair))
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
