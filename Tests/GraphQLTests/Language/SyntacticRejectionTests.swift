import GraphQL
import Testing

@Suite("Tokens that make no document")
struct SyntacticRejectionTests {
    @Test("An operation or fragment that breaks the grammar is refused where it does", arguments: executableCases)
    func executable(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.Document(parsing: source) }
    }

    static let executableCases = [
        Rejection("", "Unexpected <EOF>", 1, 1),
        Rejection(" # only a comment", "Unexpected <EOF>", 1, 18),
        Rejection("foo { a }", #"Unexpected Name "foo""#, 1, 1),
        Rejection("}", #"Unexpected "}""#, 1, 1),
        Rejection("1.5", #"Unexpected Float "1.5""#, 1, 1),
        Rejection("{", "Expected Name, found <EOF>", 1, 2),
        Rejection("{}", #"Expected Name, found "}""#, 1, 2),
        Rejection("{ a", "Expected Name, found <EOF>", 1, 4),
        Rejection("{ a }}", #"Unexpected "}""#, 1, 6),
        Rejection("{ a { } }", #"Expected Name, found "}""#, 1, 7),
        Rejection("{ a: }", #"Expected Name, found "}""#, 1, 6),
        Rejection("{ a: b: c }", #"Expected Name, found ":""#, 1, 7),
        Rejection("{ a() }", #"Expected Name, found ")""#, 1, 5),
        Rejection("{ a(b) }", #"Expected ":", found ")""#, 1, 6),
        Rejection("{ a(b:) }", #"Unexpected ")""#, 1, 7),
        Rejection("{ a(b: 1", "Expected Name, found <EOF>", 1, 9),
        Rejection("{ a 1 }", #"Expected Name, found Int "1""#, 1, 5),
        Rejection("{ a & }", #"Expected Name, found "&""#, 1, 5),
        Rejection("{ ... }", #"Expected "{", found "}""#, 1, 7),
        Rejection("{ ...on }", #"Expected Name, found "}""#, 1, 9),
        Rejection("{ ... on T }", #"Expected "{", found "}""#, 1, 12),
        Rejection("{ a @ }", #"Expected Name, found "}""#, 1, 7),
        Rejection("{ a @d( }", #"Expected Name, found "}""#, 1, 9),
        Rejection("query", #"Expected "{", found <EOF>"#, 1, 6),
        Rejection("query Q() { a }", #"Expected "$", found ")""#, 1, 9),
        Rejection("query Q(a: Int) { a }", #"Expected "$", found Name "a""#, 1, 9),
        Rejection("query Q($1: Int) { a }", #"Expected Name, found Int "1""#, 1, 10),
        Rejection("query Q($a) { a }", #"Expected ":", found ")""#, 1, 11),
        Rejection("query Q($a: ) { a }", #"Expected Name, found ")""#, 1, 13),
        Rejection("query Q($a: [Int) { a }", #"Expected "]", found ")""#, 1, 17),
        Rejection("query Q($a: []) { a }", #"Expected Name, found "]""#, 1, 14),
        Rejection("query Q($a: Int!!) { a }", #"Expected "$", found "!""#, 1, 17),
        Rejection("query Q($a: Int = ) { a }", #"Unexpected ")""#, 1, 19),
        Rejection("query Q($a: Int = $b) { a }", #"Unexpected variable "$b" in constant value"#, 1, 19),
        Rejection("query Q($a: T = [{ b: $c }]) { a }", #"Unexpected variable "$c" in constant value"#, 1, 23),
        Rejection("query Q($a: Int @d(x: $b)) { a }", #"Unexpected variable "$b" in constant value"#, 1, 23),
        Rejection("query Q($a: Int = $) { a }", #"Unexpected "$""#, 1, 19),
        Rejection("fragment F { a }", #"Expected "on", found "{""#, 1, 12),
        Rejection("fragment F on { a }", #"Expected Name, found "{""#, 1, 15),
        Rejection("fragment F on T", #"Expected "{", found <EOF>"#, 1, 16),
        Rejection("fragment on on T { a }", #"Unexpected Name "on""#, 1, 10),
        Rejection("{ a(b: {c 1}) }", #"Expected ":", found Int "1""#, 1, 11),
        Rejection("{ a(b: {1: 1}) }", #"Expected Name, found Int "1""#, 1, 9),
        Rejection("{ a(b: [1, ) }", #"Unexpected ")""#, 1, 12),
        Rejection("{ a(b: $) }", #"Expected Name, found ")""#, 1, 9),
        Rejection("{ a(b: @) }", #"Unexpected "@""#, 1, 8),
        Rejection(
            "\n \"d\" { a }",
            "Unexpected description, descriptions are not supported on shorthand queries",
            2,
            2
        ),
        Rejection("\"d\"", "Unexpected <EOF>", 1, 4),
        Rejection("\"d\" foo", "Unexpected description, only GraphQL definitions support descriptions", 1, 1),
    ]

    @Test("A type system definition that breaks the grammar is refused where it does", arguments: typeSystemCases)
    func typeSystem(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.Document(parsing: source) }
    }

    static let typeSystemCases = [
        Rejection("schema", #"Expected "{", found <EOF>"#, 1, 7),
        Rejection("schema @d", #"Expected "{", found <EOF>"#, 1, 10),
        Rejection("schema { }", #"Expected Name, found "}""#, 1, 10),
        Rejection("schema { foo: T }", #"Unexpected Name "foo""#, 1, 10),
        Rejection("schema { foo ? }", #"Unexpected character: "?""#, 1, 14),
        Rejection("schema { query: 1 }", #"Expected Name, found Int "1""#, 1, 17),
        Rejection("type", "Expected Name, found <EOF>", 1, 5),
        Rejection("type T {}", #"Expected Name, found "}""#, 1, 9),
        Rejection("type T { a }", #"Expected ":", found "}""#, 1, 12),
        Rejection("type T { a: Int = 1 }", #"Expected Name, found "=""#, 1, 17),
        Rejection("type T { a(): Int }", #"Expected Name, found ")""#, 1, 12),
        Rejection("type T { a(b: Int = $x): Int }", #"Unexpected variable "$x" in constant value"#, 1, 21),
        Rejection("type T implements", "Expected Name, found <EOF>", 1, 18),
        Rejection("type T implements A B", #"Unexpected Name "B""#, 1, 21),
        Rejection("type T implements A, B { a: Int }", #"Unexpected Name "B""#, 1, 22),
        Rejection("type T implements A && B", #"Expected Name, found "&""#, 1, 22),
        Rejection("interface I {}", #"Expected Name, found "}""#, 1, 14),
        Rejection("union U =", "Expected Name, found <EOF>", 1, 10),
        Rejection("union U = |", "Expected Name, found <EOF>", 1, 12),
        Rejection("union U = A | | B", #"Expected Name, found "|""#, 1, 15),
        Rejection("enum E {}", #"Expected Name, found "}""#, 1, 9),
        Rejection("enum E { true }", #"Name "true" is reserved and cannot be used for an enum value"#, 1, 10),
        Rejection("enum E { false }", #"Name "false" is reserved and cannot be used for an enum value"#, 1, 10),
        Rejection("enum E { \"d\" null }", #"Name "null" is reserved and cannot be used for an enum value"#, 1, 14),
        Rejection("input I {}", #"Expected Name, found "}""#, 1, 10),
        Rejection("input I { a(b: Int): Int }", #"Expected ":", found "(""#, 1, 12),
        Rejection("scalar S {", "Expected Name, found <EOF>", 1, 11),
        Rejection("directive d on FIELD", #"Expected "@", found Name "d""#, 1, 11),
        Rejection("directive @d", #"Expected "on", found <EOF>"#, 1, 13),
        Rejection("directive @d on", "Expected Name, found <EOF>", 1, 16),
        Rejection("directive @d on FOO", #"Unexpected Name "FOO""#, 1, 17),
        Rejection("directive @d on field", #"Unexpected Name "field""#, 1, 17),
        Rejection("directive @d on FIELD |", "Expected Name, found <EOF>", 1, 24),
        Rejection("directive @d repeatable repeatable on FIELD", #"Expected "on", found Name "repeatable""#, 1, 25),
        Rejection("extend", "Unexpected <EOF>", 1, 7),
        Rejection("extend query { a }", #"Unexpected Name "query""#, 1, 8),
        Rejection("extend directive @d on FIELD", #"Unexpected Name "directive""#, 1, 8),
        Rejection("extend schema", "Unexpected <EOF>", 1, 14),
        Rejection("extend scalar S", "Unexpected <EOF>", 1, 16),
        Rejection("extend type T", "Unexpected <EOF>", 1, 14),
        Rejection("extend interface I type T", #"Unexpected Name "type""#, 1, 20),
        Rejection("extend union U", "Unexpected <EOF>", 1, 15),
        Rejection("extend enum E {}", #"Expected Name, found "}""#, 1, 16),
        Rejection("extend input I", "Unexpected <EOF>", 1, 15),
        Rejection(
            "\"d\" extend type T { a: Int }",
            "Unexpected description, only GraphQL definitions support descriptions",
            1,
            1
        ),
    ]

    @Test(
        "What stands in a string is never repeated in an error",
        arguments: [
            #"{ a "rst_made_up_secret" }"#, #"{ a(b: "x" "rst_made_up_secret") }"#,
            #"{ a(b: {"rst_made_up_secret": 1}) }"#,
            #"{ a(b: "rst_made_up_secret\x") }"#, "{ a(b: \"rst_made_up_secret\n\") }",
            #"{ a """rst_made_up_secret""" }"#,
            #""rst_made_up_secret" "rst_made_up_secret" { a }"#, #"{ a(b: "\urst_made_up_secret") }"#,
        ])
    func secrets(_ source: String) {
        #expect {
            try AST.Document(parsing: source)
        } throws: {
            guard let error = $0 as? GraphQLError else { return false }
            return !"\(error)".contains("rst_") && error.code == .parseFailed
        }
    }

    @Test("A name in an error is cut to a length that cannot fill an answer")
    func longName() {
        let name = String(repeating: "n", count: 100_000)
        Rejection(name, "Unexpected Name \"\(name.prefix(64))…\"", 1, 1)
            .expect { source throws(GraphQLError) in _ = try AST.Document(parsing: source) }
        Rejection(
            "query ($a: Int = $\(name)) { a }", "Unexpected variable \"$\(name.prefix(64))…\" in constant value", 1, 18
        )
        .expect { source throws(GraphQLError) in _ = try AST.Document(parsing: source) }
    }

    @Test(
        "Nothing may follow a lone value, type or coordinate",
        arguments: [
            Rejection("1 2", #"Expected <EOF>, found Int "2""#, 1, 3),
            Rejection("[1] {", #"Expected <EOF>, found "{""#, 1, 5),
        ])
    func trailing(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.Value(parsing: source) }
    }

    @Test("A lone constant refuses variables")
    func constant() {
        Rejection("[$a]", #"Unexpected variable "$a" in constant value"#, 1, 2)
            .expect { source throws(GraphQLError) in _ = try AST.Value(parsing: source, isConst: true) }
    }

    @Test(
        "A lone type that breaks the grammar is refused where it does",
        arguments: [
            Rejection("", "Expected Name, found <EOF>", 1, 1),
            Rejection("[Int", #"Expected "]", found <EOF>"#, 1, 5),
            Rejection("Int!!", #"Expected <EOF>, found "!""#, 1, 5),
            Rejection("Int Int", #"Expected <EOF>, found Name "Int""#, 1, 5),
        ])
    func types(_ rejection: Rejection) {
        rejection.expect { source throws(GraphQLError) in _ = try AST.TypeReference(parsing: source) }
    }
}
