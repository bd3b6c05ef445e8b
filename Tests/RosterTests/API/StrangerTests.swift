import GraphQL
import JSON
import Testing

@testable import Roster

struct StrangerTests {
    @Test(
        "a caller without a role learns nothing of the schema, neither by asking nor by guessing",
        arguments: [
            "{ __schema { queryType { name } } }", "{ __type(name: \"Query\") { name } }", "{ regisrty { version } }",
            "{ registry { versoin } }", "{ provider(by: {nmae: \"x\"}) { id } }", "{ registry { version } }",
        ]
    )
    func stranger(query: String) async throws {
        try await LiveAPI.with { api in
            let response = try await api.run(query, as: .anonymous())
            #expect(response["data"] == nil)
            let messages = (response["errors"]?.arrayValue ?? []).compactMap { $0["message"]?.stringValue }
            #expect(!messages.isEmpty)
            #expect(!messages.contains { $0.contains("Did you mean") })
        }
    }

    @Test("a caller with a role may ask for the schema, and is told what it may have meant")
    func viewer() async throws {
        try await LiveAPI.with { api in
            let viewer = Viewer.anonymous(role: .viewer)
            let schema = try await api.run("{ __schema { queryType { name } } }", as: viewer)
            #expect(schema == ["data": ["__schema": ["queryType": ["name": "Query"]]]])
            let misspelt = try await api.run("{ regisrty { version } }", as: viewer)
            #expect(misspelt["errors"]?[0]?["message"]?.stringValue?.contains("Did you mean") == true)
        }
    }
}
