import HTTPTypes
import HummingbirdTesting
import JSON
import Roster
import Testing

@testable import RosterServer

struct AccessTests {
    @Test("a caller without a token is told how to show one, before the document is looked at")
    func stranger() async throws {
        try await LiveSite.with { site in
            for body in [#"{"query":"{ viewer { name } }"}"#, #"{"query":"{{{"}"#, "{"] {
                let answer = try await site.post(body, headers: [.contentType: "application/json"])
                #expect(answer.status == .unauthorized)
                #expect(answer.headers[.wwwAuthenticate] == #"Bearer realm="roster""#)
                #expect(try answer.code == "UNAUTHENTICATED")
            }
        }
    }

    @Test(
        "a token that is none is refused",
        arguments: [
            "Bearer x", "Basic YTpi", "Bearer", "Bearer \"quoted\"", "Bearer " + String(repeating: "x", count: 10_000),
            "Bearer rst_1K_hTWEYKStDLOnbRUD1lRNtK0AnK13zArBuhKq2u7h8fuUy",
        ]
    )
    func wrongToken(field: String) async throws {
        try await LiveSite.with(anonymousRole: .admin) { site in
            let answer = try await site.send(.get, "/graphql?query={viewer{name}}", headers: [.authorization: field])
            #expect(answer.status == .unauthorized)
            #expect(answer.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
            #expect(try answer.code == "UNAUTHENTICATED")
        }
    }

    @Test("a caller without a token has the anonymous role, and no more than that")
    func anonymousRole() async throws {
        try await LiveSite.with(anonymousRole: .viewer) { site in
            let allowed = try await site.send(.get, "/graphql?query={registry{version}viewer{role}}")
            #expect(try allowed.json == ["data": ["registry": ["version": 0], "viewer": ["role": "VIEWER"]]])
            let refused = try await site.send(
                .get, "/graphql?query={providers{totalCount}}", headers: [.accept: Audit.graphQL])
            #expect(refused.status == .unauthorized)
            #expect(try refused.code == "UNAUTHENTICATED")
        }
    }
}
