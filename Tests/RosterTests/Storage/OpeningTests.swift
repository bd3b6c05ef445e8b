import GraphQL
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("Opening a registry")
struct OpeningTests {
    private func withKeys(_ body: (LiveRegistry) async throws -> Void) async throws {
        try await LiveRegistry.with { live in
            try await live.mutate { transaction in
                for name in ["a", "b"] {
                    var new = NewProvider.sample(name)
                    new.baseURL = "https://\(name).example"
                    new.apiKey = Secret("sk-made-up-\(name)-00000000")
                    _ = try await transaction.createProvider(new)
                }
            }
            try await body(live)
        }
    }

    @Test("with a master key that opens nothing is refused before anything is written")
    func wrongKey() async throws {
        try await withKeys { live in
            let before = try await live.dump()
            let other = try Keyring(current: .random())
            let error = await #expect(throws: RegistryError.self) {
                try await Registry.open(live.pool, keyring: other, logger: LiveRegistry.logger)
            }
            guard case .wrongMasterKey(.missing(let needed, let have)) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(needed.map(\.key) == [live.keyring.current.id] && needed.map(\.secrets) == [2])
            #expect(have == [other.current.id])
            #expect(try await live.dump() == before)
        }
    }

    @Test("with a new master key and the old one besides opens everything, and remembers the new one")
    func rotation() async throws {
        try await withKeys { live in
            let both = try Keyring(current: .random(), previous: [live.keyring.current])
            let registry = try await Registry.open(live.pool, keyring: both, logger: LiveRegistry.logger)
            let provider = try #require(registry.snapshot.provider(ID(1))).provider
            #expect(try registry.keys.open(provider) == Secret("sk-made-up-a-00000000"))
            let known = try await live.query("SELECT fingerprint FROM master_keys ORDER BY 1", as: String.self)
            #expect(Set(known) == Set(both.keyIDs.map(\.fingerprint)))
        }
    }

    @Test("without stored keys is possible with any master key, and on an empty database the check passes")
    func nothingStored() async throws {
        try await LiveRegistry.with { live in
            _ = try await Registry.open(
                live.pool, keyring: Keyring(current: .random()), logger: LiveRegistry.logger)
        }
        try await ScratchDatabase.with { database in
            let pool = Pool(database.settings, logger: LiveRegistry.logger)
            try await MasterKeyCheck.run(on: pool, keyring: Keyring(current: .random()))
            await pool.close()
        }
    }

    static let damages = [
        "UPDATE providers SET api_key = '' WHERE id = 1",
        "UPDATE providers SET api_key = substring(api_key FROM 1 FOR 20) WHERE id = 1",
        "UPDATE providers SET api_key = set_byte(api_key, 0, 99) WHERE id = 1",
        "UPDATE providers SET api_key = set_byte(api_key, 5, get_byte(api_key, 5) # 1) WHERE id = 1",
    ]

    @Test("finds a damaged key unreadable and everything else well, until the key is set again", arguments: damages)
    func damage(sql: String) async throws {
        try await withKeys { live in
            try await live.execute(SQL(text: sql))
            let registry = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            let status = { registry.snapshot.providers.map { registry.keys.status(of: $0.provider.key) } }
            #expect(status() == [.unreadable, .ready])
            let provider = try #require(registry.snapshot.provider(ID(1))).provider
            #expect(throws: VaultError.self) { try registry.keys.open(provider) }
            try await registry.mutate(as: LiveRegistry.ann) {
                _ = try await $0.updateProvider(
                    ID(1), ProviderPatch(apiKey: .set(Secret("sk-made-up-again"))), expectedVersion: nil)
            }
            #expect(status() == [.ready, .ready])
        }
    }

    static let moves = [
        "UPDATE providers SET api_key = (SELECT api_key FROM providers WHERE id = 2) WHERE id = 1",
        """
        UPDATE providers AS provider SET api_key = other.api_key, base_url = other.base_url
        FROM providers AS other WHERE provider.id = 1 AND other.id = 2
        """,
        "UPDATE providers SET base_url = 'https://evil.example' WHERE id = 1",
        "UPDATE providers SET base_url = 'https://not a host' WHERE id = 1",
        "UPDATE providers SET base_url = NULL WHERE id = 1",
        "UPDATE registry SET installation_id = gen_random_uuid()",
    ]

    @Test("lets a key open nowhere but where it was set", arguments: moves)
    func moved(sql: String) async throws {
        try await withKeys { live in
            try await live.execute(SQL(text: sql))
            let registry = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            let provider = try #require(registry.snapshot.provider(ID(1))).provider
            #expect(throws: VaultError.notAuthentic) { try registry.keys.open(provider) }
        }
    }
}

@Suite("Tokens")
struct TokenTests {
    @Test("are not made where they cannot be kept")
    func notKept() async throws {
        struct NoRoom: Error {}
        try await LiveRegistry.with { live in
            await #expect(throws: NoRoom.self) {
                try await live.registry.createAdministrator { _ in throw NoRoom() }
            }
            let token = try await live.registry.createAdministrator()
            #expect(token != nil)
        }
    }

    @Test("begin with the administrator's, which is made once")
    func administrator() async throws {
        try await LiveRegistry.with { live in
            let token = try #require(try await live.registry.createAdministrator())
            #expect(
                try live.registry.viewer(presenting: token) == Viewer(name: "administrator", role: .admin, token: ID(1))
            )
            #expect(try await live.registry.createAdministrator() == nil)
            #expect(try live.registry.viewer(presenting: .random()) == nil)
            let other = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            #expect(try other.viewer(presenting: token)?.role == .admin)
            #expect(try await !live.dump().contains(token.secret.withText { $0 }))
            #expect(live.registry.snapshot.version == 0)
        }
    }

    @Test("are made once though four servers start at once")
    func race() async throws {
        try await LiveRegistry.with { live in
            let made = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 { group.addTask { try await live.registry.createAdministrator() != nil } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(made == 1)
        }
    }

    @Test("open nothing once they are revoked or expired", arguments: ["revoked_at = 1", "expires_at = 1"])
    func ended(change: String) async throws {
        try await LiveRegistry.with { live in
            let token = try #require(try await live.registry.createAdministrator())
            try await live.execute(SQL(text: "UPDATE tokens SET \(change)"))
            let other = try await Registry.open(live.pool, keyring: live.keyring, logger: LiveRegistry.logger)
            #expect(try other.viewer(presenting: token) == nil)
        }
    }
}
