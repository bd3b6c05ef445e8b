import HTTPTypes
import HummingbirdTesting
import Testing

@testable import RosterServer

struct RequestIdentityTests {
    @Test("a caller's request id is taken if it is well formed, and otherwise one is made")
    func requestID() async throws {
        try await LiveSite.with { site in
            for id in ["a", "0f8fad5b-d9cb-469f-a165-70867728950e", String(repeating: "x", count: 64)] {
                let answer = try await site.send(.get, "/livez", headers: [.requestID: id])
                #expect(answer.headers[.requestID] == id)
            }
            for id in ["", String(repeating: "x", count: 65), "a b", "a\"b", "é", "a,b"] {
                let answer = try await site.send(.get, "/livez", headers: [.requestID: id])
                #expect(answer.headers[.requestID]?.wholeMatch(of: /[0-9a-f]{32}/) != nil)
            }
        }
    }

    @Test("whoever asks is told how long the server took, and nobody else")
    func timing() async throws {
        try await LiveSite.with { site in
            let asked = try await site.send(.get, "/livez", headers: [.serverTimingWanted: "1"])
            #expect(asked.headers[.serverTiming]?.wholeMatch(of: /total;dur=[0-9.]+/) != nil)
            let silent = try await site.send(.get, "/livez")
            #expect(silent.headers[.serverTiming] == nil)
        }
    }
}
