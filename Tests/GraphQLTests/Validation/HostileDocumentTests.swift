import GraphQL
import Testing

/// Documents that are small or plain to read and would cost dearly if they were followed naively. That the tests end
/// is half of what they show.
@Suite("Validation survives hostile documents")
struct HostileDocumentTests {
    let schema: Schema

    init() throws {
        schema = try Library.schema()
    }

    /// Without the parser's limits, so that validation has to stand alone.
    private func errors(_ source: String, _ change: (inout Limits) -> Void = { _ in }) throws -> [GraphQLError] {
        var limits = Limits()
        limits.bytes = 100_000_000
        limits.tokens = 10_000_000
        change(&limits)
        return schema.validate(try AST.Document(parsing: source, limits: limits), limits: limits)
    }

    private func expectLimit(_ name: String, _ errors: [GraphQLError], at place: SourceLocation = #_sourceLocation) {
        #expect(errors.map(\.code) == [.limitExceeded], sourceLocation: place)
        #expect(errors.first?.message.contains("`\(name)`") == true, sourceLocation: place)
    }

    @Test("a ring of 7,500 fragments is one cycle, named in short")
    func ring() throws {
        let ring = (0..<7_500).map { "fragment F\($0) on Item { ... on Book { ...F\(($0 + 1) % 7_500) } }" }
        let errors = try errors("{ item { ...F0 } } " + ring.joined())
        let error = try #require(errors.first)
        #expect(errors.count == 1)
        #expect(error.message.hasPrefix("Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\""))
        #expect(error.message.utf8.count < 1_100)
        #expect(error.locations.count == 50)
    }

    @Test("a ring that no operation reaches is found")
    func unusedRing() throws {
        let messages = try errors(
            "{ item { id } } fragment A on Item { ...B } fragment B on Item { ...A }"
        ).map(\.message)
        #expect(messages.contains("Cannot spread fragment \"A\" within itself via \"B\"."))
        #expect(messages.count == 3)
    }

    @Test(
        "a chain of 9,000 fragments nests too deep, whether an operation reaches it or not", arguments: [true, false])
    func chain(isUsed: Bool) throws {
        let chain = (0..<9_000).map { "fragment F\($0) on Item { ...F\($0 + 1) }" }.joined()
        let start = isUsed ? "{ item { ...F0 } }" : "{ item { id } }"
        expectLimit("selectionDepth", try errors(start + chain + "fragment F9000 on Item { id }"))
    }

    @Test("fragments that spread the next several times are counted, not followed", arguments: [2, 3])
    func doubling(times: Int) throws {
        let levels = (0..<30).map { level in
            let spread = level.isMultiple(of: 2) ? "...F\(level + 1)" : "... on Book { ...F\(level + 1) }"
            let spreads = (0..<times).map { _ in spread }.joined(separator: " ")
            return "fragment F\(level) on Item { \(spreads) }"
        }
        let source = "{ item { ...F0 } }" + levels.joined() + "fragment F30 on Item { id }"
        #expect(source.utf8.count < 4_096)
        expectLimit("expandedSelections", try errors(source))
    }

    @Test("two hundred doublings have no place in an integer and are refused as well")
    func overflow() throws {
        let levels = (0..<200).map { "fragment F\($0) on Item { ...F\($0 + 1) ...F\($0 + 1) }" }.joined()
        expectLimit("expandedSelections", try errors("{ item { ...F0 } }" + levels + "fragment F200 on Item { id }"))
    }

    @Test("equal field names merge in a single pass", arguments: [500, 8_000])
    func equalNames(count: Int) throws {
        let fields = String(repeating: "title ", count: count)
        #expect(try errors("{ item { \(fields) } }").isEmpty)
        let objects = String(repeating: "item { title } ", count: count / 2)
        #expect(try errors("{ \(objects) }").isEmpty)
    }

    @Test("equal field names in nested inline fragments merge in a single pass")
    func equalNamesNested() throws {
        let open = String(repeating: "... on Item { " + String(repeating: "title ", count: 130), count: 60)
        #expect(try errors("{ item { \(open) \(String(repeating: "}", count: 60)) } }").isEmpty)
    }

    @Test("equal field names in a thousand fragments merge in a single pass")
    func equalNamesInFragments() throws {
        let spreads = (0..<1_000).map { "...F\($0) " }.joined()
        let fragments = (0..<1_000).map { "fragment F\($0) on Item { title title title title }" }.joined()
        #expect(try errors("{ item { \(spreads) } }" + fragments).isEmpty)
    }

    @Test("fields that differ only in their last argument conflict, a bounded number of times")
    func lastArgument() throws {
        let arguments = (0..<11).map { "int\($0): 1" }.joined(separator: ", ")
        let fields = (0..<1_000).map { "echo(\(arguments), last: \($0))" }.joined(separator: " ")
        #expect(try errors("{ \(fields) }").count == 51)
    }

    @Test("fields with thousands of arguments in another order are compared in linear time")
    func manyArguments() throws {
        let names = (0..<5_000).map { "a\($0): 1" }
        let fields = "echo(\(names.joined(separator: " "))) echo(\(names.reversed().joined(separator: " ")))"
        #expect(try errors("{ \(fields) }") { $0.errors = 20_000 }.count == 10_000)
    }

    @Test("selections that exclude each other in every possible way exhaust the budget, not the server")
    func exclusions() throws {
        func tree(_ depth: Int) -> String {
            guard depth > 0 else { return "name" }
            let inner = tree(depth - 1)
            return "friends { \(inner) ... on Person { \(inner) } } "
        }
        func search(_ depth: Int) -> String {
            guard depth > 0 else { return "it: title" }
            return """
                similar { \(search(depth - 1)) }
                ... on Lendable { ... on Book { similar { \(search(depth - 1)) } } }
                """
        }
        #expect(try errors("{ person(by: { id: 1 }) { \(tree(8)) } }") { $0.fieldComparisons = 1_000_000 }.isEmpty)
        expectLimit(
            "fieldComparisons",
            try errors("{ book(id: 1) { \(search(8)) } }") { $0.fieldComparisons = 1_000 }
        )
    }

    @Test("a thousand operations that share a large fragment exhaust the budget, not the server")
    func sharedFragment() throws {
        let operations = (0..<1_000).map { "query Q\($0) { item { title ...F } } " }.joined()
        let fields = (0..<1_000).map { "a\($0): title " }.joined()
        expectLimit("fieldComparisons", try errors(operations + "fragment F on Item { \(fields) }"))
    }

    @Test("a thousand operations that share a fragment with a thousand variables are held against each other once")
    func sharedVariables() throws {
        let operations = (0..<1_000).map { "query Q\($0)($a: ID!) { ...F } " }.joined()
        let fields = (0..<1_000).map { "a\($0): book(id: $a) { id } " }.joined()
        #expect(
            try errors(operations + "fragment F on Query { \(fields) }") { $0.fieldComparisons = 10_000_000 }.isEmpty)
    }

    @Test(
        "ten thousand of whatever is wrong give a bounded answer",
        arguments: [
            ("{ item { ", "unknown%d ", "} }"), ("{ item ", "@unknown%d ", "{ id } }"),
            ("{ item { ", "...unknown%d ", "} }"), ("query Q(", "$v%d: Int ", ") { item { id } }"),
            ("{ echo(any: [", "$v%d ", "]) }"), ("{ echo(", "a%d: 1 ", ") }"),
            ("{ echo(ints: [", "\"%d\" ", "]) }"), ("", "{ item { id } } ", ""),
            ("", "query Q { item { id } } ", ""), ("{ item { id } }", "fragment F%d on Item { id } ", ""),
            ("{ item { ", "... on Unknown%d { id } ", "} }"), ("{ books(filter: { ", "a%d: 1 ", "}) { id } }"),
            ("{ item ", "@skip(if: true) ", "{ id } }"),
            ("query Q(", "$v%d: Unknown ", ") { item { id } }"),
        ]
    )
    func manyErrors(start: String, middle: String, end: String) throws {
        let parts = (0..<10_000).map { number in
            middle.split(separator: "%d", omittingEmptySubsequences: false).joined(separator: String(number))
        }
        let errors = try errors(start + parts.joined() + end)
        #expect(!errors.isEmpty)
        #expect(errors.count <= 51)
        #expect(errors.map(\.message.utf8.count).reduce(0, +) < 20_000)
        #expect(errors.map(\.locations.count).max() ?? 0 <= 50)
        if errors.count == 51 {
            #expect(errors.last?.message == "Too many validation errors, error limit reached. Validation aborted.")
        }
    }

    @Test("a name of a megabyte is not repeated")
    func longName() throws {
        let name = String(repeating: "x", count: 1_000_000)
        let errors = try errors("{ \(name) }")
        #expect(errors.count == 1)
        #expect(errors.first?.message.utf8.count ?? 0 < 1_100)
    }

    @Test("selections, values and mergers as deep as documents may be")
    func deepest() throws {
        let deep = String(repeating: "friends { ", count: 61) + "name" + String(repeating: "}", count: 61)
        #expect(try errors("{ person(by: { id: 1 }) { \(deep) \(deep) } }").isEmpty)
        let list = String(repeating: "[", count: 62) + String(repeating: "]", count: 62)
        #expect(try errors("{ a: echo(any: \(list)) a: echo(any: \(list)) }").isEmpty)
        let chain = (0..<61).map { "fragment F\($0) on Item { id ...F\($0 + 1) }" }.joined()
        #expect(try errors("{ item { ...F0 } item { ...F0 } }" + chain + "fragment F61 on Item { id }").isEmpty)
    }
}
