import GraphQL
import JSON
import Testing

@testable import Roster

struct StrangerTests {
    @Test(
        "a caller without a role learns nothing of the schema, neither by asking nor by guessing",
        arguments: [
            "{ __schema { queryType { name } } }", "{ __type(name: \"Query\") { name } }", "{ regisrty { version } }",
            "{ registry { versoin } }", "{ __typename }", "{", "{ provider(by: {nmae: \"x\"}) { id } }",
            "{ registry { version } }",
        ]
    )
    func stranger(query: String) async throws {
        try await LiveAPI.with { api in
            let response = try await api.run(query, as: .anonymous())
            #expect(response["data"] == nil)
            let refusal = try await api.run("{ registry { version } }", as: .anonymous())
            #expect(refusal["errors"]?[0]?["extensions"]?["code"] == "UNAUTHENTICATED")
            #expect(response == refusal)
        }
    }

    @Test("a short document that goes to and fro between providers and models is given up")
    func toAndFro() async throws {
        try await LiveAPI.with { api in
            try await api.live.mutate { transaction in
                for name in ["a", "b", "c"] {
                    _ = try await transaction.createProvider(.sample(name, models: ["w", "x", "y", "z"]))
                }
            }
            func nested(_ depth: Int) -> String {
                "{ providers { nodes { " + String(repeating: "models { provider { ", count: depth) + "id"
                    + String(repeating: " } }", count: depth) + " } } }"
            }
            #expect(try await api.run(nested(3))["errors"] == nil)
            let refused = try await api.run(nested(9))
            #expect(refused["errors"]?[0]?["extensions"]?["code"] == "LIMIT_EXCEEDED")
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
