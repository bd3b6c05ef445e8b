import GraphQL
import JSON
import OrderedCollections
import Postgres
import Testing
import Vault

@testable import Roster

@Suite("The API of changes")
struct ChangesAPITests {
    static let document = """
        query ($entity: ID, $first: Int, $after: String) {
          changes(entity: $entity, first: $first, after: $after) {
            edges { cursor node { version kind entity actor summary fields { field before after } } }
            nodes { at }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """

    /// A history of two providers and a model, with keys.
    private func withHistory(_ body: (LiveAPI, Viewer) async throws -> Void) async throws {
        try await LiveAPI.withAdministrator { api, admin in
            let key = Secret("\(LiveAPI.canary)-00000000001234")
            try await api.live.mutate { transaction in
                var new = NewProvider.sample("a", models: ["x"], default: "x")
                new.apiKey = key
                _ = try await transaction.createProvider(new)
            }
            try await api.live.mutate(as: Viewer(name: "bob", role: .editor)) { transaction in
                _ = try await transaction.updateProvider(
                    ID(1), ProviderPatch(name: .set("B"), apiKey: .clear, isEnabled: .keep), expectedVersion: nil)
                try await transaction.clearDefaultModel()
            }
            try await api.live.mutate(as: admin) { transaction in
                let new = try await transaction.createToken(CreateTokenInput(name: "ci", role: .viewer))
                _ = try await transaction.revokeToken(new.token.id)
            }
            try await body(api, admin)
        }
    }

    private func summaries(_ response: JSONValue) -> [String] {
        response["data"]?["changes"]?["edges"]?.arrayValue?.compactMap { edge in
            let node = edge["node"]
            guard let actor = node?["actor"]?.stringValue, let summary = node?["summary"]?.stringValue,
                case .int(let version) = node?["version"]
            else { return nil }
            return "\(version) \(actor): \(summary)"
        } ?? []
    }

    @Test("tells who did what, newest first, and of tokens to administrators only")
    func newestFirst() async throws {
        try await withHistory { api, admin in
            let everything = try await api.run(Self.document, as: admin)
            let configuration = [
                "2 bob: Took the default from model x", "2 bob: Changed name, apiKey of provider A",
                "1 ann: Created model x", "1 ann: Created provider A",
            ]
            #expect(
                summaries(everything)
                    == ["3 administrator: Revoked token ci", "3 administrator: Created token ci"] + configuration)
            #expect(summaries(try await api.run(Self.document)) == configuration)
            #expect(summaries(try await api.run(Self.document, ["entity": "token_2"])) == [])
            #expect(summaries(try await api.run(Self.document, ["entity": "token_2"], as: admin)).count == 2)
            #expect(summaries(try await api.run(Self.document, ["entity": "provider_1"])).count == 2)
            #expect(summaries(try await api.run(Self.document, ["entity": "' OR true --"])) == [])
        }
    }

    @Test("tells each field before and after in the order of the API, and never a key")
    func fields() async throws {
        try await withHistory { api, admin in
            let response = try await api.run(Self.document, ["entity": "provider_1"], as: admin)
            let edges = try #require(response["data"]?["changes"]?["edges"]?.arrayValue)
            let changed = try #require(edges[0]["node"]?["fields"]?.arrayValue)
            #expect(changed[0] == ["field": "name", "before": "A", "after": "B"])
            #expect(changed[1]["field"] == "apiKey")
            #expect(changed[1]["before"]?.stringValue?.hasPrefix("set, ends in 1234, fingerprint ") == true)
            #expect(changed[1]["after"] == JSONValue.null)
            let created = try #require(edges[1]["node"]?["fields"]?.arrayValue)
            #expect(created.map { $0["field"] } == ["name", "providerSdkId", "apiKey", "isEnabled"])
            #expect(created.allSatisfy { $0["before"] == JSONValue.null })
            #expect(created[3]["after"] == "true")
        }
    }

    @Test("is read page by page, to the end, whatever the size of the pages")
    func pages() async throws {
        try await withHistory { api, admin in
            let whole = summaries(try await api.run(Self.document, as: admin))
            for size in 1...7 {
                var read: [String] = []
                var cursor = JSONValue.null
                while true {
                    let response = try await api.run(
                        Self.document, ["first": .int(size), "after": cursor], as: admin)
                    let page = try #require(response["data"]?["changes"])
                    read += summaries(response)
                    #expect(page["pageInfo"]?["hasPreviousPage"] == .bool(cursor != .null))
                    guard page["pageInfo"]?["hasNextPage"] == true else { break }
                    cursor = try #require(page["pageInfo"]?["endCursor"])
                }
                #expect(read == whole)
            }
        }
    }

    @Test(
        "takes no cursor of another list, and no page that is too large",
        arguments: ["", "00", "zz", "312e2d31", "70726f76696465725f312041", "392e3939393939393939393939"])
    func badArguments(cursor: String) async throws {
        try await LiveAPI.with { api in
            let isCursor = cursor == "312e2d31"
            let errors = try await api.errors(Self.document, ["after": .string(cursor)])
            #expect(errors == (isCursor ? [] : ["BAD_USER_INPUT after"]))
            #expect(try await api.errors(Self.document, ["first": 1001]) == ["BAD_USER_INPUT first"])
            #expect(try await api.errors(Self.document, ["first": 0]) == [])
        }
    }

    @Test("is unavailable while the database is away, and says so")
    func away() async throws {
        try await LiveAPI.with { api in
            try await api.live.database.drop()
            #expect(try await api.errors(Self.document) == ["UNAVAILABLE"])
            #expect(api.live.registry.isStale)
        }
    }
}
