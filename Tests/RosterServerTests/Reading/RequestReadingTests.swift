import GraphQL
import HTTPTypes
import JSON
import OrderedCollections
import Testing

@testable import RosterServer

struct RequestReadingTests {
    private let limits = ServerLimits().json

    @Test("a body holds a document and what belongs to it")
    func body() throws {
        let body = #"{"query":"query Q { a }","operationName":"Q","variables":{"n":1},"extensions":{"x":true},"id":7}"#
        let request = try Request(body: Array(body.utf8), limits: limits)
        #expect(request.query == "query Q { a }")
        #expect(request.operationName == "Q")
        #expect(request.variables == ["n": 1])
        #expect(request.extensions == ["x": true])
    }

    @Test(
        "all but the document may be absent or null",
        arguments: [
            #"{"query":"{a}"}"#, #"{"query":"{a}","operationName":null,"variables":null,"extensions":null}"#,
        ]
    )
    func optional(body: String) throws {
        let request = try Request(body: Array(body.utf8), limits: limits)
        #expect(request == Request(query: "{a}"))
    }

    @Test(
        "a body of the wrong shape is refused by the name of the part that is wrong",
        arguments: [
            ("[]", HTTPRefusal.wrongType(of: .body, expected: "a JSON object with the member `query`")),
            ("null", .wrongType(of: .body, expected: "a JSON object with the member `query`")),
            (#"{"query":1}"#, .wrongType(of: .query, expected: "a string")),
            (#"{"query":["{a}"]}"#, .wrongType(of: .query, expected: "a string")),
            (#"{"query":"{a}","operationName":1}"#, .wrongType(of: .operationName, expected: "a string")),
            (#"{"query":"{a}","variables":[]}"#, .wrongType(of: .variables, expected: "a JSON object")),
            (#"{"query":"{a}","variables":"{}"}"#, .wrongType(of: .variables, expected: "a JSON object")),
            (#"{"query":"{a}","extensions":1}"#, .wrongType(of: .extensions, expected: "a JSON object")),
        ]
    )
    func wrongShape(body: String, refusal: HTTPRefusal) {
        #expect(throws: refusal) { try Request(body: Array(body.utf8), limits: limits) }
    }

    @Test("a request without a document is refused, unless it names one", arguments: ["{}", #"{"query":null}"#])
    func noDocument(body: String) throws {
        let request = try Request(body: Array(body.utf8), limits: limits)
        #expect(throws: HTTPRefusal.queryMissing) { try PersistedRequest(request) }
        let digest = String(repeating: "aB", count: 32)
        let named = Request(query: "", extensions: ["persistedQuery": ["version": 1, "sha256Hash": .string(digest)]])
        #expect(try PersistedRequest(named).digest == digest.lowercased())
    }

    @Test(
        "a digest of any other form is refused",
        arguments: [
            #"{"version":1}"#, #"{"version":2,"sha256Hash":"\(64)"}"#, #"{"version":1,"sha256Hash":"abc"}"#, "1", "[]",
            #"{"version":1,"sha256Hash":7}"#, "true",
        ]
    )
    func wrongDigest(json: String) throws {
        let json = json.replacing(#"\(64)"#, with: String(repeating: "a", count: 64))
        let body = #"{"query":"{a}","extensions":{"persistedQuery":\#(json)}}"#
        let request = try Request(body: Array(body.utf8), limits: limits)
        #expect(throws: HTTPRefusal.malformedPersistedQuery) { try PersistedRequest(request) }
    }

    @Test(
        "a body that is not JSON is refused",
        arguments: ["", "{", "{a}", "query={a}", #"{"query":"{a}"} x"#, "\u{1}"]
    )
    func notJSON(body: String) {
        let refusal = #expect(throws: HTTPRefusal.self) { try Request(body: Array(body.utf8), limits: limits) }
        #expect(refusal?.status == .badRequest)
        #expect(refusal?.code == "BAD_USER_INPUT")
    }

    @Test("a body nested deeper than the limit is refused as that")
    func tooDeep() {
        let body = #"{"query":"{a}","variables":{"v":"# + String(repeating: "[", count: 100_000)
        let refusal = #expect(throws: HTTPRefusal.self) { try Request(body: Array(body.utf8), limits: limits) }
        #expect(refusal?.code == "LIMIT_EXCEEDED")
    }

    @Test("a GET request has JSON in its parameters")
    func parameters() throws {
        let query = "query={a}&operationName=Q&variables=%7B%22n%22:1%7D&extensions="
        let request = try Request(parameters: QueryParameters(parsing: query), limits: limits)
        #expect(request == Request(query: "{a}", operationName: "Q", variables: ["n": 1]))
    }

    @Test(
        "a GET request with parameters of the wrong shape is refused",
        arguments: [
            ("query={a}&variables=[]", HTTPRefusal.wrongType(of: .variables, expected: "a JSON object")),
            ("query={a}&extensions=%22x%22", .wrongType(of: .extensions, expected: "a JSON object")),
        ]
    )
    func wrongParameters(query: String, refusal: HTTPRefusal) {
        #expect(throws: refusal) { try Request(parameters: QueryParameters(parsing: query), limits: limits) }
    }
}
