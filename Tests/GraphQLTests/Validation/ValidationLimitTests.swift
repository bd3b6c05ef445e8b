import GraphQL
import Testing

/// A document at a limit is accepted, the next one is not.
@Suite("Validation limits")
struct ValidationLimitTests {
    let schema: Schema

    init() throws {
        schema = try Library.schema()
    }

    private func expect(
        _ name: String,
        at source: String,
        beyond other: String,
        _ limits: Limits,
        place: SourceLocation = #_sourceLocation
    ) throws {
        let accepted = schema.validate(try AST.Document(parsing: source), limits: limits)
        #expect(accepted.isEmpty, sourceLocation: place)
        let refused = schema.validate(try AST.Document(parsing: other), limits: limits)
        #expect(refused.map(\.code) == [.limitExceeded], sourceLocation: place)
        #expect(refused.first?.message.contains("`\(name)`") == true, sourceLocation: place)
    }

    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test("expanded selections: fields, inline fragments and spreads with what is in them")
    func expandedSelections() throws {
        var limits = Limits()
        limits.expandedSelections = 10
        let fragment = "fragment F on Item { id title }"
        // item, three spreads of two fields each: ten.
        try expect(
            "expandedSelections",
            at: "{ item { ...F ...F ...F } }" + fragment,
            beyond: "{ item { ...F ...F ...F id } }" + fragment,
            limits
        )
    }

    @Test("root fields of a mutation, through fragments; those of a query are not counted")
    func rootFields() throws {
        var limits = Limits()
        limits.rootFields = 4
        let fragment = "fragment F on Mutation { a: giveBack(id: 1) ... on Mutation { b: giveBack(id: 1) } }"
        try expect(
            "rootFields",
            at: "mutation { ...F ...F }" + fragment,
            beyond: "mutation { ...F ...F c: giveBack(id: 1) }" + fragment,
            limits
        )
        let query = try AST.Document(parsing: "{ a: echo b: echo c: echo d: echo e: echo }")
        #expect(schema.validate(query, limits: limits).isEmpty)
    }

    @Test("a thousand root fields of a mutation by default")
    func defaultRootFields() throws {
        let fields = (0..<1_000).map { "a\($0): giveBack(id: 1) " }.joined()
        try expect(
            "rootFields", at: "mutation { \(fields) }", beyond: "mutation { \(fields) b: giveBack(id: 1) }", Limits())
    }

    @Test("aliases, through fragments")
    func aliases() throws {
        var limits = Limits()
        limits.aliases = 4
        let fragment = "fragment F on Query { a: echo b: echo }"
        try expect(
            "aliases", at: "{ ...F ... on Query { ...F } }" + fragment, beyond: "{ ...F ...F c: echo }" + fragment,
            limits)
    }

    @Test("directives, through fragments")
    func directives() throws {
        var limits = Limits()
        limits.directives = 4
        let fragment = "fragment F on Query { echo @skip(if: false) @include(if: true) }"
        try expect(
            "directives", at: "{ ...F ...F }" + fragment, beyond: "{ ...F ...F @skip(if: false) }" + fragment, limits)
    }

    @Test("selection depth, through fragments")
    func selectionDepth() throws {
        let deep = repeated("friends { ", 30) + "name" + repeated("}", 30)
        let start = "{ person(by: { id: 1 }) { ...F } } fragment F on Person { \(deep) }"
        let bottom = "fragment G on Person { \(deep) }"
        // Two in the operation, one and thirty in each fragment: 64 and 65.
        try expect(
            "selectionDepth",
            at: start.replacing("name", with: "...G") + bottom,
            beyond: start.replacing("name", with: "... { ...G }") + bottom,
            Limits()
        )
    }

    @Test("introspection lists inside each other, through fragments")
    func introspectionDepth() throws {
        let start = "{ __schema { types { fields { args { type { ...F } } } } } }"
        try expect(
            "introspectionDepth",
            at: start + "fragment F on __Type { enumValues { name } ofType { name } }",
            beyond: start + "fragment F on __Type { fields { args { name } } }",
            Limits()
        )
    }

    @Test("introspection roots, through fragments and under any alias")
    func introspectionRoots() throws {
        let roots = (0..<10).map { "a\($0): __schema { queryType { name } } " }.joined()
        try expect(
            "introspectionRoots",
            at: "{ ...F } fragment F on Query { \(roots) }",
            beyond:
                "query IntrospectionQuery { ...F __typename: __type(name: \"Book\") { name } } fragment F on Query { \(roots) }",
            Limits()
        )
    }

    @Test("comparisons of fields")
    func fieldComparisons() throws {
        var limits = Limits()
        limits.fieldComparisons = 10
        // Each further field is compared for identity and for shape.
        try expect(
            "fieldComparisons",
            at: "{ item { \(repeated("id ", 6)) } }",
            beyond: "{ item { \(repeated("id ", 7)) } }",
            limits
        )
    }

    @Test("errors kept, with one more that says that there are others")
    func errors() throws {
        var limits = Limits()
        limits.errors = 3
        let three = schema.validate(try AST.Document(parsing: "{ a b c }"), limits: limits)
        #expect(three.count == 3)
        let more = schema.validate(try AST.Document(parsing: "{ a b c d e }"), limits: limits)
        #expect(more.count == 4)
        #expect(more.last?.message == "Too many validation errors, error limit reached. Validation aborted.")
    }

    @Test("the introspection query that tools send is within all limits")
    func standardIntrospection() throws {
        #expect(schema.validate(try AST.Document(parsing: Self.introspection)).isEmpty)
    }

    private static let introspection = """
        query IntrospectionQuery {
            __schema {
                description
                queryType { name kind } mutationType { name kind } subscriptionType { name kind }
                types { ...FullType }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
            }
        }
        fragment FullType on __Type {
            kind name description specifiedByURL isOneOf
            fields(includeDeprecated: true) {
                name description
                args(includeDeprecated: true) { ...InputValue }
                type { ...TypeRef }
                isDeprecated deprecationReason
            }
            inputFields(includeDeprecated: true) { ...InputValue }
            interfaces { ...TypeRef }
            enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
            possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue {
            name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
        }
        fragment TypeRef on __Type {
            kind name
            ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
            ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """
}
