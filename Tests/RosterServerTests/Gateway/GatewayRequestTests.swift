import JSON
import Testing

@testable import RosterServer

struct GatewayRequestTests {
    @Test(
        "another model is put in, and every other byte is as it was sent",
        arguments: [
            (#"{"model":"a:b","n":1}"#, #"{"model":"M","n":1}"#),
            (#" { "n" : 1.0 , "model" : "a:b" } "#, #" { "n" : 1.0 , "model" : "M" } "#),
            (#"{"model":null}"#, #"{"model":"M"}"#),
            (#"{}"#, #"{"model":"M"}"#),
            (#"{ }"#, #"{"model":"M" }"#),
            (#"{"x":1e2}"#, #"{"model":"M","x":1e2}"#),
            (#"{"a":{"model":"x"},"model":"a:b"}"#, #"{"a":{"model":"x"},"model":"M"}"#),
            (
                #"{"a":["}",{"model":"x"},"\"model\":"],"model":"a:b","z":-0}"#,
                #"{"a":["}",{"model":"x"},"\"model\":"],"model":"M","z":-0}"#
            ),
            (#"{"\u006dodel":"a:b"}"#, #"{"\u006dodel":"M"}"#),
            (
                #"{"a\"b":12345678901234567890.000100,"model":"a\"}:b","c":"é"}"#,
                #"{"a\"b":12345678901234567890.000100,"model":"M","c":"é"}"#
            ),
            ("{\n\t\"model\"\n:\n\"a\"\n}", "{\n\t\"model\"\n:\n\"M\"\n}"),
            (#"{"t":true,"f":false,"model":"x"}"#, #"{"t":true,"f":false,"model":"M"}"#),
        ]
    )
    func replacing(text: String, expected: String) throws {
        let request = try GatewayRequest(parsing: Array(text.utf8), limits: JSONLimits())
        #expect(String(decoding: request.bytes(naming: "M"), as: UTF8.self) == expected)
    }

    @Test(
        "an answer is streamed where that is asked for, and by nothing else than true",
        arguments: [("true", true), ("false", false), ("null", false), ("[true]", false), (#""true""#, false)])
    func streamed(value: String, isStreamed: Bool) throws {
        let text = #"{"stream" : \#(value) ,"model":"a"}"#
        #expect(try GatewayRequest(parsing: Array(text.utf8), limits: JSONLimits()).isStreamed == isStreamed)
    }

    @Test("a model's name is written as JSON")
    func escaping() throws {
        let request = try GatewayRequest(parsing: Array("{}".utf8), limits: JSONLimits())
        #expect(String(decoding: request.bytes(naming: #"a"b\c"#), as: UTF8.self) == #"{"model":"a\"b\\c"}"#)
    }

    @Test(
        "what is no object, or names a model by something else than text, is refused",
        arguments: [
            "[]", "1", "", "{", #"{"model":1}"#, #"{"model":{}}"#, #"{"model":"a","model":"b"}"#,
        ])
    func refused(text: String) {
        #expect(throws: GatewayRefusal.self) {
            _ = try GatewayRequest(parsing: Array(text.utf8), limits: JSONLimits())
        }
    }
}
