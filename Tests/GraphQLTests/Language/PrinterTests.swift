import GraphQL
import Testing

@Suite("The canonical layout")
struct PrinterTests {
    @Test("A document comes out in two-space levels, a member a line", arguments: layouts)
    func layout(_ source: String, _ expected: String) throws {
        #expect(try AST.Document(parsing: source).printed == expected)
    }

    static let layouts = [
        ("{a}", "{\n  a\n}"),
        ("{a}{b}scalar S{c}union U{d}", "{\n  a\n}\n\n{\n  b\n}\n\nscalar S\n\n{\n  c\n}\n\nunion U\n\n{\n  d\n}"),
        ("query{a}", "query {\n  a\n}"),
        (
            "query Q{a,b:c(d:1 e:$f)@g@h(i:[1 2]){j}}",
            "query Q {\n  a\n  b: c(d: 1, e: $f) @g @h(i: [1, 2]) {\n    j\n  }\n}"
        ),
        ("query($a:[Int!]!=[1]@b,$c:D){e}", "query ($a: [Int!]! = [1] @b, $c: D) {\n  e\n}"),
        ("query Q(\"d\"$a:B$c:D)@e{f}", "query Q(\n  \"d\"\n  $a: B\n  $c: D\n) @e {\n  f\n}"),
        (
            "\"d\"mutation M{a}\"\"\"e\"\"\"fragment F on T@b{...F...@c{d}...on T{e}}",
            """
            "d"
            mutation M {
              a
            }

            \"""e\"""
            fragment F on T @b {
              ...F
              ... @c {
                d
              }
              ... on T {
                e
              }
            }
            """
        ),
        ("{a(b:{c:{},d:[{e:null}]f:true})}", "{\n  a(b: {c: {}, d: [{e: null}], f: true})\n}"),
        ("schema{query:Q mutation:M}", "schema {\n  query: Q\n  mutation: M\n}"),
        ("extend schema@a", "extend schema @a"),
        (
            "type A implements&B&C@d{e(f:G=1@h,i:J):K@l}type M",
            """
            type A implements B & C @d {
              e(f: G = 1 @h, i: J): K @l
            }

            type M
            """
        ),
        (
            "type A{\"d\"b(\"e\"c:D f:G):H}",
            """
            type A {
              "d"
              b(
                "e"
                c: D
                f: G
              ): H
            }
            """
        ),
        ("union U@a=|B|C union D extend union E=F", "union U @a = B | C\n\nunion D\n\nextend union E = F"),
        ("enum E{\"d\"A@b,C}", "enum E {\n  \"d\"\n  A @b\n  C\n}"),
        ("input I@a{b:C=[1]@d}", "input I @a {\n  b: C = [1] @d\n}"),
        ("\"d\"scalar S@a(b:1)", "\"d\"\nscalar S @a(b: 1)"),
        (
            "directive@a(b:C)repeatable on|FIELD|QUERY directive@d on ENUM",
            "directive @a(b: C) repeatable on FIELD | QUERY\n\ndirective @d on ENUM"
        ),
    ]

    /// A line of the length up to which it stays between its quotes.
    static let short = String(repeating: "x", count: 70)

    @Test(
        "A block string is indented with what it stands in",
        arguments: [
            ("{a(b:\"\"\"\n  c\n    d\n\n  e\n\"\"\")}", "{\n  a(b: \"\"\"\n  c\n    d\n\n  e\n  \"\"\")\n}"),
            ("type T{\"\"\"a\nb\"\"\"c:D}", "type T {\n  \"\"\"\n  a\n  b\n  \"\"\"\n  c: D\n}"),
            ("\"\"\"ends in \\ \"\"\"scalar S", "\"\"\"ends in \\ \"\"\"\nscalar S"),
            ("\"\"\"a quote \"\n\"\"\"scalar S", "\"\"\"a quote \"\n\"\"\"\nscalar S"),
            ("\"\"\"\"a\" quote\"\"\"scalar S", "\"\"\"\"a\" quote\"\"\"\nscalar S"),
            ("\"\"\"   indented\"\"\"scalar S", "\"\"\"   indented\"\"\"\nscalar S"),
            ("\"\"\"\\\"\"\"\\\"\"\"\"\n\"\"\"scalar S", "\"\"\"\\\"\"\"\\\"\"\"\"\n\"\"\"\nscalar S"),
            ("\"\"\"\"\"\"scalar S", "\"\"\"\"\"\"\nscalar S"),
            ("\"\"\"\(short)\"\"\"scalar S", "\"\"\"\(short)\"\"\"\nscalar S"),
            ("\"\"\"\(short)x\"\"\"scalar S", "\"\"\"\n\(short)x\n\"\"\"\nscalar S"),
            ("\"\"\"  \(short)\"\"\"scalar S", "\"\"\"  \(short)\n\"\"\"\nscalar S"),
        ])
    func blockStrings(_ source: String, _ expected: String) throws {
        let document = try AST.Document(parsing: source)
        #expect(document.printed == expected)
        #expect(structure(of: try AST.Document(parsing: expected)) == structure(of: document))
    }

    @Test(
        "A text that no block string can say is quoted",
        arguments: [
            ("a\rb", #""a\rb""#), (" ", #"" ""#), ("\n", #""\n""#), ("\na", #""\na""#), ("a\n \t", #""a\n \t""#),
            (" a\n  b", #"" a\n  b""#), ("a\r\n", #""a\r\n""#),
        ])
    func fallback(_ text: String, _ expected: String) throws {
        let value = AST.Value.string(text, isBlock: true, Location(line: 1, column: 1))
        #expect(value.printed == expected)
        #expect(try AST.Value(parsing: expected) == .string(text, isBlock: false, Location(line: 1, column: 1)))
    }

    @Test("Control characters, quotes and backslashes are escaped, all else is as it was")
    func quoted() {
        let text = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\/\u{7F}\u{9F}\u{A0}é😀שלום"
        let value = AST.Value.string(text, isBlock: false, Location(line: 1, column: 1))
        #expect(value.printed == #""\u0000\b\t\n\u000B\f\r\u001F\"\\/\u007F\u009F\#u{A0}é😀שלום""#)
    }

    @Test(
        "A shorthand query is written in full where a type would take its brace",
        arguments: [
            "type T", "interface T", "enum T", "input T", "extend schema @d",
        ])
    func braces(_ definition: String) throws {
        var document = try AST.Document(parsing: definition)
        document.definitions += try AST.Document(parsing: "{ a }").definitions
        #expect(document.printed == "\(definition)\n\nquery {\n  a\n}")
    }

    @Test("A shorthand query that was given a name is written in full")
    func shorthand() throws {
        var document = try AST.Document(parsing: "{ a }")
        guard case .operation(var operation) = document.definitions[0] else { return }
        operation.name = AST.Name("Q", at: operation.location)
        document.definitions[0] = .operation(operation)
        #expect(document.printed == "query Q {\n  a\n}")
    }
}
