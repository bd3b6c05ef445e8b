import JSON
import OrderedCollections
import Roster
import Testing

@testable import RosterServer

struct ProviderCheckTests {
    private static var limits: UpstreamLimits {
        var limits = UpstreamLimits()
        limits.check = .seconds(8)
        limits.listBody = 100_000
        return limits
    }

    private static let fields = "ok stage httpStatus message latencyMs requestUrl"

    @Test("a check says how far it came with every kind of host, in words that hold nothing of it")
    func stages() async throws {
        let expected: [(behaviour: String, stage: String, status: Int?, part: String)] = [
            ("", "DONE", 200, "3 models"), ("/unauthorized", "AUTHENTICATION", 401, "does not accept the API key"),
            ("/forbidden", "AUTHENTICATION", 403, "does not accept"), ("/limited", "HTTP", 429, "too many requests"),
            ("/failing", "HTTP", 500, "status 500"), ("/missing", "HTTP", 404, "often ends with /v1"),
            ("/redirect", "HTTP", 302, "redirect"), ("/html", "ANSWER", 200, "not JSON"),
            ("/echo", "ANSWER", 200, "not a list"), ("/broken", "ANSWER", 200, "not JSON"),
            ("/garbage", "HTTP", nil, "not answer in HTTP"), ("/empty", "HTTP", nil, "closed the connection"),
            ("/large", "ANSWER", 200, "longer than 100000 bytes"), ("/endless", "ANSWER", 200, "longer than"),
            ("/bomb", "ANSWER", 200, "compression"), ("/silent", "HTTP", nil, "within 8 s"),
            ("/drip", "HTTP", nil, "within 8 s"), ("/dripheader", "HTTP", nil, "within 8 s"),
        ]
        try await Upstream.with { upstream in
            try await LiveSite.with(upstreamLimits: Self.limits) { site in
                for (behaviour, stage, status, part) in expected {
                    let url = "\(upstream.plain)\(behaviour)/v1"
                    let answer = try await site.query(
                        #"{ checkProvider(draft: { baseUrl: "\#(url)", apiKey: "\#(LiveSite.canary)" }) { \#(Self.fields) } }"#
                    )
                    let check = try #require(answer["data"]?["checkProvider"])
                    #expect(check["stage"]?.stringValue == stage, "\(behaviour)")
                    #expect(check["ok"]?.boolValue == (stage == "DONE"))
                    #expect(check["httpStatus"]?.intValue == status, "\(behaviour)")
                    #expect(check["message"]?.stringValue?.contains(part) == true, "\(behaviour) \(check)")
                    #expect(check["requestUrl"]?.stringValue == "\(url)/models")
                    let text = try check.text()
                    #expect(!text.contains("canary"))
                }
            }
        }
    }

    @Test("an operation that takes too long is given up, and so is the call that it waits for")
    func givenUp() async throws {
        try await Upstream.with { upstream in
            var limits = ServerLimits()
            limits.operationTime = .seconds(1)
            try await LiveSite.with(limits: limits) { site in
                let url = "\(upstream.plain)/silent/v1"
                let answer = try await site.query(#"{ checkProvider(draft: { baseUrl: "\#(url)" }) { ok } }"#)
                #expect(answer["errors"]?[0]?["extensions"]?["code"] == "DEADLINE_EXCEEDED")
                while try await upstream.streams("abandoned") != 1 {}
            }
        }
    }

    @Test("one operation calls providers so many times and no more")
    func manyCalls() async throws {
        try await LiveSite.with { site in
            let aliases = (0..<30).map {
                #"a\#($0): checkProvider(draft: { baseUrl: "http://127.0.0.1:1/v1" }) { ok }"#
            }
            let answer = try await site.query("{ \(aliases.joined(separator: " ")) }")
            let errors = answer["errors"]?.arrayValue ?? []
            #expect(errors.count == 10)
            #expect(errors.allSatisfy { $0["extensions"]?["code"] == "LIMIT_EXCEEDED" })
        }
    }

    @Test("a change that takes too long is given up as a whole")
    func changeGivenUp() async throws {
        var limits = ServerLimits()
        limits.operationTime = .zero
        try await LiveSite.with(limits: limits) { site in
            let create = #"createProvider(input: { name: "Made up", providerSdkId: "made-up" }) { id }"#
            let answer = try await site.query("mutation { \(create) }")
            #expect(answer["errors"]?[0]?["extensions"]?["code"] == "DEADLINE_EXCEEDED")
            #expect(site.registry.snapshot.version == 0)
        }
    }

    @Test("a check of a host with a certificate that nobody trusts, and of one that refuses connections, says so")
    func unreachable() async throws {
        try await Upstream.with { upstream in
            try await LiveSite.with { site in
                let tls = try await site.query(
                    #"{ checkProvider(draft: { baseUrl: "\#(upstream.secure)/v1" }) { stage } }"#)
                #expect(tls["data"]?["checkProvider"]?["stage"] == "TLS")
                let plain = upstream.plain.replacing("http:", with: "https:")
                let notTLS = try await site.query(#"{ checkProvider(draft: { baseUrl: "\#(plain)/v1" }) { stage } }"#)
                #expect(notTLS["data"]?["checkProvider"]?["stage"] == "TLS")
                let closed = try await site.query(
                    #"{ checkProvider(draft: { baseUrl: "http://127.0.0.1:1" }) { stage } }"#)
                #expect(closed["data"]?["checkProvider"]?["stage"] == "CONNECT")
                for draft in [#"{ baseUrl: "ftp://x" }"#, #"{ providerSdkId: "nobody-knows" }"#, "{}"] {
                    let none = try await site.query("{ checkProvider(draft: \(draft)) { stage requestUrl } }")
                    #expect(none["data"]?["checkProvider"] == ["stage": "ADDRESS", "requestUrl": ""])
                }
            }
        }
    }

    @Test("a stored key is used for the host it is stored for, and for no other")
    func storedKey() async throws {
        try await Upstream.with { upstream in
            try await LiveSite.with { site in
                try await site.store("up", at: "\(upstream.plain)/v1", key: LiveSite.canary)
                let id = try #require(site.registry.snapshot.providers.first { _ in true }?.provider.id.description)
                func check(_ draft: String) async throws -> JSONValue {
                    try await site.query(#"{ checkProvider(draft: { id: "\#(id)" \#(draft) }) { stage } }"#)
                }
                func lastKey() async throws -> String? {
                    try await upstream.requests().last?["headers"]?["authorization"]?.stringValue
                }
                #expect(try await check("")["data"]?["checkProvider"]?["stage"] == "DONE")
                #expect(try await lastKey() == "Bearer \(LiveSite.canary)")
                let samePlace = try await check(#"baseUrl: "\#(upstream.plain)/echo/v1""#)
                #expect(samePlace["data"]?["checkProvider"]?["stage"] == "ANSWER")
                #expect(try await lastKey() == "Bearer \(LiveSite.canary)")
                _ = try await check("apiKey: null")
                #expect(try await lastKey() == nil)
                let count = try await upstream.requests().count
                let elsewhere = try await check(
                    #"baseUrl: "\#(upstream.plain.replacing("127.0.0.1", with: "localhost"))/v1""#)
                #expect(elsewhere["errors"]?[0]?["extensions"]?["code"] == "KEY_REENTRY_REQUIRED")
                #expect(elsewhere["errors"]?[0]?["extensions"]?["field"] == "draft.apiKey")
                #expect(try await upstream.requests().count == count)
                let unknown = try await site.query(#"{ checkProvider(draft: { id: "provider_99" }) { stage } }"#)
                #expect(unknown["errors"]?[0]?["extensions"]?["code"] == "NOT_FOUND")
            }
        }
    }

    @Test("discovery marks what is new and what is gone, and writes nothing")
    func discovery() async throws {
        try await Upstream.with { upstream in
            try await LiveSite.with { site in
                try await site.store("up", at: "\(upstream.plain)/v1")
                try await site.mutate { transaction in
                    _ = try await transaction.createModel(
                        NewModel(name: "Gone", sdkID: "up:gone", isEnabled: true, isDefault: false), of: .sdkID("up"))
                }
                let version = site.registry.snapshot.version
                let answer = try await site.query(
                    """
                    { discoverModels(provider: { providerSdkId: "up" }) {
                      models { modelSdkId name existing { name } } vanished { modelSdkId } } }
                    """)
                #expect(
                    answer["data"]?["discoverModels"] == [
                        "models": [
                            ["modelSdkId": "up:tiny", "name": "tiny", "existing": ["name": "Tiny"]],
                            [
                                "modelSdkId": "up:Vendor/Large-2@latest:free", "name": "Vendor/Large-2@latest:free",
                                "existing": nil,
                            ],
                            ["modelSdkId": "up:embedding-small", "name": "embedding-small", "existing": nil],
                        ],
                        "vanished": [["modelSdkId": "up:gone"]],
                    ])
                #expect(site.registry.snapshot.version == version)
                try await site.store("down", at: "\(upstream.plain)/unauthorized/v1")
                let refused = try await site.query(
                    #"{ discoverModels(provider: { name: "down" }) { vanished { id } } }"#)
                #expect(refused["errors"]?[0]?["extensions"]?["code"] == "UNAVAILABLE")
                #expect(refused["errors"]?[0]?["extensions"]?["stage"] == "AUTHENTICATION")
            }
        }
    }
}
