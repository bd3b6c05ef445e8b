import GraphQL
import JSON
import OrderedCollections
import Testing

/// The numbers are those of the list of what the server must survive. That they end is half of what they show.
@Suite("The whole engine survives hostile documents")
struct HostileTests {
    @Test("nesting (14)", arguments: HostileCase.nesting)
    func nesting(_ example: HostileCase) async throws { try await example.expect() }

    @Test("fragments that cycle, chain or multiply (15, 16)", arguments: HostileCase.fragments)
    func fragments(_ example: HostileCase) async throws { try await example.expect() }

    @Test("fragments, where bytes and tokens are no limit (15)", arguments: HostileCase.longFragments)
    func longFragments(_ example: HostileCase) async throws {
        var limits = Limits()
        limits.bytes = .max
        limits.tokens = .max
        try await example.expect(limits)
    }

    @Test("equal names (17)", arguments: HostileCase.equalNames)
    func equalNames(_ example: HostileCase) async throws { try await example.expect() }

    @Test("thousands of anything (18)", arguments: HostileCase.thousands)
    func thousands(_ example: HostileCase) async throws { try await example.expect() }

    @Test("a megabyte of anything (19)", arguments: HostileCase.megabytes)
    func megabytes(_ example: HostileCase) async throws { try await example.expect() }

    @Test("numbers and texts at the edges (20)", arguments: HostileCase.numbers + HostileCase.texts)
    func values(_ example: HostileCase) async throws { try await example.expect() }

    @Test(
        "bytes that are no UTF-8 (20)",
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]]
    )
    func malformed(_ bytes: [UInt8]) {
        for text in [bytes, Array("{ text(of: \"".utf8) + bytes + Array("\") }".utf8), Array("#".utf8) + bytes] {
            #expect(throws: GraphQLError.self) { try AST.Document(parsing: text) }
        }
    }

    @Test("variables nested as deep as JSON may be, and deeper (21)", arguments: [2, 60, 64, 66, 500, 100_000])
    func nestedVariables(levels: Int) async throws {
        let text = times(levels / 2, "{\"a\":[") + times(levels / 2, "]}")
        let value: JSONValue
        do {
            value = try JSONValue(parsing: text)
            #expect(levels <= 64)
        } catch {
            #expect(levels > 64)
            return
        }
        let response = await HostileCase.response(to: "query($v: Any) { any(of: $v) }", ["v": value])
        #expect(response.body == Array("{\"data\":{\"any\":\(text)}}".utf8))
    }

    @Test("introspection (22), and names that look like it (23)", arguments: HostileCase.introspection)
    func introspection(_ example: HostileCase) async throws { try await example.expect() }

    @Test("a secret in the wrong place is not repeated (24)", arguments: HostileCase.secrets)
    func secrets(_ example: HostileCase) async throws {
        try await example.expect()
        let body = await HostileCase.response(to: example.query(), example.variables).body
        #expect(!String(decoding: body, as: UTF8.self).contains("canary"))
    }
}
