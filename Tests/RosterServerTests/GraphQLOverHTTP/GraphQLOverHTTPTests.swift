import HTTPTypes
import HummingbirdTesting
import JSON
import Roster
import Testing

@testable import RosterServer

struct GraphQLOverHTTPTests {
    private static let create = #"""
        {"query":"mutation { createProvider(input: {name: \"Made up\", providerSdkId: \"made-up\"}) { id } }"}
        """#

    @Test("a query and a mutation are answered, by the router and over a socket", arguments: [false, true])
    func answers(live: Bool) async throws {
        try await LiveSite.with(live ? .live : .router) { site in
            let created = try await site.post(Self.create)
            #expect(created.status == .ok)
            #expect(try created.json["data"]?["createProvider"]?["id"]?.stringValue != nil)
            let read = try await site.post(#"{"query":"{ providers { totalCount } viewer { role } }"}"#)
            #expect(read.status == .ok)
            #expect(read.headers[.contentType] == "application/json; charset=utf-8")
            #expect(try read.json == ["data": ["providers": ["totalCount": 1], "viewer": ["role": "ADMIN"]]])
        }
    }

    @Test("a query is answered by GET, with variables, and a mutation is not and changes nothing")
    func get() async throws {
        try await LiveSite.with { site in
            let query = "query=query(%24n:Int){providers(first:%24n){totalCount}}&variables=%7B%22n%22:1%7D"
            let read = try await site.send(.get, "/graphql?\(query)", headers: site.bearer)
            #expect(read.status == .ok)
            #expect(try read.json == ["data": ["providers": ["totalCount": 0]]])
            let version = site.registry.snapshot.version
            let refused = try await site.send(
                .get, "/graphql?query=mutation{clearDefaultModel{version}}", headers: site.bearer)
            #expect(refused.status == .methodNotAllowed)
            #expect(refused.headers[.allow] == "POST")
            #expect(try refused.code == "BAD_USER_INPUT")
            #expect(site.registry.snapshot.version == version)
        }
    }

    @Test("a bad document is 400 in the GraphQL media type and 200 in application/json")
    func mediaTypes() async throws {
        try await LiveSite.with { site in
            let json = site.bearer.merging([.contentType: "application/json"])
            let types: [(String, HTTPResponse.Status)] = [
                ("application/graphql-response+json", .badRequest), ("application/json", .ok),
            ]
            for (type, status) in types {
                let answer = try await site.post(#"{"query":"{ nope }"}"#, headers: json.merging([.accept: type]))
                #expect(answer.status == status)
                #expect(answer.headers[.contentType] == "\(type); charset=utf-8")
                #expect(try answer.code == "GRAPHQL_VALIDATION_FAILED")
            }
            let other = try await site.post(#"{"query":"{ nope }"}"#, headers: json.merging([.accept: "text/html"]))
            #expect(other.status == .notAcceptable)
        }
    }

    @Test(
        "a body that is not declared to be JSON is refused, and nothing in it is done",
        arguments: [
            nil, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "text/plain;application/json", "application/json; charset=latin1", "application/graphql",
        ]
    )
    func contentType(type: String?) async throws {
        try await LiveSite.with { site in
            var headers = site.bearer
            headers[.contentType] = type
            let answer = try await site.post(Self.create, headers: headers)
            #expect(answer.status == .unsupportedMediaType)
            #expect(try answer.code == "BAD_USER_INPUT")
            #expect(site.registry.snapshot.version == 0)
        }
    }

    @Test("the charset of a body may be said, if it is the right one", arguments: ["utf-8", "UTF-8"])
    func charset(name: String) async throws {
        try await LiveSite.with { site in
            let headers = site.bearer.merging([.contentType: "application/json; charset=\(name)"])
            let okay = try await site.post(#"{"query":"{ __typename }"}"#, headers: headers).status
            #expect(okay == .ok)
        }
    }

    @Test("a broken body is 400, whatever it was to be")
    func brokenBody() async throws {
        try await LiveSite.with { site in
            for body in ["", "{", "[]", #"{"query":1}"#, #"{"query":"{a}","variables":"{}"}"#] {
                let answer = try await site.post(body)
                #expect(answer.status == .badRequest)
                #expect(try answer.code == "BAD_USER_INPUT")
            }
        }
    }

    @Test("a document nested 10,000 deep is refused as too deep")
    func deepDocument() async throws {
        try await LiveSite.with { site in
            let answer = try await site.post(#"{"query":"\#(String(repeating: "{a", count: 10_000))"}"#)
            #expect(try answer.code == "LIMIT_EXCEEDED")
        }
    }
}
