import HummingbirdTesting
import Testing

@testable import RosterServer

/// Requests that a proxy in front could understand in another way than this server (RFC 9112 section 11.2).
struct SmugglingTests {
    private static let hidden = "GET /fast HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test(
        "what can be read in two ways is refused, and nothing behind it is answered",
        arguments: [
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nabcd",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 4\r\n\r\nabcd",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: +4\r\n\r\nabcd",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -4\r\n\r\nabcd",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nabcd",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x1\r\nx\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;a\nb\r\nx\r\n0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nx",
            "GET /fast HTTP/1.1\nHost: a\n\n",
            "GET /fast HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
            "GET /fast HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
            "GET /fast HTTP/1.1\r\nHost : a\r\n\r\n",
            "GET /fast HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
            "GET /fast HTTP/1.1\r\n\r\n", "GET /f\u{E9}st HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /fast HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "\u{301}", count: 129))\r\n\r\n",
            "GET /fast HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET http://b/fast HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /fast HTTP/2.0\r\nHost: a\r\n\r\n",
            "GET /fast\r\n\r\n",
            "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
            "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\r\n\r\n",
        ]
    )
    func refused(request: String) async throws {
        try await BareServer.with(limits: ServerLimits()) { server in
            let answer = try await server.exchange(request + Self.hidden)
            #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(answer.components(of: "HTTP/1.1 2") == 0)
        }
    }

    @Test("a method that nothing takes is refused as such", arguments: ["QUERY", "PROPFIND", "PURGE", "M-SEARCH"])
    func methods(name: String) async throws {
        try await BareServer.with(limits: ServerLimits()) { server in
            let answer = try await server.exchange("\(name) /fast HTTP/1.1\r\nHost: a\r\n\r\n" + Self.hidden)
            #expect(answer.hasPrefix("HTTP/1.1 501 Not Implemented\r\n"))
            #expect(answer.components(of: "HTTP/1.1 2") == 0)
        }
    }

    @Test("a hundred requests sent at once are answered in their order, and what is wrong behind them is refused last")
    func pipelined() async throws {
        try await BareServer.with(limits: ServerLimits()) { server in
            let numbered = (0..<100).map {
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \("<\($0)>".utf8.count)\r\n\r\n<\($0)>"
            }
            let answer = try await server.exchange(numbered.joined() + "GET /fast HTTP/1.1\r\nHost : a\r\n\r\n")
            #expect(answer.matches(of: /<(\d+)>/).compactMap { Int($0.1) } == Array(0..<100))
            #expect(answer.components(of: "HTTP/1.1 200 ") == 100)
            #expect(answer.components(of: "HTTP/1.1 400 ") == 1)
        }
    }

    @Test("an answer to HTTP/1.0, which keeps no connections, ends the connection")
    func old() async throws {
        try await BareServer.with(limits: ServerLimits()) { server in
            let answer = try await server.exchange("GET /fast HTTP/1.0\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 ") || answer.hasPrefix("HTTP/1.0 200 "))
        }
    }

    @Test("a host may be named in the target too, if it is the same")
    func absoluteForm() async throws {
        try await BareServer.with(limits: ServerLimits()) { server in
            let answer = try await server.exchange("GET http://a/fast HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test(
        "an offer of another protocol that is not taken up is answered as if it had not been made",
        arguments: [
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\n",
            "Upgrade: made-up\r\nConnection: Upgrade\r\n", "Upgrade: websocket\r\nConnection: Upgrade\r\n",
            "Upgrade: websocket\r\n",
        ])
    func offers(fields: String) async throws {
        try await LiveSite.with(.live) { site in
            let port = try #require(site.client.port)
            let body = #"{"query":"{ viewer { role } }"}"# + String(repeating: " ", count: 100_000)
            let common = "Host: a\r\nAuthorization: Bearer \(site.token)\r\n\(fields)"
            let post = "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\n\(common)"
            for request in [
                "\(post)Content-Length: \(body.utf8.count)\r\n\r\n\(body)",
                "GET /graphql?query=%7Bviewer%7Brole%7D%7D HTTP/1.1\r\n\(common)\r\n",
            ] {
                let answer = try await RawConnection.exchange(request, port: port)
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(answer.contains(#"{"data":{"viewer":{"role":"ADMIN"}}}"#))
            }
        }
    }

    @Test("what follows a request for another protocol is not kept, and the connection ends with the answer")
    func upgrade() async throws {
        try await BareServer.with(limits: ServerLimits()) { server in
            let request = "GET /fast HTTP/1.1\r\nHost: a\r\nUpgrade: made-up\r\nConnection: Upgrade\r\n\r\n"
            let answer = try await server.exchange(request + Self.hidden + String(repeating: "x", count: 500_000))
            #expect(answer.components(of: "HTTP/1.1 200 ") == 1)
            #expect(answer.contains("\r\nConnection: close\r\n"))
        }
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        ranges(of: text).count
    }
}
