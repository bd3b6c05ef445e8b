import GraphQL
import Testing

@Suite("Texts that are not made of tokens")
struct LexicalRejectionTests {
    @Test("A character that begins no token is named, with its place", arguments: characterCases)
    func characters(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.Document(parsing: source) }
    }

    static let characterCases = [
        Rejection("?", #"Unexpected character: "?""#, 1, 1),
        Rejection("{ a ? }", #"Unexpected character: "?""#, 1, 5),
        Rejection("\n\n    ?\n", #"Unexpected character: "?""#, 3, 5),
        Rejection("\r\r  ?", #"Unexpected character: "?""#, 3, 3),
        Rejection("\r\n  ?", #"Unexpected character: "?""#, 2, 3),
        Rejection("{ a(b: +1) }", #"Unexpected character: "+""#, 1, 8),
        Rejection("{ a(b: .5) }", #"Unexpected character: ".""#, 1, 8),
        Rejection("{ a .. b }", #"Unexpected character: ".""#, 1, 5),
        Rejection("{ a .... b }", #"Unexpected character: ".""#, 1, 8),
        Rejection("{ \\ }", #"Unexpected character: "\""#, 1, 3),
        Rejection("{ é }", "Unexpected character: U+00E9", 1, 3),
        Rejection("{ \u{A0} }", "Unexpected character: U+00A0", 1, 3),
        Rejection("{ \u{200B} }", "Unexpected character: U+200B", 1, 3),
        Rejection("{ 𝄞 }", "Unexpected character: U+1D11E", 1, 3),
        Rejection("{ \u{0} }", "Unexpected character: U+0000", 1, 3),
        Rejection("{ \u{7F} }", "Unexpected character: U+007F", 1, 3),
        Rejection("\u{0}", "Unexpected character: U+0000", 1, 1),
    ]

    @Test("A single quote is met with advice")
    func singleQuote() {
        let advice = #"Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (")?"#
        #expect {
            try AST.Document(parsing: "{ a(b: 'x') }")
        } throws: {
            ($0 as? GraphQLError)?.message == advice
                && ($0 as? GraphQLError)?.locations == [Location(line: 1, column: 8)]
        }
    }

    @Test("Columns count UTF-16 code units, lines every kind of terminator", arguments: placeCases)
    func places(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.Document(parsing: source) }
    }

    static let placeCases = [
        Rejection("\u{FEFF}{ a ? }", #"Unexpected character: "?""#, 1, 6),
        Rejection("\u{FEFF}\u{FEFF}?", #"Unexpected character: "?""#, 1, 3),
        Rejection("# é€𝄞\n{ € }", "Unexpected character: U+20AC", 2, 3),
        Rejection(#"{ a(b: "é€𝄞", c: ?) }"#, #"Unexpected character: "?""#, 1, 19),
        Rejection("{ a(b: \"\"\"é\n𝄞\"\"\" ?) }", #"Unexpected character: "?""#, 2, 7),
        Rejection("{ a(b: \"\"\"\r\n\r\n\r\"\"\" ?) }", #"Unexpected character: "?""#, 4, 5),
        Rejection("{ a(b: \"\"\"\n\r\r\n\"\"\") ?", #"Unexpected character: "?""#, 4, 6),
        Rejection("{ a # 𝄞", "Expected Name, found <EOF>", 1, 9),
    ]

    @Test("A number must be whole, and nothing may run into it", arguments: numberCases)
    func numbers(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.Value(parsing: source) }
    }

    static let numberCases = [
        Rejection("00", #"Invalid number, unexpected digit after 0: "0""#, 1, 2),
        Rejection("01", #"Invalid number, unexpected digit after 0: "1""#, 1, 2),
        Rejection("-01", #"Invalid number, unexpected digit after 0: "1""#, 1, 3),
        Rejection("-", "Invalid number, expected digit but got: <EOF>", 1, 2),
        Rejection("-a", #"Invalid number, expected digit but got: "a""#, 1, 2),
        Rejection("--1", #"Invalid number, expected digit but got: "-""#, 1, 2),
        Rejection("1.", "Invalid number, expected digit but got: <EOF>", 1, 3),
        Rejection("1..2", #"Invalid number, expected digit but got: ".""#, 1, 3),
        Rejection("1.a", #"Invalid number, expected digit but got: "a""#, 1, 3),
        Rejection("1.0.", #"Invalid number, expected digit but got: ".""#, 1, 4),
        Rejection("1e", "Invalid number, expected digit but got: <EOF>", 1, 3),
        Rejection("1e+", "Invalid number, expected digit but got: <EOF>", 1, 4),
        Rejection("1ea", #"Invalid number, expected digit but got: "a""#, 1, 3),
        Rejection("1E1.5", #"Invalid number, expected digit but got: ".""#, 1, 4),
        Rejection("1\u{E9}", "Unexpected character: U+00E9", 1, 2),
        Rejection("1e\"", #"Invalid number, expected digit but got: '"'"#, 1, 3),
        Rejection("1e\n", "Invalid number, expected digit but got: U+000A", 1, 3),
        Rejection("0x1", #"Invalid number, expected digit but got: "x""#, 1, 2),
        Rejection("1_000", #"Invalid number, expected digit but got: "_""#, 1, 2),
        Rejection("123abc", #"Invalid number, expected digit but got: "a""#, 1, 4),
        Rejection("1.5f", #"Invalid number, expected digit but got: "f""#, 1, 4),
    ]

    @Test("A string must end, on its line, and its escapes must be characters", arguments: stringCases)
    func strings(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.Value(parsing: source) }
    }

    static let stringCases = [
        Rejection("\"", "Unterminated string", 1, 2),
        Rejection(#""x"#, "Unterminated string", 1, 3),
        Rejection("\"x\ny\"", "Unterminated string", 1, 3),
        Rejection("\"x\ry\"", "Unterminated string", 1, 3),
        Rejection("\"\"\"x", "Unterminated string", 1, 5),
        Rejection("\"\"\"x\n 𝄞", "Unterminated string", 2, 4),
        Rejection("\"\"\"x\\\"\"\"", "Unterminated string", 1, 9),
        Rejection(#""\"#, "Invalid character escape sequence", 1, 2),
        Rejection(#""\x""#, "Invalid character escape sequence", 1, 2),
        Rejection(#""é\'""#, "Invalid character escape sequence", 1, 3),
        Rejection("\"\\\n\"", "Invalid character escape sequence", 1, 2),
        Rejection(#""\u""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u12""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u00g0""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\uD83D""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\uDE00""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\uD83D\n""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\uD83D\u0041""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\uD83D\uD83D""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\uD83D\u{DE00}""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u{}""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u{41""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u{D800}""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u{DFFF}""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u{110000}""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u{100000000}""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\u{FFFFFFFFFFFFFFFFFFFF}""#, "Invalid Unicode escape sequence", 1, 2),
        Rejection(#""\U0041""#, "Invalid character escape sequence", 1, 2),
    ]

    @Test("Bytes that are not UTF-8 are refused where they stand", arguments: malformedCases)
    func malformed(_ bytes: [UInt8], _ column: UInt32) {
        let source = Array("{ a }\n# 𝄞".utf8) + bytes
        #expect {
            try AST.Document(parsing: source)
        } throws: {
            ($0 as? GraphQLError)?.message == "Syntax Error: Invalid UTF-8."
                && ($0 as? GraphQLError)?.locations == [Location(line: 2, column: column)]
        }
    }

    static let malformedCases: [([UInt8], UInt32)] = [
        ([0x80], 5), ([0xBF, 0x41], 5), ([0xC0, 0x80], 5), ([0xC1, 0xBF], 5), ([0xC3], 5), ([0xC3, 0x41], 5),
        ([0xE0, 0x9F, 0xBF], 5), ([0xE2, 0x82], 5), ([0xE2, 0x82, 0x41], 5), ([0xED, 0xA0, 0x80], 5),
        ([0xED, 0xBF, 0xBF], 5), ([0xF0, 0x8F, 0xBF, 0xBF], 5), ([0xF0, 0x9F, 0x98], 5), ([0xF4, 0x90, 0x80, 0x80], 5),
        ([0xF5, 0x80, 0x80, 0x80], 5), ([0xFF], 5), ([0x41, 0x42, 0xFE], 7),
        // Past the first eight bytes that are looked at together.
        (Array(repeating: 0x41, count: 20) + [0xFF], 25),
    ]

    @Test("The first and last character of every length is well-formed UTF-8")
    func wellFormed() throws {
        let characters = "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
        let document = try AST.Document(parsing: Array("# \(characters)\n{ a(b: \"\(characters)\") }".utf8))
        #expect(document == (try AST.Document(parsing: "# \(characters)\n{ a(b: \"\(characters)\") }")))
    }
}
