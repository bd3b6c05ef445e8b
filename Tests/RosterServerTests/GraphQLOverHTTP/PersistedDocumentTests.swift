import GraphQL
import HTTPTypes
import HummingbirdTesting
import JSON
import OrderedCollections
import Roster
import Testing
import Vault

@testable import RosterServer

struct PersistedDocumentTests {
    private static let document = "{ registry { version } }"

    private static func members(query: String?, digest: String) -> String {
        let query = query.map { #""query":"\#($0)","# } ?? ""
        return #"{\#(query)"extensions":{"persistedQuery":{"version":1,"sha256Hash":"\#(digest)"}}}"#
    }

    private static func digest(of document: String) throws -> String {
        try SHA256.hexadecimalDigest(of: Array(document.utf8))
    }

    @Test("a document is asked for once, and then known by its digest, by POST and by GET")
    func life() async throws {
        let digest = try Self.digest(of: Self.document)
        try await LiveSite.with { site in
            let unknown = try await site.post(Self.members(query: nil, digest: digest))
            #expect(unknown.status == .ok)
            #expect(try unknown.code == "PERSISTED_QUERY_NOT_FOUND")
            #expect(try unknown.json["errors"]?[0]?["message"] == "PersistedQueryNotFound")
            let registered = try await site.post(Self.members(query: Self.document, digest: digest.uppercased()))
            let expected: JSONValue = ["data": ["registry": ["version": 0]]]
            #expect(try registered.json == expected)
            let known = try await site.post(Self.members(query: nil, digest: digest))
            #expect(try known.json == expected)
            let extensions = "%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22\(digest)%22%7D%7D"
            let got = try await site.send(.get, "/graphql?extensions=\(extensions)", headers: site.bearer)
            #expect(try got.json == expected)
        }
    }

    @Test("an unknown digest is 404 where the status counts")
    func status() async throws {
        try await LiveSite.with { site in
            let headers = site.bearer.merging([.accept: Audit.graphQL, .contentType: Audit.json])
            let digest = try Self.digest(of: "{ nobody { sent } }")
            let answer = try await site.post(Self.members(query: nil, digest: digest), headers: headers)
            #expect(answer.status == .notFound)
        }
    }

    @Test("a digest of another document is refused, and nothing runs or is kept")
    func mismatch() async throws {
        let wrong = try Self.digest(of: "{ registry { defaultModelId } }")
        try await LiveSite.with { site in
            let mutation = "mutation { clearDefaultModel { version } }"
            let refused = try await site.post(Self.members(query: mutation, digest: wrong))
            #expect(refused.status == .badRequest)
            #expect(try refused.code == "BAD_USER_INPUT")
            let after = try await site.post(Self.members(query: nil, digest: wrong))
            #expect(try after.code == "PERSISTED_QUERY_NOT_FOUND")
        }
    }

    @Test("documents that are not valid, and those of strangers, are not kept")
    func notKept() async throws {
        let invalid = "{ nope }"
        try await LiveSite.with { site in
            let digest = try Self.digest(of: invalid)
            _ = try await site.post(Self.members(query: invalid, digest: digest))
            let afterInvalid = try await site.post(Self.members(query: nil, digest: digest))
            #expect(try afterInvalid.code == "PERSISTED_QUERY_NOT_FOUND")
            let stranger = try await site.post(
                Self.members(query: Self.document, digest: try Self.digest(of: Self.document)),
                headers: [.contentType: "application/json"])
            #expect(stranger.status == .unauthorized)
            let digestOfStranger = try Self.digest(of: Self.document)
            let after = try await site.post(Self.members(query: nil, digest: digestOfStranger))
            #expect(try after.code == "PERSISTED_QUERY_NOT_FOUND")
        }
    }

    @Test("the store is bounded: what is asked for stays, what is not goes, and the largest is not taken")
    func bounded() throws {
        let store = PersistedDocuments(bytes: 64 << 10)
        func request(_ document: String) throws -> PersistedRequest {
            let digest = try Self.digest(of: document)
            let extensions: JSONValue = ["version": 1, "sha256Hash": .string(digest)]
            return try PersistedRequest(Request(query: document, extensions: ["persistedQuery": extensions]))
        }
        let favourite = try request("{ favourite }")
        store.keep(favourite, of: .anonymous(role: .viewer))
        for number in 0..<1000 {
            store.keep(try request("{ f\(number) }"), of: .anonymous(role: .viewer))
            var asked = favourite.call
            asked.query = ""
            #expect(try store.complete(PersistedRequest(asked)).query == "{ favourite }")
        }
        #expect(store.count <= (64 << 10) / 256)
        let count = store.count
        store.keep(try request("{ \(String(repeating: "x", count: 32 << 10)) }"), of: .anonymous(role: .viewer))
        store.keep(try request("{ stranger }"), of: .anonymous())
        #expect(store.count == count)
    }
}
