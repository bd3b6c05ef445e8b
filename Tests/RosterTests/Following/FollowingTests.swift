import GraphQL
import JSON
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("A server that follows another")
struct FollowingTests {
    private static let long = Duration.seconds(3600)
    private static let patience = Duration.seconds(60)

    /// Another server over the same database, which follows it at that pace for the length of `body`.
    private func follow(
        _ live: LiveRegistry, at pace: Registry.Pace, _ body: (Registry) async throws -> Void
    ) async throws {
        let pool = Pool(live.database.settings, logger: LiveRegistry.logger)
        let other = try await Registry.open(pool, keyring: live.keyring, logger: LiveRegistry.logger)
        let result: Result<Void, any Error> = await withTaskGroup { group in
            group.addTask { await other.run(at: pace) }
            defer { group.cancelAll() }
            do { return .success(try await body(other)) } catch { return .failure(error) }
        }
        await other.finish()
        await pool.close()
        try result.get()
    }

    /// Never polls, so that it sees nothing but what it is told.
    private static var listening: Registry.Pace {
        var pace = Registry.Pace()
        (pace.poll, pace.retry) = (long, .milliseconds(10))
        return pace
    }

    private static let listeners: SQL = """
        FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN%'
        """

    @Test("hears of a change and of a revoked token")
    func hears() async throws {
        try await LiveAPI.withAdministrator { api, admin in
            try await follow(api.live, at: Self.listening) { other in
                let new = try await api.live.mutate(as: admin) {
                    try await $0.createToken(CreateTokenInput(name: "ci", role: .viewer))
                }
                #expect(await other.waitForVersion(1, within: Self.patience))
                let viewer = try #require(try other.viewer(presenting: new.secret))
                var events = RegistryEvents(registry: other, viewer: viewer, afterVersion: nil).makeAsyncIterator()
                _ = try await api.live.mutate(as: admin) { try await $0.revokeToken(new.token.id) }
                #expect(await other.waitForVersion(2, within: Self.patience))
                #expect(try other.viewer(presenting: new.secret) == nil)
                #expect(!other.isCurrent(viewer))
                #expect(await events.next(isolation: nil)?.snapshot.version == nil)
            }
        }
    }

    @Test("listens again when its connection is ended, and reads what it missed")
    func cut() async throws {
        try await LiveRegistry.with { live in
            try await follow(live, at: Self.listening) { other in
                try await live.mutate { _ = try await $0.createProvider(.sample("p0")) }
                #expect(await other.waitForVersion(1, within: Self.patience))
                for round in 1...10 {
                    // Between two connections there is nobody who listens.
                    let latest = ContinuousClock.now + Self.patience
                    var ended: [Bool] = []
                    while ended.isEmpty, .now < latest {
                        ended = try await live.query(
                            "SELECT pg_terminate_backend(pid) " + Self.listeners, as: Bool.self)
                    }
                    #expect(ended == [true])
                    try await live.mutate { _ = try await $0.createProvider(.sample("p\(round)")) }
                    #expect(await other.waitForVersion(round + 1, within: Self.patience))
                }
                #expect(other.snapshot == live.registry.snapshot)
            }
        }
    }

    @Test("finds by itself what nobody told it, and then listens anew")
    func polls() async throws {
        try await LiveRegistry.with { live in
            var pace = Registry.Pace()
            (pace.poll, pace.retry) = (.milliseconds(10), .milliseconds(10))
            try await follow(live, at: pace) { other in
                try await live.mutate { _ = try await $0.createProvider(.sample("a")) }
                #expect(await other.waitForVersion(1, within: Self.patience))
                try await live.pool.transaction { connection in
                    try await connection.execute("UPDATE providers SET name = 'Z', version = 2")
                    try await connection.execute(
                        """
                        INSERT INTO changes (version, ordinal, at, actor, kind, entity, summary, before, after)
                        VALUES (2, 0, 1, 'a', 'UPDATED', 'provider_1', 's', '{}', '{}')
                        """)
                    try await connection.execute("UPDATE registry SET version = 2")
                }
                #expect(await other.waitForVersion(2, within: Self.patience))
                #expect(other.snapshot.provider(ID(1))?.provider.name.text == "Z")
            }
        }
    }

    @Test("says that it is stale while the database is away, refuses changes at once, and recovers")
    func outage() async throws {
        try await LiveRegistry.with { live in
            var pace = Registry.Pace()
            (pace.poll, pace.retry) = (.milliseconds(20), .milliseconds(20))
            try await live.mutate { _ = try await $0.createProvider(.sample("a")) }
            let keeper = try await Connection.open(live.database.settings.database("postgres"))
            let name = try #require(
                try await live.query("SELECT current_database()::text", as: String.self).first)
            try await follow(live, at: pace) { other in
                let api = LiveAPI(
                    live: LiveRegistry(
                        registry: other, pool: other.pool, database: live.database, keyring: live.keyring),
                    service: try GraphQLService(other, logger: LiveRegistry.logger))
                for _ in 0..<3 {
                    try await keeper.execute("ALTER DATABASE \(SQL.Identifier(name)) ALLOW_CONNECTIONS false")
                    try await keeper.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(name)")
                    while !other.isStale { await Task.yield() }
                    let refused = try await api.errors("mutation { clearDefaultModel { version } }")
                    #expect(refused == ["UNAVAILABLE"])
                    let read = try await api.run("{ registry { providers { name } } }")
                    #expect(read["extensions"] == ["stale": true])
                    #expect(read["data"]?["registry"]?["providers"]?[0]?["name"] == "A")
                    try await keeper.execute("ALTER DATABASE \(SQL.Identifier(name)) ALLOW_CONNECTIONS true")
                    while other.isStale { await Task.yield() }
                    let accepted = try await api.errors("mutation { clearDefaultModel { version } }")
                    #expect(accepted == [])
                }
            }
            await keeper.close()
        }
    }

    @Test("tells whoever keeps a connection open that a token has expired")
    func expiry() async throws {
        try await LiveAPI.withAdministrator { api, admin in
            var pace = Self.listening
            pace.expiry = .milliseconds(10)
            try await follow(api.live, at: pace) { other in
                let end = Instant(secondsSince1970: Instant.now.secondsSince1970 + 2)
                let new = try await api.live.mutate(as: admin) {
                    try await $0.createToken(CreateTokenInput(name: "brief", role: .viewer, expiresAt: end))
                }
                #expect(await other.waitForVersion(1, within: Self.patience))
                let viewer = Viewer(name: "brief", role: .viewer, token: new.token.id)
                var events = RegistryEvents(registry: other, viewer: viewer, afterVersion: nil).makeAsyncIterator()
                #expect(await events.next(isolation: nil)?.snapshot.version == nil)
                #expect(!other.isCurrent(viewer))
            }
        }
    }

    @Test("writes down uses of tokens now and then, and once more at its end")
    func uses() async throws {
        try await LiveRegistry.with { live in
            let token = try #require(try await live.registry.createAdministrator())
            let used = {
                try await live.query("SELECT last_used_at FROM tokens WHERE last_used_at > 1", as: Int.self).count
            }
            var pace = Self.listening
            pace.save = .milliseconds(10)
            try await follow(live, at: pace) { other in
                _ = try await other.catchUp(anew: true)
                _ = try other.viewer(presenting: token)
                while try await used() == 0 { await Task.yield() }
            }
            try await live.execute("UPDATE tokens SET last_used_at = 1")
            try await follow(live, at: Self.listening) { other in
                _ = try other.viewer(presenting: token)
                #expect(try await used() == 0)
            }
            #expect(try await used() == 1)
        }
    }
}
