import GraphQL
import JSON
import OrderedCollections
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("The API of tokens")
struct TokenAPITests {
    static let create = """
        mutation ($name: String!, $role: Role!, $expiresAt: DateTime) {
          createToken(input: { name: $name, role: $role, expiresAt: $expiresAt }) {
            secret
            token { id name role hint createdAt lastUsedAt expiresAt revokedAt }
          }
        }
        """
    static let revoke = "mutation ($id: ID!) { revokeToken(id: $id) { id revokedAt } }"

    @Test("makes a token that works at once, shows its secret once, and ends it")
    func life() async throws {
        try await LiveAPI.withAdministrator { api, admin in
            let made = try await api.run(Self.create, ["name": "ci", "role": "EDITOR"], as: admin)
            let new = try #require(made["data"]?["createToken"])
            let secret = try #require(new["secret"]?.stringValue)
            let token = try #require(AccessToken(secret))
            #expect(new["token"]?["hint"]?.stringValue == token.hint)
            #expect(new["token"]?["id"] == "token_2")
            let viewer = try #require(try api.live.registry.viewer(presenting: token))
            #expect(viewer == Viewer(name: "ci", role: .editor, token: ID(2)))
            #expect(api.live.registry.isCurrent(viewer))
            let who = try await api.run("{ viewer { name role tokenId } }", as: viewer)
            #expect(who["data"]?["viewer"] == ["name": "ci", "role": "EDITOR", "tokenId": "token_2"])

            let listed = try await api.run("{ tokens { name revokedAt } }", as: admin)
            #expect(
                listed["data"]?["tokens"] == [
                    ["name": "administrator", "revokedAt": nil], ["name": "ci", "revokedAt": nil],
                ])
            #expect(try await !api.live.dump().contains(secret))

            let revoked = try await api.run(Self.revoke, ["id": "token_2"], as: admin)
            #expect(revoked["data"]?["revokeToken"]?["revokedAt"]?.stringValue != nil)
            #expect(try api.live.registry.viewer(presenting: token) == nil)
            #expect(!api.live.registry.isCurrent(viewer))
            // Once more is no change; the ended token changes nothing, even where it was let in before it ended.
            #expect(try await api.errors(Self.revoke, ["id": "token_2"], as: admin) == [])
            #expect(
                try await api.errors("mutation { clearDefaultModel { version } }", as: viewer) == ["UNAUTHENTICATED"])
            #expect(api.live.registry.snapshot.version == 2)
            #expect(try await api.live.reloaded() == api.live.registry.snapshot)
        }
    }

    static let refused: [(OrderedDictionary<String, JSONValue>, String)] = [
        (["name": " ", "role": "EDITOR"], "BAD_USER_INPUT input.name"),
        (["name": .string(String(repeating: "a", count: 256)), "role": "EDITOR"], "BAD_USER_INPUT input.name"),
        (["name": "a", "role": "EDITOR", "expiresAt": "2001-01-01T00:00:00Z"], "BAD_USER_INPUT input.expiresAt"),
        (["name": "a", "role": "OWNER"], "BAD_USER_INPUT role"),
        (["name": "a", "role": "EDITOR", "expiresAt": "soon"], "BAD_USER_INPUT expiresAt"),
    ]

    @Test("refuses what makes no token", arguments: refused)
    func bad(variables: OrderedDictionary<String, JSONValue>, error: String) async throws {
        try await LiveAPI.withAdministrator { api, admin in
            let errors = try await api.errors(Self.create, variables, as: admin)
            #expect(errors == [error])
            #expect(api.live.registry.snapshot.tokens.all.map(\.id) == [ID(1)])
        }
    }

    @Test("keeps the last administrator, but lets one take the place of another in one operation")
    func lastAdministrator() async throws {
        try await LiveAPI.withAdministrator { api, admin in
            let alone = try await api.errors(Self.revoke, ["id": "token_1"], as: admin)
            #expect(alone == ["ADMINISTRATOR_REQUIRED id"])
            let unknown = try await api.errors(Self.revoke, ["id": "provider_1"], as: admin)
            #expect(unknown == ["NOT_FOUND id"])
            let successor = try await api.errors(
                """
                mutation {
                  createToken(input: { name: "next", role: ADMIN }) { token { id } }
                  revokeToken(id: "token_1") { id }
                }
                """, as: admin)
            #expect(successor == [])
            let usable = api.live.registry.snapshot.tokens.all.filter { $0.isValid(at: .now) }
            #expect(usable.map(\.name.text) == ["next"])
        }
    }

    @Test("is left to one of two administrators who revoke each other at once, on two servers")
    func mutualRevocation() async throws {
        try await LiveAPI.withAdministrator { api, _ in
            let registries = [
                api.live.registry,
                try await Registry.open(api.live.pool, keyring: api.live.keyring, logger: LiveRegistry.logger),
            ]
            for round in 0..<500 {
                let pair = try await Self.administrators(api)
                try await registries[1].catchUp()
                await withTaskGroup { group in
                    for (own, other) in [(0, 1), (1, 0)] {
                        group.addTask {
                            let viewer = Viewer(name: "admin", role: .admin, token: pair[own])
                            _ = try? await registries[own].mutate(as: viewer) { try await $0.revokeToken(pair[other]) }
                        }
                    }
                }
                try await api.live.registry.catchUp()
                let left = api.live.registry.snapshot.tokens.all.filter { $0.isValid(at: .now) && $0.role == .admin }
                try #require(left.count == 1, "round \(round)")
            }
        }
    }

    /// Exactly two usable administrators.
    private static func administrators(_ api: LiveAPI) async throws -> [ID<Token>] {
        let usable = api.live.registry.snapshot.tokens.all.filter { $0.isValid(at: .now) }.map(\.id)
        let viewer = Viewer(name: "admin", role: .admin, token: usable.first)
        let new = try await api.live.mutate(as: viewer) {
            try await $0.createToken(CreateTokenInput(name: "admin", role: .admin))
        }
        return usable + [new.token.id]
    }

    @Test("cannot be lost for good: a start makes an administrator's token where all have expired")
    func recovery() async throws {
        try await LiveAPI.withAdministrator { api, _ in
            try await api.live.execute("UPDATE tokens SET expires_at = 1")
            let other = try await Registry.open(api.live.pool, keyring: api.live.keyring, logger: LiveRegistry.logger)
            let token = try #require(try await other.createAdministrator())
            #expect(try other.viewer(presenting: token)?.role == .admin)
            #expect(try await other.createAdministrator() == nil)
            #expect(other.snapshot.version == 1)
            try await api.live.registry.catchUp()
            #expect(try api.live.registry.viewer(presenting: token)?.role == .admin)
        }
    }

    @Test("ends a token when its time comes")
    func expiry() async throws {
        try await LiveAPI.withAdministrator { api, admin in
            let new = try await api.live.mutate(as: admin) {
                try await $0.createToken(
                    CreateTokenInput(
                        name: "brief", role: .admin,
                        expiresAt: Instant(secondsSince1970: Instant.now.secondsSince1970 + 60)))
            }
            let book = api.live.registry.snapshot.tokens
            let hash = try new.secret.hash
            let viewer = try #require(book.viewer(holding: hash, at: .now))
            #expect(book.isCurrent(viewer, at: .now))
            let end = try #require(new.token.expiresAt)
            #expect(book.viewer(holding: hash, at: end) == nil)
            #expect(!book.isCurrent(viewer, at: end))
        }
    }

    @Test("tells when a token was last used, with one write for many requests")
    func lastUse() async throws {
        try await LiveAPI.withAdministrator { api, admin in
            let new = try await api.live.mutate(as: admin) {
                try await $0.createToken(CreateTokenInput(name: "ci", role: .viewer))
            }
            let list = { try await api.run("{ tokens { lastUsedAt } }", as: admin)["data"]?["tokens"]?[1] }
            #expect(try await list() == ["lastUsedAt": nil])
            for _ in 0..<100 { _ = try api.live.registry.viewer(presenting: new.secret) }
            let recent = try #require(try await list()?["lastUsedAt"]?.stringValue)
            let stored = SQL("SELECT last_used_at FROM tokens WHERE id = 2")
            #expect(try await api.live.query(stored, as: Int?.self) == [nil])
            try await api.live.registry.saveTokenUses()
            let saved = try await api.live.query(stored, as: Int?.self)
            #expect(saved == [Instant(recent)?.secondsSince1970])
            // An older use does not take the place of a newer one, and other servers see it.
            try await api.live.execute("UPDATE tokens SET last_used_at = 4102444800 WHERE id = 2")
            _ = try api.live.registry.viewer(presenting: new.secret)
            try await api.live.registry.saveTokenUses()
            #expect(try await list() == ["lastUsedAt": "2100-01-01T00:00:00Z"])
            #expect(api.live.registry.snapshot.version == 1)
        }
    }
}
