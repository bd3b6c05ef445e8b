import Testing

@testable import RosterServer

struct OverloadTests {
    private static let request = "GET /fast HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

    @Test("whoever comes when there is no room is told to come again, and is let in when there is")
    func connections() async throws {
        var limits = ServerLimits()
        limits.connections = 2
        try await BareServer.with(limits: limits) { server in
            try await Self.fill(server, with: 2) {
                let refused = try await server.exchange(Self.request)
                #expect(refused.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
                #expect(refused.contains("\r\nRetry-After: "))
                #expect(refused.contains("UNAVAILABLE"))
            }
            // The server learns of the two hang-ups in its own time.
            var answer = ""
            while !answer.hasPrefix("HTTP/1.1 200 ") { answer = try await server.exchange(Self.request) }
        }
    }

    @Test("one address cannot take the room of another")
    func addresses() async throws {
        var limits = ServerLimits()
        limits.connectionsPerAddress = 2
        try await BareServer.with(limits: limits) { server in
            try await Self.fill(server, with: 2) {
                let same = try await server.exchange(Self.request)
                #expect(same.hasPrefix("HTTP/1.1 503 "))
                let other = try await RawConnection.exchange(Self.request, port: server.port, from: 0x7F00_0002)
                #expect(other.hasPrefix("HTTP/1.1 200 "))
            }
        }
    }

    /// Holds so many connections open for the length of `body`.
    private static func fill(_ server: BareServer, with count: Int, _ body: () async throws -> Void) async throws {
        var held: [RawConnection] = []
        for _ in 0..<count {
            held.append(try await RawConnection.open("GET /fast HTTP/1.1\r\nHost: a\r\n\r\n", port: server.port))
        }
        try await body()
        withExtendedLifetime(held) {}
    }

    @Test("a ledger counts each address, and forgets whoever has left")
    func ledger() {
        var limits = ServerLimits()
        limits.connections = 3
        limits.connectionsPerAddress = 2
        let ledger = ConnectionLedger(limits: limits)
        #expect(ledger.enter(.ipv4(1)))
        #expect(ledger.enter(.ipv4(1)))
        #expect(!ledger.enter(.ipv4(1)))
        #expect(ledger.enter(.ipv4(2)))
        #expect(!ledger.enter(.ipv4(3)))
        ledger.leave(.ipv4(1))
        #expect(ledger.enter(.ipv4(3)))
        #expect(ledger.count == 3)
    }
}
