import GraphQL
import JSON
import OrderedCollections
import Postgres
import Testing

@testable import Roster

@Suite("Real providers")
struct RealDataTests {
    @Test("go in by one document with variables, come out of the registry, and change their default in one operation")
    func round() async throws {
        try await LiveAPI.with { api in
            for provider in realProviders {
                let errors = try await api.errors(
                    "mutation ($input: CreateProviderInput!) { createProvider(input: $input) { id } }",
                    ["input": provider.json])
                #expect(errors == [])
            }
            let expected = realProviders.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            let registry = try await api.run("{ registry { providers { providerSdkId models { modelSdkId } } } }")
            let found = registry["data"]?["registry"]?["providers"]?.arrayValue ?? []
            #expect(found.map { $0["providerSdkId"]?.stringValue } == expected.map(\.sdkID))
            #expect(
                Set(found.flatMap { $0["models"]?.arrayValue ?? [] }.compactMap { $0["modelSdkId"]?.stringValue })
                    == Set(realProviders.flatMap(\.models).map(\.sdkID)))

            let id = { (sdkID: String) async throws -> JSONValue in
                let document = "query ($id: String!) { model(by: { modelSdkId: $id }) { id } }"
                return try await api.run(document, ["id": .string(sdkID)])["data"]?["model"]?["id"] ?? .null
            }
            let (old, new) = (try await id("openai:gpt-4o-mini"), try await id("lmstudio:llama3.2:3b-instruct"))
            let first = try await api.errors("mutation ($id: ID!) { setDefaultModel(id: $id) { id } }", ["id": old])
            #expect(first == [])
            let second = try await api.errors(
                "mutation ($old: ID!, $new: ID!) { setDefaultModel(id: $new) { id } deleteModel(id: $old) }",
                ["old": old, "new": new])
            #expect(second == [])
            #expect(try await api.live.reloaded().defaultModel?.model.sdkID.text == "lmstudio:llama3.2:3b-instruct")
            let keys = try await api.live.query(
                "SELECT api_key FROM providers WHERE api_key IS NOT NULL", as: [UInt8].self)
            #expect(keys.count == realProviders.count)
            #expect(try await !api.live.dump().contains(LiveAPI.canary))
        }
    }
}

extension NewProvider {
    /// The provider as variables, with a made-up key.
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "providerSdkId": .string(sdkID), "baseUrl": baseURL.map(JSONValue.string) ?? .null,
            "apiKey": .string("sk-made-up-canary-\(sdkID)-0000"),
            "models": .array(models.map { ["name": .string($0.name), "modelSdkId": .string($0.sdkID)] }),
        ]
    }
}
