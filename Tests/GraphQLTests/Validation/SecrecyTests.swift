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

    @Test("introspection can be refused, under any alias and in any fragment; a type's name never is")
    func introspection() throws {
        let document = try AST.Document(
            parsing: """
                query IntrospectionQuery { name: __typename a: __schema { queryType { name } } ...F item { __typename } }
                fragment F on Query { b: __type(name: "Book") { name } }
                """
        )
        let schema = try Library.schema()
        #expect(schema.validate(document).isEmpty)
        let refused = schema.validate(document, options: ValidationOptions(introspection: false)).map(\.message)
        #expect(
            refused.prefix(2) == [
                "GraphQL introspection has been disabled, but the requested query contained the field \"__schema\".",
                "GraphQL introspection has been disabled, but the requested query contained the field \"__type\".",
            ]
        )
        let harmless = try AST.Document(parsing: "{ __typename item { __typename } }")
        #expect(schema.validate(harmless, options: ValidationOptions(introspection: false)).isEmpty)
    }
}
