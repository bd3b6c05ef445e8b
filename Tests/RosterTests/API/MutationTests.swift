import GraphQL
import JSON
import OrderedCollections
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("Mutations")
struct MutationTests {
    static let create = """
        mutation ($input: CreateProviderInput!) {
          createProvider(input: $input) {
            id name providerSdkId baseUrl imageUrl isEnabled version
            apiKey { status hint fingerprint setAt }
            models { id name modelSdkId isDefault isEnabled version provider { id } }
          }
        }
        """

    static let acme: JSONValue = [
        "name": "Acme", "providerSdkId": "acme", "baseUrl": "https://ACME.example/v1/",
        "apiKey": "sk-made-up-canary-1234", "imageUrl": "/images/acme.svg",
        "models": [
            ["name": "One", "modelSdkId": "acme:one", "isDefault": true],
            ["name": "Two", "modelSdkId": "acme:two:latest", "isEnabled": false],
        ],
    ]

    @Test("create a provider with its models, and answer everything but the key")
    func create() async throws {
        try await LiveAPI.with { api in
            let response = try await api.run(Self.create, ["input": Self.acme])
            let provider = try #require(response["data"]?["createProvider"])
            #expect(response["errors"] == nil)
            #expect(provider["baseUrl"] == "https://acme.example/v1")
            #expect(provider["apiKey"]?["status"] == "READY")
            #expect(provider["apiKey"]?["hint"] == "1234")
            #expect(provider["models"]?[0]?["isDefault"] == true)
            #expect(provider["models"]?[0]?["provider"]?["id"] == provider["id"])
            #expect(provider["models"]?[1]?["modelSdkId"] == "acme:two:latest")
            #expect(provider["version"] == 1)
            #expect(try await api.live.reloaded() == api.live.registry.snapshot)
        }
    }

    @Test("take effect whole or not at all, and say every error with its code and field")
    func atomic() async throws {
        try await LiveAPI.with { api in
            try await api.run(Self.create, ["input": Self.acme])
            let before = api.live.registry.snapshot
            let document = """
                mutation {
                  good: createProvider(input: { name: "Good", providerSdkId: "good" }) { id }
                  bad: createProvider(input: { name: "Acme", providerSdkId: "acme", baseUrl: "ftp://x" }) { id }
                }
                """
            let response = try await api.run(document)
            #expect(response["data"] == JSONValue.null)
            let errors = response["errors"]?.arrayValue ?? []
            #expect(
                errors.map { $0["extensions"]?["field"] } == ["input.name", "input.providerSdkId", "input.baseUrl"])
            #expect(errors.map { $0["extensions"]?["code"] } == ["ALREADY_EXISTS", "ALREADY_EXISTS", "BAD_USER_INPUT"])
            #expect(errors.allSatisfy { $0["path"] == ["bad"] })
            #expect(api.live.registry.snapshot == before)
            #expect(try await api.live.reloaded() == before)
            #expect(try await api.live.query("SELECT count(*) FROM changes WHERE version > 1", as: Int.self) == [0])
        }
    }

    @Test("see what earlier ones of their operation did: one sets the default, the next deletes the old one")
    func inOrder() async throws {
        try await LiveAPI.with { api in
            let created = try await api.run(Self.create, ["input": Self.acme])
            let models = try #require(created["data"]?["createProvider"]?["models"])
            let (one, two) = (try #require(models[0]?["id"]), try #require(models[1]?["id"]))
            let delete = "mutation ($one: ID!) { deleteModel(id: $one) }"
            #expect(try await api.errors(delete, ["one": one]) == ["DEFAULT_MODEL_REQUIRED id"])
            let response = try await api.run(
                """
                mutation ($one: ID!, $two: ID!) {
                  setModelsEnabled(ids: [$two], isEnabled: true) { id isEnabled }
                  setDefaultModel(id: $two) { isDefault provider { models(filter: { isEnabled: true }) { id } } }
                  deleteModel(id: $one)
                }
                """,
                ["one": one, "two": two])
            #expect(response["data"]?["setDefaultModel"]?["isDefault"] == true)
            #expect(response["data"]?["setDefaultModel"]?["provider"]?["models"]?.arrayValue?.count == 2)
            #expect(response["data"]?["deleteModel"] == one)
            #expect(api.live.registry.snapshot.version == 2)
            #expect(api.live.registry.snapshot.defaultModel?.model.sdkID.text == "acme:two:latest")
            let kinds = try await api.live.query(
                "SELECT kind FROM changes WHERE version = 2 ORDER BY ordinal", as: String.self)
            #expect(kinds == ["UPDATED", "DEFAULT_CLEARED", "DEFAULT_SET", "DELETED"])
            let cleared = try await api.run(
                "mutation { clearDefaultModel { version defaultModelId defaultModel { id } } }")
            #expect(
                cleared["data"]?["clearDefaultModel"]
                    == ["version": 3, "defaultModelId": nil, "defaultModel": nil])
        }
    }

    @Test("with a patch keep, clear and replace")
    func patches() async throws {
        try await LiveAPI.with { api in
            try await api.run(Self.create, ["input": Self.acme])
            let update = """
                mutation ($patch: ProviderPatch!) {
                  updateProvider(id: "provider_1", patch: $patch) {
                    name baseUrl imageUrl apiKey { status } models { modelSdkId }
                  }
                }
                """
            let kept = try await api.run(update, ["patch": ["imageUrl": nil, "providerSdkId": "emca"]])
            #expect(
                kept["data"]?["updateProvider"] == [
                    "name": "Acme", "baseUrl": "https://acme.example/v1", "imageUrl": nil,
                    "apiKey": ["status": "READY"],
                    "models": [["modelSdkId": "emca:one"], ["modelSdkId": "emca:two:latest"]],
                ])
            #expect(
                try await api.errors(update, ["patch": ["baseUrl": "https://else.example"]])
                    == ["KEY_REENTRY_REQUIRED patch.apiKey"])
            let removed = try await api.run(update, ["patch": ["baseUrl": "https://else.example", "apiKey": nil]])
            #expect(removed["data"]?["updateProvider"]?["apiKey"]?["status"] == "MISSING")
        }
    }

    @Test("that come too late are told the current version and who made it")
    func conflict() async throws {
        try await LiveAPI.with { api in
            try await api.run(Self.create, ["input": Self.acme])
            let bob = Viewer(name: "bob", role: .admin)
            let update = """
                mutation { updateProvider(id: "provider_1", patch: { name: "Bob's" }, expectedVersion: 1) { version } }
                """
            try await api.run(update, as: bob)
            let response = try await api.run(update)
            let extensions = response["errors"]?[0]?["extensions"]
            #expect(
                extensions == [
                    "code": "CONFLICT", "field": "expectedVersion", "currentVersion": 2, "changedBy": "bob",
                ])
            #expect(api.live.registry.snapshot.version == 2)
        }
    }

    static let missing = [
        #"mutation { updateProvider(id: "provider_9", patch: {}) { id } }"#: "NOT_FOUND id",
        #"mutation { updateProvider(id: "model_1", patch: {}) { id } }"#: "NOT_FOUND id",
        #"mutation { deleteProvider(id: "nonsense") }"#: "NOT_FOUND id",
        #"mutation { deleteModel(id: "provider_1") }"#: "NOT_FOUND id",
        #"mutation { updateModel(id: "model_9", patch: {}) { id } }"#: "NOT_FOUND id",
        #"mutation { setDefaultModel(id: "") { id } }"#: "NOT_FOUND id",
        #"mutation { setModelsEnabled(ids: ["x"], isEnabled: true) { id } }"#: "NOT_FOUND ids.0",
        #"mutation { createModel(input: {provider: {name: "x"}, name: "x", modelSdkId: "x:y"}) { id } }"#:
            "NOT_FOUND input.provider",
    ]

    @Test("of what does not exist say so")
    func notFound() async throws {
        try await LiveAPI.with { api in
            for (document, error) in Self.missing {
                let found = try await api.errors(document)
                #expect(found == [error], "\(document)")
            }
        }
    }

    @Test("store keys as ciphertexts that open here only, and leave them nowhere else")
    func keys() async throws {
        try await LiveAPI.with { api in
            try await api.run(Self.create, ["input": Self.acme])
            try await api.run(
                """
                mutation ($key: String) { updateProvider(id: "provider_1", patch: { apiKey: $key }) { apiKey { hint } } }
                """, ["key": "sk-made-up-canary-5678"])
            let dump = try await api.live.dump()
            #expect(!dump.contains(LiveAPI.canary))
            #expect(!dump.contains(Array("made-up-canary".utf8).map { String($0, radix: 16) }.joined()))
            #expect(dump.contains("set, ends in 1234, fingerprint"))
            let provider = try #require(try await api.live.reloaded().provider(ID(1))).provider
            #expect(try api.live.registry.keys.open(provider) == Secret("sk-made-up-canary-5678"))
        }
    }

    @Test("do not repeat a secret that stands in a wrong place")
    func misplacedSecret() async throws {
        try await LiveAPI.with { api in
            let wrong: [JSONValue] = [
                ["name": "A", "providerSdkId": "a", "isEnabled": "sk-made-up-canary"],
                ["name": "A", "providerSdkId": "a", "apiKey": ["sk-made-up-canary"]],
                ["name": "A", "providerSdkId": "sk-made-up-canary:", "baseUrl": "sk-made-up-canary"],
                ["name": "A", "providerSdkId": "a", "sk-made-up-canary": 1],
            ]
            for input in wrong {
                let response = try await api.run(Self.create, ["input": input])
                #expect(response["errors"]?.arrayValue?.isEmpty == false)
            }
        }
    }
}
