import GraphQL
import JSON
import OrderedCollections
import Testing
import Vault

@testable import Roster

@Suite("Publications")
struct PublicationTests {
    @Test("tell the current snapshot first, then the newest, and end with the server")
    func newestOnly() async throws {
        try await LiveRegistry.with { live in
            var snapshots = live.registry.publications().makeAsyncIterator()
            #expect(await snapshots.next()?.version == 0)
            for name in ["a", "b", "c"] { try await live.mutate { _ = try await $0.createProvider(.sample(name)) } }
            #expect(await snapshots.next()?.version == 3)
            live.registry.endPublications()
            #expect(await snapshots.next() == nil)
            let late = await live.registry.publications().reduce(into: []) { $0.append($1.version) }
            #expect(late == [3])
        }
    }

    @Test("let a caller wait for a version, but not longer than it likes")
    func waiting() async throws {
        try await LiveRegistry.with { live in
            #expect(await live.registry.waitForVersion(0, within: .zero))
            #expect(await !live.registry.waitForVersion(1, within: .milliseconds(10)))
            async let isThere = live.registry.waitForVersion(2, within: .seconds(60))
            for name in ["a", "b"] { try await live.mutate { _ = try await $0.createProvider(.sample(name)) } }
            #expect(await isThere)
            async let isStopped = live.registry.waitForVersion(3, within: .seconds(60))
            live.registry.endPublications()
            #expect(await !isStopped)
        }
    }
}

@Suite("The subscription registryChanged")
struct RegistryChangedTests {
    private static let document = """
        subscription ($after: Int) {
          registryChanged(afterVersion: $after) { version at registry { version providers { name } } }
        }
        """

    /// A subscription that has begun.
    private func responses(
        _ api: LiveAPI, after version: Int?, as viewer: Viewer = LiveRegistry.ann
    ) async throws -> ResponseStream {
        let documents = DocumentCache(schema: try RosterSchema.schema)
        let operation = try documents.document(Self.document).operation(
            named: nil, variables: ["after": version.map { .int($0) } ?? .null])
        return try await operation.subscribe(in: APIContext(api.live.registry, viewer: viewer))
    }

    private func next(_ responses: inout ResponseStream.AsyncIterator) async throws -> JSONValue? {
        guard let response = try await responses.next() else { return nil }
        return try JSONValue(parsing: String(decoding: response.body, as: UTF8.self))["data"]?["registryChanged"]
    }

    @Test("tells what was missed as one event, then every change, each with the whole registry")
    func missed() async throws {
        try await LiveAPI.with { api in
            for name in ["a", "b"] { try await api.live.mutate { _ = try await $0.createProvider(.sample(name)) } }
            var behind = try await responses(api, after: 0).makeAsyncIterator()
            let first = try await next(&behind)
            #expect(first?["version"] == 2)
            #expect(first?["registry"] == ["version": 2, "providers": [["name": "A"], ["name": "B"]]])
            #expect(first?["at"]?.stringValue.flatMap(Instant.init) == api.live.registry.snapshot.changedAt)
            var abreast = try await responses(api, after: 2).makeAsyncIterator()
            var ahead = try await responses(api, after: 3).makeAsyncIterator()
            for name in ["c", "d"] {
                try await api.live.mutate { _ = try await $0.createProvider(.sample(name)) }
                if name == "c" {
                    #expect(try await next(&behind)?["version"] == 3)
                    #expect(try await next(&abreast)?["version"] == 3)
                }
            }
            #expect(try await next(&behind)?["version"] == 4)
            #expect(try await next(&ahead)?["version"] == 4)
            api.live.registry.endPublications()
            #expect(try await next(&behind) == nil)
        }
    }
}
