import GraphQL
import HTTPTypes
import HummingbirdTesting
import JSON
import NIOCore
import OrderedCollections
import Postgres
import Roster
import Testing
import Vault

@testable import RosterServer

struct GatewayTests {
    private static let hello = #"{"model":"up:tiny","messages":[{"role":"user","content":"hi"}]}"#

    private func with(
        limits: UpstreamLimits = UpstreamLimits(),
        _ body: @Sendable (LiveSite, Upstream) async throws -> Void
    ) async throws {
        try await Upstream.with { upstream in
            try await LiveSite.with(.live, upstreamLimits: limits) { site in
                try await site.store("up", at: "\(upstream.plain)/v1")
                try await body(site, upstream)
            }
        }
    }

    private func error(_ response: TestResponse) throws -> String? {
        let error = try response.json["error"]
        #expect(error?["message"]?.stringValue?.isEmpty == false)
        #expect(error?["type"]?.stringValue?.isEmpty == false)
        return error?["code"]?.stringValue
    }

    @Test("a request goes to the provider of its model as it was sent, but for the model's name and the key")
    func passedOn() async throws {
        try await with { site, upstream in
            let body = #"{ "temperature":0.70, "model" : "up:tiny", "seed":12345678901234567890, "messages":[] }"#
            let trace: HTTPFields = try [
                #require(HTTPField.Name("traceparent")): "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                .contentType: "application/json", .cookie: "made-up=1", .authorization: "Bearer \(site.token)",
            ]
            let answer = try await site.chat(body, headers: trace)
            #expect(answer.status == .ok)
            #expect(try answer.json["choices"]?[0]?["message"]?["content"] == "You said: ")
            let seen = try #require(try await upstream.requests().last)
            #expect(seen["path"] == "/v1/chat/completions")
            #expect(
                seen["body"] == #"{ "temperature":0.70, "model" : "tiny", "seed":12345678901234567890, "messages":[] }"#
            )
            #expect(seen["headers"]?["authorization"] == .string("Bearer \(LiveSite.canary)"))
            #expect(seen["headers"]?["traceparent"] == "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            #expect(seen["headers"]?["cookie"] == nil)
        }
    }

    @Test("without a model, or with null, the default is used; without a default that is refused")
    func defaultModel() async throws {
        try await with { site, upstream in
            for body in [#"{"messages":[]}"#, #"{"model":null}"#] {
                let refused = try await site.chat(body)
                #expect(refused.status == .badRequest)
                #expect(try error(refused) == "model_required")
            }
            try await site.store("main", at: "\(upstream.plain)/v1", isDefault: true)
            for body in [#"{"messages":[]}"#, #"{"model":null}"#] {
                #expect(try await site.chat(body).status == .ok)
                #expect(try await upstream.requests().last?["body"]?.stringValue?.contains(#""model":"tiny""#) == true)
            }
        }
    }

    @Test("what is disabled is refused in words, and what is not there is not found")
    func disabled() async throws {
        try await with { site, upstream in
            let path = "/v1/models/up:tiny"
            let shown = try await site.send(.get, path, headers: site.bearer)
            #expect(try shown.json["id"] == "up:tiny")
            let id = try #require(site.registry.snapshot.model(ModelSDKID("up:tiny"))?.model.id)
            try await site.mutate { _ = try await $0.setModelsEnabled([id], false) }
            for response in try await [site.chat(Self.hello), site.send(.get, path, headers: site.bearer)] {
                #expect(response.status == .forbidden)
                #expect(try error(response) == "model_disabled")
            }
            let list = try await site.send(.get, "/v1/models", headers: site.bearer)
            #expect(try list.json == ["object": "list", "data": []])
            let provider = try #require(site.registry.snapshot.providers.first { _ in true }?.provider.id)
            try await site.mutate {
                _ = try await $0.updateProvider(provider, ProviderPatch(isEnabled: .set(false)), expectedVersion: nil)
            }
            let refused = try await site.chat(Self.hello)
            #expect(refused.status == .forbidden)
            #expect(try error(refused) == "provider_disabled")
            for name in ["up:none", "none:tiny", "tiny", ""] {
                let unknown = try await site.chat(#"{"model":"\#(name)"}"#)
                #expect(unknown.status == .notFound)
                #expect(try error(unknown) == "model_not_found")
            }
            #expect(try await upstream.requests().isEmpty)
        }
    }

    @Test("an answer that flows ends with the token that asked for it")
    func revoked() async throws {
        try await with { site, upstream in
            try await site.store("forever", at: "\(upstream.plain)/forever/v1")
            let create = #"mutation { createToken(input: {name: "a", role: MEMBER}) { secret token { id } } }"#
            let made = try await site.query(create)["data"]?["createToken"]
            let secret = try #require(made?["secret"]?.stringValue)
            #expect(made?["token"]?["id"] == "token_2")
            let body = #"{"model":"forever:tiny","stream":true,"messages":[]}"#
            let fields: HTTPFields = [.authorization: "Bearer \(secret)", .contentType: "application/json"]
            async let answer = site.chat(body, headers: fields)
            while try await upstream.streams("open") != 1 {}
            // The client has one connection, on which the answer flows.
            try await site.mutate { _ = try await $0.revokeToken(ID(2)) }
            let text = String(buffer: try await answer.body)
            #expect(text.contains("again") && text.contains(#""code":"UNAUTHENTICATED""#))
            while try await upstream.streams("abandoned") != 1 {}
        }
    }

    @Test("models whose ids hold slashes and colons are found, and named to their provider whole")
    func spellings() async throws {
        try await with { site, upstream in
            let name = "up:Vendor/Large-2@latest:free"
            try await site.mutate { transaction in
                _ = try await transaction.createModel(
                    NewModel(name: "Large", sdkID: name, isEnabled: true, isDefault: false), of: .sdkID("up"))
            }
            for path in [name, "up%3AVendor%2FLarge-2%40latest%3Afree"] {
                let model = try await site.send(.get, "/v1/models/\(path)", headers: site.bearer)
                #expect(try model.json["id"]?.stringValue == name)
            }
            let answer = try await site.chat(#"{"model":"\#(name)","messages":[]}"#)
            #expect(try answer.json["model"] == "Vendor/Large-2@latest:free")
        }
    }

    @Test("members may, viewers and strangers may not, and all of them are told in the shape of the OpenAI API")
    func access() async throws {
        try await with { site, _ in
            let stranger = try await site.chat(Self.hello, headers: [.contentType: "application/json"])
            #expect(stranger.status == .unauthorized)
            #expect(try error(stranger) == "UNAUTHENTICATED")
            let list = try await site.send(.get, "/v1/models")
            #expect(list.status == .unauthorized)
            let wrongMethod = try await site.send(.get, "/v1/chat/completions", headers: site.bearer)
            #expect(wrongMethod.status == .methodNotAllowed)
            _ = try error(wrongMethod)
            let unknownPath = try await site.send(.get, "/v1/nothing", headers: site.bearer)
            #expect(unknownPath.status == .notFound)
            _ = try error(unknownPath)
            let text = try await site.chat(Self.hello, headers: site.bearer.merging([.contentType: "text/plain"]))
            #expect(text.status == .unsupportedMediaType)
            _ = try error(text)
        }
        try await LiveSite.with(anonymousRole: .viewer) { site in
            let answer = try await site.chat(Self.hello, headers: [.contentType: "application/json"])
            #expect(answer.status == .unauthorized)
        }
        try await LiveSite.with(anonymousRole: .member) { site in
            let answer = try await site.chat(Self.hello, headers: [.contentType: "application/json"])
            #expect(answer.status == .notFound)
        }
    }

    @Test("a provider that fails is told of in Roster's words, and its key in nobody's")
    func failures() async throws {
        var limits = UpstreamLimits()
        limits.firstByte = .seconds(5)
        let expected: [(behaviour: String, status: Int, code: String)] = [
            ("unauthorized", 502, "provider_key"), ("forbidden", 502, "provider_key"),
            ("limited", 429, "rate_limit_exceeded"), ("failing", 502, "provider_refused"),
            ("missing", 404, "provider_refused"), ("redirect", 502, "provider_failed"),
            ("html", 502, "provider_failed"), ("garbage", 502, "provider_failed"), ("empty", 502, "provider_failed"),
            ("bomb", 502, "provider_failed"), ("silent", 504, "provider_failed"),
            ("dripheader", 504, "provider_failed"),
        ]
        try await with(limits: limits) { site, upstream in
            for (behaviour, status, code) in expected {
                try await site.store(behaviour, at: "\(upstream.plain)/\(behaviour)/v1")
                let answer = try await site.chat(#"{"model":"\#(behaviour):tiny","messages":[]}"#)
                #expect(answer.status.code == status, "\(behaviour)")
                #expect(try error(answer) == code, "\(behaviour)")
                #expect(!String(buffer: answer.body).contains("canary"))
                #expect(answer.headers[.retryAfter] == (behaviour == "limited" ? "7" : nil))
            }
            try await site.store("tls", at: "\(upstream.secure)/v1")
            #expect(try await error(site.chat(#"{"model":"tls:tiny"}"#)) == "provider_unreachable")
            try await site.store("nowhere", at: nil)
            let nowhere = try await site.chat(#"{"model":"nowhere:tiny"}"#)
            #expect(nowhere.status == .badRequest)
            #expect(try error(nowhere) == "provider_address")
            try await site.store("echo", at: "\(upstream.plain)/echo/v1")
            let echo = try await site.chat(#"{"model":"echo:tiny"}"#)
            #expect(echo.status == .ok)
            #expect(try echo.json["authorization"]?.stringValue?.hasPrefix("Bearer ***") == true)
            #expect(!echo.headers.contains { $0.name.rawName.lowercased().hasPrefix("x-echo") })
        }
    }

    @Test("a key that was moved to another row or host is not opened, and nobody is called")
    func movedKey() async throws {
        try await with { site, upstream in
            let address = upstream.plain.replacing("127.0.0.1", with: "localhost")
            try await site.execute("UPDATE providers SET base_url = \(address) WHERE provider_sdk_id = 'up'")
            let again = try await site.reopened()
            #expect(throws: VaultError.self) {
                let entry = try ModelChoice.entry("up:tiny", in: again.snapshot)
                _ = try again.keys.endpoint(of: entry.provider.provider)
            }
            #expect(throws: GatewayRefusal.self) { _ = try ModelChoice("up:tiny", in: again) }
            #expect(try await upstream.requests().isEmpty)
        }
    }
}
