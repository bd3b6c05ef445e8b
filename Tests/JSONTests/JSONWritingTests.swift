import JSON
import Testing

@Suite("Writing JSON")
struct JSONWritingTests {
    @Test(
        "values are written without whitespace",
        arguments: [
            (nil, "null"),
            (true, "true"),
            (false, "false"),
            (0, "0"),
            (10, "10"),
            (-99, "-99"),
            (.int(.max), "9223372036854775807"),
            (.int(.min), "-9223372036854775808"),
            (0.1, "0.1"),
            (100.0, "100.0"),
            (.double(-0.0), "-0.0"),
            (1e300, "1e+300"),
            ([], "[]"),
            ([:], "{}"),
            (["a": [1, nil], "b": ["c": "d"]], #"{"a":[1,null],"b":{"c":"d"}}"#),
        ] as [(JSONValue, String)]
    )
    func compact(value: JSONValue, text: String) throws {
        #expect(try value.text() == text)
    }

    @Test(
        "only quotation marks, backslashes and control characters are escaped",
        arguments: [
            ("", #""""#),
            ("a\"b\\c/d", #""a\"b\\c/d""#),
            ("\u{8}\t\n\u{c}\r", #""\b\t\n\f\r""#),
            ("\u{0}\u{1f}\u{20}\u{7f}", "\"\\u0000\\u001f \u{7f}\""),
            ("é😀\u{2028}</script>", "\"é😀\u{2028}</script>\""),
            ("0123456\n0123456\"", #""0123456\n0123456\"""#),
        ]
    )
    func strings(value: String, text: String) throws {
        #expect(try JSONValue.string(value).text() == text)
    }

    @Test("a character that needs an escape is found at every place of a long string", arguments: 0..<40)
    func escapesAnywhere(place: Int) throws {
        let controls = (UInt8(0)..<0x20).map { Unicode.Scalar($0) }
        let others = "\"\\!#[] é\u{7F}".unicodeScalars
        for scalar in controls + others {
            var text = String(repeating: "x", count: place)
            text.unicodeScalars.append(scalar)
            text += String(repeating: "\u{80}", count: 40 - place)
            let written = try JSONValue.string(text).text()
            #expect(try JSONValue(parsing: written) == .string(text))
        }
    }

    @Test("the pretty layout puts a member a line and indents by two spaces")
    func pretty() throws {
        let value: JSONValue = ["a": [1, [:]], "b": [], "c": ["d": nil]]
        let text = """
            {
              "a": [
                1,
                {}
              ],
              "b": [],
              "c": {
                "d": null
              }
            }
            """
        #expect(try value.text(layout: .pretty) == text)
    }

    @Test(
        "a number that is not finite is an error and leaves the buffer as it was", arguments: [Double.infinity, .nan])
    func notFinite(number: Double) throws {
        var buffer = Array("before".utf8)
        #expect(throws: JSONError(.numberOutOfRange, at: 9)) {
            try JSONValue.array([1, .double(number)]).write(to: &buffer)
        }
        #expect(buffer == Array("before".utf8))
    }

    @Test("what is written reads back as the same value", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let value = JSONValue.random(depth: 5, using: &generator)
            #expect(try JSONValue(parsing: value.text()) == value)
            #expect(try JSONValue(parsing: value.text(layout: .pretty)) == value)
        }
    }
}
