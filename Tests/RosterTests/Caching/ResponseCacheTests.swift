import GraphQL
import JSON
import OrderedCollections
import Postgres
import Testing

@testable import Roster

struct ResponseCacheTests {
    private static let query = "{ registry { version } }"
    private static let change =
        #"mutation { createProvider(input: {name: "Made up", providerSdkId: "made-up"}) { id } }"#

    @Test("an answer is kept for all of a role, until there is a new version")
    func life() async throws {
        try await LiveAPI.with { api in
            try await api.run(Self.query)
            #expect(api.service.cacheCounts.hits == 0)
            let again = try await api.run(Self.query, as: Viewer(name: "bob", role: .editor))
            #expect(api.service.cacheCounts.hits == 1)
            #expect(again == ["data": ["registry": ["version": 0]]])
            try await api.run(Self.query, as: Viewer(name: "eve", role: .viewer))
            #expect(api.service.cacheCounts.hits == 1)
            try await api.run(Self.change)
            #expect(try await api.run(Self.query) == ["data": ["registry": ["version": 1]]])
            #expect(api.service.cacheCounts.hits == 1)
        }
    }

    @Test("an answer is forgotten where the database says something else of the same version, or was put back")
    func timelines() async throws {
        try await LiveAPI.with { api in
            let names = "{ providers { nodes { name } } }"
            func name() async throws -> String? {
                try await api.run(names)["data"]?["providers"]?["nodes"]?[0]?["name"]?.stringValue
            }
            try await api.run(Self.change)
            #expect(try await name() == "Made up")
            try await api.live.execute("UPDATE providers SET name = 'Other'")
            #expect(try await api.live.registry.catchUp(anew: true))
            #expect(try await name() == "Other")
            let again = #"mutation { createProvider(input: {name: "Z", providerSdkId: "z"}) { id } }"#
            try await api.run(again)
            #expect(try await name() == "Other")
            for sql in [
                "DELETE FROM providers WHERE id = 2", "UPDATE providers SET name = 'Older'",
                "DELETE FROM changes WHERE version = 2", "UPDATE registry SET version = 1",
            ] { try await api.live.execute(SQL(text: sql)) }
            #expect(try await api.live.registry.catchUp())
            #expect(try await name() == "Older")
            try await api.run(again)
            #expect(try await name() == "Older")
            let hits = api.service.cacheCounts.hits
            #expect(try await name() == "Older")
            #expect(api.service.cacheCounts.hits == hits + 1)
        }
    }

    @Test(
        "what depends on more than role and version is made each time",
        arguments: ["{ viewer { name } }", "{ a: registry { version } b: viewer { name } }", "{ nope }"]
    )
    func notKept(query: String) async throws {
        try await LiveAPI.with { api in
            for _ in 0..<3 { try await api.run(query) }
            #expect(api.service.cacheCounts.hits == 0)
        }
    }

    @Test("documents, operations, variables and roles make requests different, and nothing else does")
    func keys() throws {
        let requests = [
            Request(query: "{a}"), Request(query: "{a }"), Request(query: "{a}", operationName: "A"),
            Request(query: "{a}", operationName: ""),
            Request(query: "{a}", variables: ["n": 1]), Request(query: "{a}", variables: ["n": "1"]),
        ]
        var keys: Set<ResponseCache.Key> = []
        for request in requests {
            for role in Role.allCases { keys.insert(try #require(ResponseCache.Key(request, role: role))) }
        }
        #expect(keys.count == requests.count * Role.allCases.count)
        let named = Request(query: "{a}", extensions: ["persistedQuery": ["version": 1]])
        #expect(ResponseCache.Key(named, role: .viewer) == ResponseCache.Key(Request(query: "{a}"), role: .viewer))
        #expect(ResponseCache.Key(Request(query: "{a}"), role: nil) == nil)
        #expect(ResponseCache.Key(Request(query: "{a}", operationName: "\0"), role: .viewer) == nil)
        #expect(ResponseCache.Key(Request(query: "{a}", extensions: ["validateOnly": true]), role: .viewer) == nil)
        let long = Request(query: String(repeating: "a", count: 65 << 10))
        #expect(ResponseCache.Key(long, role: .viewer) == nil)
    }

    @Test("answers never take more than their bytes")
    func bounded() throws {
        let cache = ResponseCache(bytes: 64 << 10)
        let edition = Snapshot.Edition(timeline: 0, version: 1)
        let answer = AnsweredRequest(Response(errors: [], data: [UInt8](repeating: 0x31, count: 1 << 10)), version: 1)
        for number in 0..<1000 {
            let key = try #require(ResponseCache.Key(Request(query: "{ f\(number) }"), role: .viewer))
            cache.keep(answer, for: key, edition: edition)
        }
        let kept = try (0..<1000).count { number in
            let key = try #require(ResponseCache.Key(Request(query: "{ f\(number) }"), role: .viewer))
            return cache.answer(for: key, edition: edition) != nil
        }
        #expect(kept > 0)
        #expect(kept <= 64)
    }
}
