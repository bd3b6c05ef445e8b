import Testing

@testable import RosterServer

struct QueryParametersTests {
    @Test(
        "a query string is decoded as forms encode it",
        arguments: [
            ("query=%7Bregistry%7D", "{registry}"),
            ("query={a+b}", "{a b}"),
            ("query=a%2Bb", "a+b"),
            ("query=%F0%9F%98%80", "😀"),
            ("query=a=b", "a=b"),
            ("query", ""),
            ("other=1&query=x&", "x"),
            ("query=first&query=second", "first"),
            ("quer%79=x", "x"),
        ]
    )
    func decoding(query: String, expected: String) throws {
        #expect(try QueryParameters(parsing: query)["query"] == expected)
    }

    @Test("what is not there is nil", arguments: [nil, "", "&&", "q=1"])
    func absence(query: String?) throws {
        #expect(try QueryParameters(parsing: query)["query"] == nil)
    }

    @Test(
        "broken escapes and broken text are refused",
        arguments: ["a=%", "a=%4", "a=%zz", "%=a", "a=%FF", "a=%ED%A0%80"]
    )
    func refusals(query: String) {
        #expect(throws: HTTPRefusal.malformedTarget) { try QueryParameters(parsing: query) }
    }
}
