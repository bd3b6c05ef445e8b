import JSON
import Testing

@Suite("Finding members without reading all")
struct JSONMembersTests {
    @Test("values are found where they stand, of the outermost object alone")
    func found() throws {
        let text = #" { "a" : [ {"b":1}, "]}" ], "\u0062":"x\"}" ,"c":{ } } "#
        let members = try #require(try JSONMembers(["b", "c", "d"], of: Array(text.utf8)))
        #expect(try members.value(of: "b") == "x\"}")
        #expect(try members.value(of: "c") == [:])
        #expect(try members.value(of: "d") == nil)
        #expect(try members.value(of: "a") == nil)
        let range = try #require(members.range(of: "b"))
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == #""x\"}""#)
    }

    @Test("what is no object has no members", arguments: ["[]", "1", "null", #""a""#])
    func others(text: String) throws {
        #expect(try JSONMembers(["a"], of: Array(text.utf8)) == nil)
    }

    @Test(
        "what is not JSON is refused, whether the members before it were found or not",
        arguments: [
            #"{"a":1"#, #"{"a":1}x"#, #"{"a":1,"b":01}"#, #"{"a":1,"b":"\ud800"}"#, #"{"a":1,"a":2}"#,
            #"{"a":1,"b":[}"#, #"{"a":1,"b":nul}"#,
        ])
    func refused(text: String) {
        #expect(throws: JSONError.self) { try JSONMembers(["a"], of: Array(text.utf8)) }
    }

    @Test("length and nesting have their limits")
    func limits() throws {
        let limits = JSONLimits(bytes: 20, nesting: 2)
        #expect(try JSONMembers(["a"], of: Array(#"{"b":[],"a":1}"#.utf8), limits: limits) != nil)
        #expect(throws: JSONError.self) { try JSONMembers(["a"], of: Array(#"{"b":[[]]}"#.utf8), limits: limits) }
        #expect(throws: JSONError.self) {
            try JSONMembers(["a"], of: Array(#"{"a":1,"bbbbbbbbbb":1}"#.utf8), limits: limits)
        }
    }
}
