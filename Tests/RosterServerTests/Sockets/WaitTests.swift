import NIOPosix
import Testing

@testable import RosterServer

/// How long a connection may take, over real sockets with short limits: each of these ends by the server's closing.
struct WaitTests {
    private static func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        limits.linger = .milliseconds(50)
        change(&limits)
        return limits
    }

    private static let host = "Host: localhost\r\n"

    @Test("a connection on which nothing comes is closed without a word", arguments: ["", "\r\n"])
    func silence(text: String) async throws {
        let limits = Self.limits { $0.headerTime = .milliseconds(60) }
        try await BareServer.with(limits: limits) { server in
            let answer = try await server.exchange(text)
            #expect(answer.isEmpty)
        }
    }

    @Test("a header that does not end is answered with 408")
    func header() async throws {
        let limits = Self.limits { $0.headerTime = .seconds(1) }
        try await BareServer.with(limits: limits) { server in
            let open = try await RawConnection.open("GET /fast HTTP/1.1\r\n\(Self.host)\r\n", port: server.port)
            let answer = try await open.exchange("GET /fast HTTP/1.1\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        }
    }

    @Test(
        "a body that does not end is answered with 408",
        arguments: ["Content-Length: 10\r\n\r\nx", "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"]
    )
    func body(rest: String) async throws {
        let limits = Self.limits { $0.bodyTime = .milliseconds(60) }
        try await BareServer.with(limits: limits) { server in
            let answer = try await server.exchange("POST /echo HTTP/1.1\r\n\(Self.host)\(rest)")
            #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
            #expect(answer.contains("\r\nConnection: close\r\n"))
        }
    }

    @Test("between requests a connection is kept for a while, and then closed")
    func idle() async throws {
        let limits = Self.limits { $0.idle = .milliseconds(60) }
        try await BareServer.with(limits: limits) { server in
            let answer = try await server.exchange("GET /fast HTTP/1.1\r\n\(Self.host)\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(!answer.contains("Connection: close"))
        }
    }

    @Test("a request without an answer in time is answered with 503, and one for a provider is given more time")
    func operation() async throws {
        let limits = Self.limits {
            $0.operationTime = .milliseconds(60)
            $0.upstreamTime = .milliseconds(500)
        }
        try await BareServer.with(limits: limits) { server in
            let start = ContinuousClock.now
            let own = try await server.exchange("GET /slow HTTP/1.1\r\n\(Self.host)\r\n")
            #expect(own.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
            #expect(own.contains("\r\nRetry-After: "))
            let passedOn = try await server.exchange("GET /v1/slow HTTP/1.1\r\n\(Self.host)\r\n")
            #expect(passedOn.hasPrefix("HTTP/1.1 503 "))
            #expect(start.duration(to: .now) >= .milliseconds(560))
        }
    }

    @Test("a response that flows may take longer than an operation and a body may")
    func streaming() async throws {
        let limits = Self.limits {
            $0.operationTime = .milliseconds(400)
            $0.bodyTime = .milliseconds(400)
            $0.idle = .milliseconds(400)
        }
        try await BareServer.with(limits: limits) { server in
            let answer = try await server.exchange("GET /stream HTTP/1.1\r\n\(Self.host)\r\n")
            #expect(answer.contains("turn 5\n"))
            #expect(answer.hasSuffix("0\r\n\r\n"))
        }
    }

    @Test("a caller that does not read what it asked for is cut off")
    func stall() async throws {
        let limits = Self.limits { $0.writeTime = .milliseconds(60) }
        try await BareServer.with(limits: limits) { server in
            let connection = try RawConnection(port: server.port)
            try connection.send("GET /large HTTP/1.1\r\n\(Self.host)\r\n")
            let isCutOff: Void? = await server.cutOff.first { true }
            #expect(isCutOff != nil)
        }
    }

    @Test("what a caller still sends after it was refused is dropped, and the connection ends")
    func unread() async throws {
        try await BareServer.with(limits: Self.limits { _ in }) { server in
            for path in ["deaf", "nowhere"] {
                let text = "POST /\(path) HTTP/1.1\r\n\(Self.host)Content-Length: 10000000\r\n\r\n"
                let answer = try await server.exchange(text + String(repeating: "x", count: 2_000_000))
                #expect(answer.hasPrefix(path == "deaf" ? "HTTP/1.1 200 " : "HTTP/1.1 404 "))
                #expect(answer.contains("\r\nConnection: close\r\n"))
            }
        }
    }
}
