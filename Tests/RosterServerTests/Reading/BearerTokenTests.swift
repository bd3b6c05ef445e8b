import HTTPTypes
import Testing

@testable import RosterServer

struct BearerTokenTests {
    @Test("the token is what stands behind the scheme", arguments: ["Bearer rst_made-up", "bearer rst_made-up"])
    func token(field: String) throws {
        #expect(try BearerToken(of: [.authorization: field])?.text == "rst_made-up")
    }

    @Test("no field is no token")
    func absence() throws {
        #expect(try BearerToken(of: [:]) == nil)
    }

    @Test(
        "a field that is not one bearer token is refused, at once if it is long",
        arguments: [
            "", "Bearer", "Bearer ", "Basic YTpi", "rst_made-up", "Bearer a b", "Bearer \u{e9}", "Bearer\trst_made-up",
            "Bearer  rst_made-up", "Bearer " + String(repeating: "x", count: BearerToken.longest + 1),
        ]
    )
    func malformed(field: String) {
        #expect(throws: HTTPRefusal.unauthenticated(.malformedHeader)) { try BearerToken(of: [.authorization: field]) }
    }

    @Test("a token of the longest kind is taken")
    func longest() throws {
        let text = String(repeating: "x", count: BearerToken.longest)
        #expect(try BearerToken(of: [.authorization: "Bearer \(text)"])?.text == text)
    }

    @Test("two fields are refused, even if they agree")
    func two() {
        var headers = HTTPFields()
        headers.append(HTTPField(name: .authorization, value: "Bearer rst_made-up"))
        headers.append(HTTPField(name: .authorization, value: "Bearer rst_made-up"))
        #expect(throws: HTTPRefusal.unauthenticated(.malformedHeader)) { try BearerToken(of: headers) }
    }
}
