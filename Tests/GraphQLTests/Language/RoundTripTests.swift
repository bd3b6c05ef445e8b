import GraphQL
import Testing

@Suite("What is printed reads back as what it was")
struct RoundTripTests {
    @Test("Every production, from a document", arguments: [KitchenSink.executable, KitchenSink.typeSystem])
    func kitchenSinks(_ source: String) throws {
        let document = try AST.Document(parsing: source)
        let printed = document.printed
        let again = try AST.Document(parsing: printed)
        #expect(structure(of: again) == structure(of: document))
        #expect(again.printed == printed)
    }

    @Test("The same from bytes, and with every kind of line end", arguments: ["\n", "\r", "\r\n"])
    func lineEnds(_ lineEnd: String) throws {
        let source = KitchenSink.executable.replacing("\n", with: lineEnd)
        let document = try AST.Document(parsing: Array(source.utf8))
        #expect(document == (try AST.Document(parsing: KitchenSink.executable)))
    }

    @Test("Random documents", arguments: 0..<200)
    func random(_ seed: UInt64) throws {
        var generator = NodeGenerator(seed: seed)
        let document = generator.document()
        let printed = document.printed
        var limits = Limits()
        limits.tokens = .max
        let again = try AST.Document(parsing: printed, limits: limits)
        #expect(structure(of: again) == structure(of: document))
        #expect(again.printed == printed)
    }

    @Test(
        "Two documents that differ are told apart",
        arguments: [
            ("{ a }", "query { a }"), ("{ a(b: 1) }", "{ a(b: 1.0) }"), ("{ a(b: \"c\") }", "{ a(b: \"\"\"c\"\"\") }"),
            ("type T", "extend type T @a"), ("{ a(b: c) }", "{ a(b: d) }"), ("{ a }", "{ a a }"),
        ])
    func differences(_ one: String, _ other: String) throws {
        #expect(structure(of: try AST.Document(parsing: one)) != structure(of: try AST.Document(parsing: other)))
    }
}
