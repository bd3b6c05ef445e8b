import GraphQL
import Testing

@Suite("Literals (section 2.10)")
struct LiteralTests {
    @Test(
        "A literal is read as what it says",
        arguments: [
            ("0", AST.Value.int("0", start)), ("-0", .int("-0", start)), ("-123", .int("-123", start)),
            ("9007199254740993", .int("9007199254740993", start)),
            ("4.123", .float("4.123", start)), ("-0.0", .float("-0.0", start)), ("1e50", .float("1e50", start)),
            ("1E+5", .float("1E+5", start)), ("1.5e-10", .float("1.5e-10", start)), ("1e999", .float("1e999", start)),
            ("true", .boolean(true, start)), ("false", .boolean(false, start)), ("null", .null(start)),
            ("True", .enum("True", start)), ("nullable", .enum("nullable", start)), ("on", .enum("on", start)),
            ("$a", .variable(name: "a", start)), ("$null", .variable(name: "null", start)),
            ("[]", .list([], start)), ("[,]", .list([], start)), ("{}", .object([], start)),
            ("[1 -2]", .list([.int("1", place(2)), .int("-2", place(4))], start)),
            (
                "{a: b, a: $c}",
                .object(
                    [
                        AST.ObjectField(name: AST.Name("a", at: place(2)), value: .enum("b", place(5))),
                        AST.ObjectField(name: AST.Name("a", at: place(8)), value: .variable(name: "c", place(11))),
                    ],
                    start
                )
            ),
        ])
    func literals(_ source: String, _ value: AST.Value) throws {
        #expect(try AST.Value(parsing: source) == value)
    }

    private static let start = Location(line: 1, column: 1)
    private static func place(_ column: UInt32) -> Location { Location(line: 1, column: column) }

    @Test(
        "A quoted string says its characters, its escapes taken out",
        arguments: [
            ("\"\"", ""), (#"" x ""#, " x "), (#""a\"b\\c\/d""#, "a\"b\\c/d"),
            (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u00e9\u00E9""#, "éé"), (#""\u0000x""#, "\0x"),
            (#""\uD83D\uDE00""#, "😀"), (#""\u{1F600}""#, "😀"), (#""\u{0}\u{10FFFF}""#, "\u{0}\u{10FFFF}"),
            (#""\u{000000000000041}""#, "A"), (#""\uD7FF\uE000""#, "\u{D7FF}\u{E000}"), (#""\\u0041""#, "\\u0041"),
            (#""é€😀\n שלום""#, "é€😀\n שלום"),
            ("\"\u{0}\u{1}\t\u{7F}\u{FEFF}\u{2028}\"", "\u{0}\u{1}\t\u{7F}\u{FEFF}\u{2028}"),
            ("\"# not a comment, {\"", "# not a comment, {"),
        ])
    func quoted(_ source: String, _ text: String) throws {
        let value = try AST.Value(parsing: source)
        guard case .string(let read, isBlock: false, _) = value else {
            Issue.record("\(value) is no quoted string")
            return
        }
        // Scalars, because Swift holds differently composed texts for equal.
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "A block string says its lines without uniform indentation and blank ends",
        arguments: [
            ("", ""), ("abc", "abc"), ("  abc", "  abc"), ("abc  ", "abc  "), ("\n  abc\n", "abc"), ("\n\n\n", ""),
            ("  \t \n \t", ""),
            ("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  ", "Hello,\n  World!\n\nYours,\n  GraphQL."),
            ("    Hello,\n      World!\n\n    Yours", "    Hello,\n  World!\n\nYours"),
            ("a\n  b\n c", "a\n b\nc"), ("\n\n  a\n \n  b\n\n ", "a\n\nb"), ("\n  a\n      \n  b", "a\n    \nb"),
            ("\n\t\ta\n\tb\n\t c", "\ta\nb\n c"), ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"), (#"\n\u0041\ "#, #"\n\u0041\ "#),
            (#"a\"""b"#, #"a"""b"#), (#"\\"""b"#, #"\"""b"#), ("\\\"\"\"\\\"\"\"", "\"\"\"\"\"\""),
            ("a \"\" b \" c", "a \"\" b \" c"), ("\n    \\\"\"\"\n   x", " \"\"\"\nx"), ("é😀\n  é😀", "é😀\né😀"),
            ("\u{0}\u{FEFF}", "\u{0}\u{FEFF}"), ("\n\u{A0}a\n b", "\u{A0}a\n b"),
        ])
    func block(_ raw: String, _ text: String) throws {
        let value = try AST.Value(parsing: "\"\"\"\(raw)\"\"\"")
        guard case .string(let read, isBlock: true, _) = value else {
            Issue.record("\(value) is no block string")
            return
        }
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("A lone type is read and printed", arguments: ["Int", "Int!", "[Int]", "[[Int!]!]!", "[[[on]]]"])
    func types(_ source: String) throws {
        #expect(try AST.TypeReference(parsing: source).printed == source)
    }
}
