import JSON
import OrderedCollections
import Testing

@Suite("Reading JSON")
struct JSONParsingTests {
    @Test(
        "every kind of value is read",
        arguments: [
            ("null", nil),
            (" true ", true),
            ("false", false),
            ("[]", []),
            ("{}", [:]),
            ("\t[ 1 ,\r\n2 ] ", [1, 2]),
            (#"{"a":{"b":[null,"c"]}, "d" : -1.5}"#, ["a": ["b": [nil, "c"]], "d": -1.5]),
            (#""""#, ""),
        ] as [(String, JSONValue)]
    )
    func values(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
    }

    @Test("members keep their order")
    func order() throws {
        let object = try #require(try JSONValue(parsing: #"{"z":1,"a":2,"m":3}"#).objectValue)
        #expect(Array(object.keys) == ["z", "a", "m"])
    }

    @Test(
        "a number is an integer if it is written as one and fits, and a double otherwise",
        arguments: [
            ("0", 0),
            ("-1", -1),
            ("9223372036854775807", .int(.max)),
            ("-9223372036854775808", .int(.min)),
            ("9223372036854775808", .double(9223372036854775808)),
            ("-9223372036854775809", .double(-9223372036854775808)),
            ("1.0", .double(1)),
            ("1e2", .double(100)),
            ("1E+2", .double(100)),
            ("2.5e-1", .double(0.25)),
            ("5e-324", .double(.leastNonzeroMagnitude)),
            ("1e-400", .double(0)),
            ("1.7976931348623157e308", .double(.greatestFiniteMagnitude)),
            ("1" + String(repeating: "0", count: 308), .double(1e308)),
            ("0." + String(repeating: "0", count: 400) + "1", .double(0)),
            ("1." + String(repeating: "3", count: 400), .double(1.3333333333333333)),
        ] as [(String, JSONValue)]
    )
    func numbers(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
    }

    @Test("minus zero keeps its sign", arguments: ["-0", "-0.0", "-0e5"])
    func minusZero(text: String) throws {
        guard case .double(let value) = try JSONValue(parsing: text) else {
            Issue.record("not a double")
            return
        }
        #expect(value == 0 && value.sign == .minus)
    }

    @Test(
        "escapes stand for their characters",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
            (#""\u0041\u00e9\u20AC""#, "Aé€"),
            (#""\ud83d\ude00 \uD83D\uDE00""#, "😀 😀"),
            (#""\u0000""#, "\u{0}"),
            (#""\uFFFF\ud800\udc00\udbff\udfff""#, "\u{FFFF}\u{10000}\u{10FFFF}"),
            ("\"é😀שלום\u{7f}\"", "é😀שלום\u{7f}"),
        ]
    )
    func strings(text: String, value: String) throws {
        let read = try #require(try JSONValue(parsing: text).stringValue)
        #expect(Array(read.utf8) == Array(value.utf8))
    }

    @Test("strings are equal only if their code units are")
    func equality() throws {
        let composed = try JSONValue(parsing: #""\u00e9""#)
        let decomposed = try JSONValue(parsing: #""e\u0301""#)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, "\u{e9}"]).count == 2)
    }

    @Test("accessors give the payload of their own case only")
    func accessors() throws {
        let value: JSONValue = ["n": nil, "i": 1, "d": 0.5, "b": true, "s": "x", "a": [7]]
        #expect(value["n"]?.isNull == true)
        #expect(value["i"]?.intValue == 1)
        #expect(value["i"]?.doubleValue == 1)
        #expect(value["d"]?.doubleValue == 0.5)
        #expect(value["d"]?.intValue == nil)
        #expect(value["b"]?.boolValue == true)
        #expect(value["s"]?.stringValue == "x")
        #expect(value["a"]?[0]?.intValue == 7)
        #expect(value["a"]?[1] == nil && value["a"]?[-1] == nil && value["s"]?[0] == nil)
        #expect(value["missing"] == nil && value["a"]?["n"] == nil)
        #expect(value["a"]?.arrayValue == [7] && value.arrayValue == nil)
    }
}
