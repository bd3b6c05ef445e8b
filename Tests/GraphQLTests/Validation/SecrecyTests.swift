import GraphQL
import Testing

@Suite("Validation errors repeat no value")
struct SecrecyTests {
    private static let secret = "sk-made-up-4f8a1c9e7b"

    @Test(
        "a secret where another type is expected",
        arguments: [
            "{ echo(int: \"%s\") }", "{ echo(ints: [1, \"%s\"]) }", "{ echo(genre: \"%s\") }",
            "{ echo(boolean: { key: \"%s\" }) }", "{ person(by: \"%s\") { name } }",
            "{ books(filter: { pages: { from: \"%s\" } }) { id } }",
            "query Q($a: Int = \"%s\") { echo(int: $a) }",
            "{ book(id: 1) @skip(if: \"%s\") { id } }",
            "{ book(id: 1) { cover(size: 1, format: \"%s\") cover(size: 1, format: \"a\") } }",
        ]
    )
    func literal(_ pattern: String) throws {
        let source = pattern.replacing("%s", with: Self.secret)
        let errors = try Library.schema().validate(try AST.Document(parsing: source))
        #expect(!errors.isEmpty)
        for error in errors { #expect(!error.message.contains(Self.secret)) }
    }

    @Test("an enum value that there is not")
    func enumValue() throws {
        let errors = try Library.schema().validate(try AST.Document(parsing: "{ echo(genre: sk_made_up_4f8a1c9e7b) }"))
        #expect(errors.map(\.message) == ["Value does not exist in \"Genre\" enum."])
    }

    @Test(
        "suggestions can be switched off",
        arguments: [
            "{ film { titel } }", "{ item { pages } }", "{ book(ids: 1, id: 1) { id } }", "{ echo(genre: NOVELL) }",
            "{ item { ... on Bock { id } } }", "{ books(filter: { titel: \"a\" }) { id } }", "{ item }",
        ]
    )
    func suggestions(_ source: String) throws {
        let (schema, document) = (try Library.schema(), try AST.Document(parsing: source))
        #expect(schema.validate(document).contains { $0.message.contains("Did you mean") })
        let errors = schema.validate(document, options: ValidationOptions(suggestions: false))
        #expect(!errors.isEmpty)
        for error in errors { #expect(!error.message.contains("Did you mean")) }
    }
}
