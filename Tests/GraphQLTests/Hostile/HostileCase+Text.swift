import GraphQL
import JSON
import OrderedCollections

extension HostileCase {
    static let megabytes: [HostileCase] = [
        HostileCase("commas", .refused(.parseFailed), times(1_000_000, ",")),
        HostileCase("commas before a document", .answered, times(1_000_000, ",") + "{ leaf }"),
        HostileCase("one comment", .answered, "{ leaf } #" + times(1_000_000, "x")),
        HostileCase("many comments", .answered, times(500_000, "#\n") + "{ leaf }"),
        HostileCase("byte-order marks", .answered, times(300_000, "\u{FEFF}") + "{ leaf }"),
        HostileCase("line ends", .answered, times(500_000, "\r\n") + "{ leaf }"),
        HostileCase("an unterminated string", .refused(.parseFailed), "{ text(of: \"" + times(1_000_000, "x")),
        HostileCase(
            "an unterminated block string", .refused(.parseFailed), "{ text(of: \"\"\"" + times(500_000, "\"x")),
        HostileCase("a long block string", .answered, "{ text(of: \"\"\"" + times(450_000, " \n") + "\"\"\") }"),
        HostileCase(
            "a block string of quotes", .text(times(250_000, "\"\"\"")),
            "{ text(of: \"\"\"" + times(250_000, "\\\"\"\"") + "\"\"\") }"
        ),
        HostileCase("escapes", .text(times(500_000, "\n")), "{ text(of: \"" + times(500_000, "\\n") + "\") }"),
        HostileCase("unfinished escapes", .refused(.parseFailed), "{ text(of: \"" + times(170_000, "\\u{00")),
        HostileCase("one name", .refused(.validationFailed), "{ " + times(1_000_000, "x") + " }"),
        HostileCase("one number", .refused(.validationFailed), "{ int(of: 1" + times(1_000_000, "0") + ") }"),
        HostileCase(
            "two texts of combining marks that are compared", .text(marks(120_000)),
            "{ text(of: \"\(marks(120_000))\") text(of: \"\(marks(120_000))\") }"),
        HostileCase(
            "a type whose name is combining marks", .answered, "{ __type(name: \"\(marks(250_000))\") { name } }"),
        HostileCase("exactly as many bytes as may be", .answered, times(1_048_568, ",") + "{ leaf }"),
        HostileCase("one byte more", .limit("bytes"), times(1_048_569, ",") + "{ leaf }"),
    ]

    /// A letter under so many marks, in an order that normalisation would have to sort.
    static func marks(_ count: Int) -> String { "a" + times(count, "\u{301}") + times(count, "\u{323}") }

    static let numbers: [HostileCase] = integers + floats

    private static let integers: [HostileCase] =
        ["0", "-0", "2147483647", "-2147483648"].flatMap { number($0, "Int", .answered) }
        + [
            "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1.5",
            times(400, "9"),
        ].flatMap { number($0, "Int", .refused(.validationFailed)) }
        // JSON does not tell 1e0 from 1.
        + number("1e0", "Int", .refused(.validationFailed), variable: .answered)
        + ["00", "01", "1.", ".1", "1e", "0x1", "1a", "-", "+1", "1_0"].flatMap {
            number($0, "Int", .refused(.parseFailed))
        }

    private static let floats: [HostileCase] =
        ["0", "-0", "-0.0", "5e-324", "1e-400", "1.7976931348623157e308", "9223372036854775808", times(300, "9")]
        .flatMap { number($0, "Float", .answered) }
        + ["1e309", "-1e309", times(400, "9"), "1e999999999999999999999"]
        .flatMap { number($0, "Float", .refused(.validationFailed)) }

    /// As a literal, and as a variable where JSON can say it.
    private static func number(
        _ text: String,
        _ type: String,
        _ ending: Ending,
        variable: Ending? = nil
    ) -> [HostileCase] {
        let field = type.lowercased()
        let literal = HostileCase("\(text) as \(type)", ending, "{ \(field)(of: \(text)) }")
        guard let value = try? JSONValue(parsing: text) else { return [literal] }
        var fromJSON = ending
        if case .refused = ending { fromJSON = .refused(.badUserInput) }
        return [
            literal,
            HostileCase(
                "\(text) as a variable of \(type)", variable ?? fromJSON, variables: ["v": value],
                "query($v: \(type)) { \(field)(of: $v) }"
            ),
        ]
    }

    private static let told = "😀 שלום 👩‍👩‍👧 e\u{301} \u{202E}rtl\u{202C} \u{0}\u{7F}\u{FEFF}\u{2028}"

    static let texts: [HostileCase] = [
        HostileCase("right-to-left text", .text("😀 שלום \u{202E}x"), "{ text(of: \"😀 שלום \u{202E}x\") }"),
        HostileCase("text that does not compose", .text("e\u{301}\u{E9}"), "{ text(of: \"e\u{301}\\u00e9\") }"),
        HostileCase(
            "everything in a variable", .text(told), variables: ["v": .string(told)],
            "query($v: String) { text(of: $v) }"
        ),
        HostileCase("a surrogate pair", .text("😀"), #"{ text(of: "\uD83D\uDE00") }"#),
        HostileCase("NUL escaped", .text("\u{0}"), #"{ text(of: "\u0000") }"#),
        HostileCase("NUL as it is", .refused(.parseFailed), "{ leaf \u{0} }"),
        HostileCase("a lone high surrogate", .refused(.parseFailed), #"{ text(of: "\uD83D") }"#),
        HostileCase("a lone low surrogate", .refused(.parseFailed), #"{ text(of: "\uDE00") }"#),
        HostileCase("surrogates the wrong way", .refused(.parseFailed), #"{ text(of: "\uDE00\uD83D") }"#),
        HostileCase("a surrogate in braces", .refused(.parseFailed), #"{ text(of: "\u{D83D}") }"#),
        HostileCase("past Unicode", .refused(.parseFailed), #"{ text(of: "\u{110000}") }"#),
        HostileCase("far past Unicode", .refused(.parseFailed), #"{ text(of: "\u{FFFFFFFFFFFFFFFFFFFF}") }"#),
        HostileCase("the last character", .text("\u{10FFFF}"), #"{ text(of: "\u{10FFFF}") }"#),
    ]
}
