import HTTPTypes
import HummingbirdTesting
import JSON
import NIOCore
import Roster
import Testing

@testable import RosterServer

struct VersionTests {
    private static let read = "/graphql?query=%7Bregistry%7Bversion%7D%7D"
    private static let create = #"""
        {"query":"mutation { createProvider(input: {name: \"Made up\", providerSdkId: \"made-up\"}) { id } }"}
        """#

    @Test("an answer says of which version it is, and a stranger's refusal does not")
    func version() async throws {
        try await LiveSite.with { site in
            let before = try await site.send(.get, Self.read, headers: site.bearer)
            #expect(before.headers[.rosterVersion] == "0")
            let change = try await site.post(Self.create)
            #expect(change.headers[.rosterVersion] == "1")
            let invalid = try await site.post(#"{"query":"{ nope }"}"#)
            #expect(invalid.headers[.rosterVersion] == "1")
            let stranger = try await site.send(.get, Self.read)
            #expect(stranger.headers[.rosterVersion] == nil)
        }
    }

    @Test("a query by GET is not sent again until there is a new version", arguments: [Audit.json, Audit.graphQL])
    func entityTag(type: String) async throws {
        try await LiveSite.with { site in
            let headers = site.bearer.merging([.accept: type])
            let first = try await site.send(.get, Self.read, headers: headers)
            let tag = try #require(first.headers[.eTag])
            #expect(first.headers[.cacheControl] == "private, no-cache")
            #expect(first.headers[.vary] == "Accept, Authorization, Cookie")
            for field in [tag, "W/\(tag)", #""other", \#(tag)"#, "*"] {
                let same = try await site.send(.get, Self.read, headers: headers.merging([.ifNoneMatch: field]))
                #expect(same.status == .notModified)
                #expect(same.body.readableBytes == 0)
                #expect(same.headers[.eTag] == tag)
                #expect(same.headers[.rosterVersion] == "0")
            }
            _ = try await site.post(Self.create)
            let next = try await site.send(.get, Self.read, headers: headers.merging([.ifNoneMatch: tag]))
            #expect(next.status == .ok)
            #expect(next.headers[.eTag] != tag)
        }
    }

    @Test("documents, variables, operations and media types have tags of their own")
    func distinctTags() async throws {
        let queries = [
            "query=%7Bregistry%7Bversion%7D%7D", "query=%7Bregistry%7Bversion%7D%7D%20",
            "query=query(%24n:Int)%7Bmodels(first:%24n)%7BtotalCount%7D%7D",
            "query=query(%24n:Int)%7Bmodels(first:%24n)%7BtotalCount%7D%7D&variables=%7B%22n%22:1%7D",
            "query=query(%24n:Int)%7Bmodels(first:%24n)%7BtotalCount%7D%7D&variables=%7B%22n%22:2%7D",
            "query=query%20A%7B__typename%7Dquery%20B%7B__typename%7D&operationName=A",
            "query=query%20A%7B__typename%7Dquery%20B%7B__typename%7D&operationName=B",
        ]
        try await LiveSite.with { site in
            var tags: Set<String> = []
            for query in queries {
                for type in [Audit.json, Audit.graphQL] {
                    let headers = site.bearer.merging([.accept: type])
                    let answer = try await site.send(.get, "/graphql?\(query)", headers: headers)
                    let tag = try #require(answer.headers[.eTag])
                    tags.insert(tag)
                }
            }
            #expect(tags.count == queries.count * 2)
        }
    }

    @Test(
        "answers that depend on more than the version are never kept",
        arguments: ["%7Bviewer%7Bname%7D%7D", "%7Bregistry%7Bversion%7Dviewer%7Bname%7D%7D", "%7Bnope%7D"]
    )
    func untagged(query: String) async throws {
        try await LiveSite.with { site in
            let answer = try await site.send(.get, "/graphql?query=\(query)", headers: site.bearer)
            #expect(answer.headers[.eTag] == nil)
            #expect(answer.headers[.cacheControl] == "no-store")
        }
    }

    private static let paths = [read, "/api/model-registry", "/v1/models", "/v1/models/openai:gpt"]

    @Test("a request may ask for a version, and waits for it", arguments: paths.dropLast())
    func minimumVersion(path: String) async throws {
        try await LiveSite.with { site in
            let headers = site.bearer.merging([.rosterMinimumVersion: "1"])
            async let waiting = site.send(.get, path, headers: headers)
            _ = try await site.post(Self.create)
            let answer = try await waiting
            #expect(answer.status == .ok)
            #expect(answer.headers[.rosterVersion] == "1")
        }
    }

    @Test("a version that does not come in time is refused, in words that help", arguments: paths)
    func versionNotReached(path: String) async throws {
        var limits = ServerLimits()
        limits.versionWait = .milliseconds(50)
        try await LiveSite.with(limits: limits) { site in
            let answer = try await site.send(
                .get, path, headers: site.bearer.merging([.rosterMinimumVersion: "99"]))
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.headers[.retryAfter] == "1")
            #expect(String(buffer: answer.body).contains("UNAVAILABLE"))
            for wrong in ["", "-1", "1.5", "x", "99999999999999999999"] {
                let headers = site.bearer.merging([.rosterMinimumVersion: wrong])
                let status = try await site.send(.get, path, headers: headers).status
                #expect(status == .badRequest)
            }
        }
    }
}
