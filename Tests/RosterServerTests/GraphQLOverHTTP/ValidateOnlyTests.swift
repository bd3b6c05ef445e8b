import HTTPTypes
import HummingbirdTesting
import JSON
import Roster
import Testing

@testable import RosterServer

struct ValidateOnlyTests {
    private static func body(_ query: String, variables: String = "{}") -> String {
        #"{"query":"\#(query)","variables":\#(variables),"extensions":{"validateOnly":true}}"#
    }

    @Test("a valid document is said to be valid, and nothing runs")
    func valid() async throws {
        try await LiveSite.with { site in
            let mutation =
                #"mutation { createProvider(input: {name: \"Made up\", providerSdkId: \"made-up\"}) { id } }"#
            let answer = try await site.post(Self.body(mutation))
            #expect(try answer.json == ["data": nil, "extensions": ["validateOnly": true]])
            #expect(site.registry.snapshot.version == 0)
            let subscription = try await site.post(Self.body("subscription { registryChanged { version } }"))
            #expect(try subscription.json["errors"] == nil)
        }
    }

    @Test("what is neither true nor false is refused, lest something run that was only to be looked at")
    func wrongType() async throws {
        try await LiveSite.with { site in
            let mutation =
                #"mutation { createProvider(input: {name: \"Made up\", providerSdkId: \"made-up\"}) { id } }"#
            for value in [#""true""#, "1", "[]", "{}"] {
                let answer = try await site.post(#"{"query":"\#(mutation)","extensions":{"validateOnly":\#(value)}}"#)
                #expect(answer.status == .badRequest)
                #expect(site.registry.snapshot.version == 0)
            }
        }
    }

    @Test("variables are looked at where they are sent")
    func variables() async throws {
        try await LiveSite.with { site in
            let query = "query($n: Int!) { models(first: $n) { totalCount } }"
            for (variables, code) in [("{}", nil), (#"{"n":1}"#, nil), (#"{"n":"x"}"#, "BAD_USER_INPUT")] {
                let answer = try await site.post(Self.body(query, variables: variables))
                #expect(try answer.code == code)
            }
        }
    }

    @Test(
        "what is wrong with a document is said as if it had been run",
        arguments: [("{", "GRAPHQL_PARSE_FAILED"), ("{ nope }", "GRAPHQL_VALIDATION_FAILED")]
    )
    func invalid(query: String, code: String) async throws {
        try await LiveSite.with { site in
            let answer = try await site.post(Self.body(query))
            #expect(try answer.code == code)
        }
    }
}
