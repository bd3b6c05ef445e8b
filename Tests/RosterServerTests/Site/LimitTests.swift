import HTTPTypes
import HummingbirdTesting
import Testing

@testable import RosterServer

struct LimitTests {
    private static let limit = 2048

    private static var limits: ServerLimits {
        var limits = ServerLimits()
        limits.body = limit
        return limits
    }

    /// A request of exactly so many bytes.
    private static func body(of count: Int) -> String {
        let start = #"{"query":"{ __typename }","x":""#
        return start + String(repeating: "x", count: count - start.utf8.count - 2) + #""}"#
    }

    @Test("a body at the limit is answered, and one byte more is refused", arguments: [false, true])
    func body(live: Bool) async throws {
        try await LiveSite.with(live ? .live : .router, limits: Self.limits) { site in
            let okay = try await site.post(Self.body(of: Self.limit)).status
            #expect(okay == .ok)
            let refused = try await site.post(Self.body(of: Self.limit + 1))
            #expect(refused.status == .contentTooLarge)
            #expect(try refused.code == "LIMIT_EXCEEDED")
        }
    }

    @Test("an address at the limit is taken, and one byte more is refused")
    func target() async throws {
        try await LiveSite.with(.live) { site in
            let longest = "/livez?" + String(repeating: "x", count: ServerLimits().target - 7)
            let okay = try await site.send(.get, longest).status
            #expect(okay == .ok)
            let refused = try await site.send(.get, longest + "x").status
            #expect(refused == .uriTooLong)
        }
    }

    @Test(
        "a caller that announces or sends too much is answered at once, and then the connection is closed",
        arguments: [
            "Content-Length: 1000000000\r\n\r\n{",
            "Transfer-Encoding: chunked\r\n\r\n1000\r\n" + String(repeating: "x", count: 0x1000) + "\r\n",
        ]
    )
    func closing(rest: String) async throws {
        try await LiveSite.with(.live, limits: Self.limits) { site in
            let fields = "Authorization: Bearer \(site.token)\r\nContent-Type: application/json\r\n"
            let answer = try await RawConnection.exchange(
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\n\(fields)\(rest)", port: #require(site.client.port))
            #expect(answer.hasPrefix("HTTP/1.1 413 "))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(answer.contains("LIMIT_EXCEEDED"))
        }
    }

    @Test("a header field at the limit is taken, and more is refused")
    func header() async throws {
        let name = try #require(HTTPField.Name("X-Padding"))
        try await LiveSite.with(.live) { site in
            let taken = String(repeating: "x", count: ServerLimits().header - 1024)
            let okay = try await site.send(.get, "/livez", headers: [name: taken]).status
            #expect(okay == .ok)
            let refused = String(repeating: "x", count: ServerLimits().header + 1)
            let refusal = try await site.send(.get, "/livez", headers: [name: refused]).status
            #expect(refusal == .requestHeaderFieldsTooLarge)
        }
    }
}
