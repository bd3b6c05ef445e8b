import JSON
import Testing

@Suite("Refusing what is not JSON")
struct JSONRefusalTests {
    @Test(
        "each mistake is named with its place",
        arguments: [
            ("", .unexpectedEnd, 0),
            ("  ", .unexpectedEnd, 2),
            ("tru", .unexpectedEnd, 3),
            ("trUe", .unexpectedByte, 2),
            ("nil", .unexpectedByte, 1),
            ("[1", .unexpectedEnd, 2),
            ("[1,", .unexpectedEnd, 3),
            ("[1,]", .unexpectedByte, 3),
            ("[,1]", .unexpectedByte, 1),
            ("[1 2]", .unexpectedByte, 3),
            ("[1}", .unexpectedByte, 2),
            ("{", .unexpectedEnd, 1),
            ("{1:2}", .unexpectedByte, 1),
            (#"{"a""#, .unexpectedEnd, 4),
            (#"{"a" 1}"#, .unexpectedByte, 5),
            (#"{"a":}"#, .unexpectedByte, 5),
            (#"{"a":1"#, .unexpectedEnd, 6),
            (#"{"a":1,}"#, .unexpectedByte, 7),
            (#"{"a":1]"#, .unexpectedByte, 6),
            (#"{'a':1}"#, .unexpectedByte, 1),
            ("{} {}", .trailingBytes, 3),
            ("1x", .trailingBytes, 1),
            ("null\u{0}", .trailingBytes, 4),
            ("\u{FEFF}1", .unexpectedByte, 0),
            ("/**/1", .unexpectedByte, 0),
            (#"{"a":1,"b":2,"a":3}"#, .duplicateName, 13),
            (#"{"a":1,"\u0061":3}"#, .duplicateName, 7),
            ("+1", .unexpectedByte, 0),
            (".5", .unexpectedByte, 0),
            ("01", .trailingBytes, 1),
            ("-01", .trailingBytes, 2),
            ("[00]", .unexpectedByte, 2),
            ("-", .unexpectedEnd, 1),
            ("-a", .invalidNumber, 1),
            ("1.", .unexpectedEnd, 2),
            ("[1.]", .invalidNumber, 3),
            ("1.e1", .invalidNumber, 2),
            ("1e", .unexpectedEnd, 2),
            ("1e+ ", .invalidNumber, 3),
            ("NaN", .unexpectedByte, 0),
            ("[1e309]", .numberOutOfRange, 1),
            ("-1e309", .numberOutOfRange, 0),
            ("1e99999999999999999999", .numberOutOfRange, 0),
            (String(repeating: "9", count: 400), .numberOutOfRange, 0),
            (#"""#, .unexpectedEnd, 1),
            (#""a"#, .unexpectedEnd, 2),
            (#""\"#, .unexpectedEnd, 2),
            (#""\""#, .unexpectedEnd, 3),
            (#""a\x""#, .invalidEscape, 2),
            (#""\U0041""#, .invalidEscape, 1),
            (#""\u12"#, .unexpectedEnd, 5),
            (#""\u12g4""#, .invalidEscape, 5),
            (#""\u{110000}""#, .invalidEscape, 3),
            (#""\ud83d""#, .loneSurrogate, 1),
            (#""\ud83dx""#, .loneSurrogate, 1),
            (#""\ud83d\n""#, .loneSurrogate, 1),
            (#""\ud83d\ud83d""#, .loneSurrogate, 1),
            (#""\ude00\ud83d""#, .loneSurrogate, 1),
            (#""\ude00\ude00""#, .loneSurrogate, 1),
            (#""\ude00""#, .loneSurrogate, 1),
            ("\"a\nb\"", .controlCharacter, 2),
            ("\"\u{0}\"", .controlCharacter, 1),
            ("\"\\n\u{1f}\"", .controlCharacter, 3),
        ] as [(String, JSONError.Kind, Int)]
    )
    func refusals(text: String, kind: JSONError.Kind, offset: Int) {
        #expect(throws: JSONError(kind, at: offset)) { try JSONValue(parsing: text) }
    }

    @Test(
        "strings must be UTF-8",
        arguments: [
            [0x80], [0xC3], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
            [0x5C, 0x6E, 0xC3],
        ] as [[UInt8]]
    )
    func invalidUTF8(bytes: [UInt8]) {
        let text = [0x5B, 0x22] + bytes + [0x22, 0x5D]
        #expect(throws: JSONError(.invalidUTF8, at: 1)) { try JSONValue(parsing: text) }
    }

    @Test("nesting is accepted at its limit and refused one beyond", arguments: [60, 64, 65, 500, 100_000])
    func nesting(levels: Int) throws {
        let arrays = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let objects = String(repeating: #"{"a":"#, count: levels) + "1" + String(repeating: "}", count: levels)
        if levels <= 64 {
            _ = try JSONValue(parsing: arrays)
            _ = try JSONValue(parsing: objects)
        } else {
            #expect(throws: JSONError(.tooDeep(limit: 64), at: 64)) { try JSONValue(parsing: arrays) }
            #expect(throws: JSONError(.tooDeep(limit: 64), at: 64 * 5)) { try JSONValue(parsing: objects) }
        }
    }

    @Test("no caller can lift the nesting limit beyond what recursion bears")
    func deepestNesting() throws {
        let limits = JSONLimits(nesting: .max)
        #expect(limits.nesting == JSONLimits.deepestNesting)
        let levels = limits.nesting
        let deepest = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        let value = try JSONValue(parsing: deepest, limits: limits)
        #expect(try value.text() == deepest)
        #expect(throws: JSONError(.tooDeep(limit: levels), at: levels)) {
            try JSONValue(parsing: "[\(deepest)]", limits: limits)
        }
    }

    @Test("length is accepted at its limit and refused one beyond")
    func length() throws {
        let limits = JSONLimits(bytes: 10)
        #expect(try JSONValue(parsing: "[1,2,3,45]", limits: limits) == [1, 2, 3, 45])
        #expect(throws: JSONError(.tooLong(limit: 10), at: 10)) {
            try JSONValue(parsing: "[1,2,3,456]", limits: limits)
        }
    }

    @Test("a member name is accepted at its limit and refused one beyond")
    func nameLength() throws {
        let name = String(repeating: "é", count: 128)
        #expect(try JSONValue(parsing: #"{"\#(name)":1}"#)[name] == 1)
        #expect(throws: JSONError(.nameTooLong(limit: 256), at: 1)) {
            try JSONValue(parsing: #"{"\#(name)x":1}"#)
        }
    }

    @Test("an error says what and where, and nothing of the input")
    func descriptions() {
        #expect(
            "\(JSONError(.duplicateName, at: 7))" == "A member name that was already used at byte 7 of the JSON text.")
        #expect("\(JSONError(.tooLong(limit: 9), at: 9))" == "The JSON text is longer than 9 bytes.")
        let text = #"{"apiKey":"made-up-key-made-up","apiKey":"made-up-key-made-up"}"#
        do {
            _ = try JSONValue(parsing: text)
            Issue.record("accepted")
        } catch {
            #expect(!"\(error)".contains("apiKey") && !String(reflecting: error).contains("made-up"))
        }
    }
}
