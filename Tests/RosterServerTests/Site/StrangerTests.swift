import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import RosterServer

/// What someone without a token can learn: that a Roster is there, and nothing of what is in it or what it is made of.
struct StrangerTests {
    @Test("no path says more to a stranger than that it is there", arguments: [HTTPRequest.Method.get, .post, .delete])
    func paths(method: HTTPRequest.Method) async throws {
        try await LiveSite.with { site in
            _ = try await site.post(
                #"{"query":"mutation{createProvider(input:{name:\"Hidden\",providerSdkId:\"hidden\"}){id}}"}"#)
            for path in [
                "/graphql", "/graphql?query={__typename}", "/graphql?query={__schema{types{name}}}", "/metrics",
                "/v1/models", "/v1/models/hidden:x", "/v1/chat/completions", "/v1/embeddings", "/api/config/providers",
                "/api/config/providers/1", "/api/model-registry", "/session", "/nowhere", "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd", "/.git/config", "/livez", "/readyz",
            ] {
                let headers: HTTPFields = method == .post ? [.contentType: "application/json"] : [:]
                let answer = try await site.send(method, path, headers: headers, body: method == .post ? "{}" : nil)
                let text = String(buffer: answer.body)
                #expect(!text.lowercased().contains("hidden"), "\(path)")
                #expect(!text.lowercased().contains("hummingbird"), "\(path)")
                #expect(!text.contains(/\d+\.\d+\.\d+/), "\(path)")
                #expect(answer.headers[.server] == nil)
                #expect(answer.headers[values: .init("X-Powered-By") ?? .server].isEmpty)
                #expect(answer.headers[values: .init("Roster-Version") ?? .server].isEmpty, "\(path)")
                let isOpen = path.hasSuffix("z") && method == .get || path == "/session" && method == .delete
                #expect((answer.status.kind == .successful) == isOpen, "\(method) \(path)")
            }
        }
    }
}
