import GraphQL
import JSON
import OrderedCollections
import Testing

@testable import Roster

/// The API over a registry in a fresh database of a real server.
struct LiveAPI {
    let live: LiveRegistry
    let service: GraphQLService

    static func with(_ body: (LiveAPI) async throws -> Void) async throws {
        try await LiveRegistry.with { live in
            let service = try GraphQLService(live.registry, logger: LiveRegistry.logger)
            try await body(LiveAPI(live: live, service: service))
        }
    }

    /// With the first start's token, and the viewer that it makes.
    static func withAdministrator(_ body: (LiveAPI, Viewer) async throws -> Void) async throws {
        try await with { api in
            let token = try #require(try await api.live.registry.createAdministrator())
            try await body(api, try #require(try api.live.registry.viewer(presenting: token)))
        }
    }

    /// Runs a document and gives the response as JSON; what it holds may never hold a key.
    @discardableResult
    func run(
        _ query: String,
        _ variables: OrderedDictionary<String, JSONValue> = [:],
        as viewer: Viewer = LiveRegistry.ann
    ) async throws -> JSONValue {
        let response = await service.respond(to: Request(query: query, variables: variables), as: viewer).response
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(!text.contains(Self.canary))
        return try JSONValue(parsing: text)
    }

    /// A made-up part of every made-up key in these tests.
    static let canary = "made-up-canary"

    /// Code and field of each error.
    func errors(
        _ query: String,
        _ variables: OrderedDictionary<String, JSONValue> = [:],
        as viewer: Viewer = LiveRegistry.ann
    ) async throws -> [String] {
        let response = try await run(query, variables, as: viewer)
        return (response["errors"]?.arrayValue ?? []).map { error in
            let (code, field) = (error["extensions"]?["code"]?.stringValue, error["extensions"]?["field"]?.stringValue)
            return [code, field].compactMap(\.self).joined(separator: " ")
        }
    }
}
