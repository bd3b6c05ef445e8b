import GraphQL
import Testing

@Suite("Nodes and where they stand")
struct NodeTests {
    private static func at(_ line: UInt32, _ column: UInt32) -> Location { Location(line: line, column: column) }
    private func at(_ line: UInt32, _ column: UInt32) -> Location { Self.at(line, column) }

    @Test("An operation knows the places of its parts")
    func operation() throws {
        let document = try AST.Document(
            parsing: "\"d\" query Q($a: [B!] = 1) @c {\n  d: e(f: $a)\n  ... on T { g }\n  ...F\n}")
        let name = { (name: String, line: UInt32, column: UInt32) in AST.Name(name, at: Self.at(line, column)) }
        let expected = AST.OperationDefinition(
            description: AST.Description("d", isBlock: false, at: at(1, 1)),
            operation: .query,
            name: name("Q", 1, 11),
            variables: [
                AST.VariableDefinition(
                    name: name("a", 1, 14),
                    type: .list(.nonNull(.named(name("B", 1, 18))), at(1, 17)),
                    defaultValue: .int("1", at(1, 24)),
                    at: at(1, 13)
                )
            ],
            directives: [AST.Directive(name: name("c", 1, 28), at: at(1, 27))],
            selectionSet: AST.SelectionSet(
                [
                    .field(
                        AST.Field(
                            alias: name("d", 2, 3),
                            name: name("e", 2, 6),
                            arguments: [AST.Argument(name: name("f", 2, 8), value: .variable(name: "a", at(2, 11)))]
                        )
                    ),
                    .inlineFragment(
                        AST.InlineFragment(
                            typeCondition: name("T", 3, 10),
                            selectionSet: AST.SelectionSet(
                                [.field(AST.Field(name: name("g", 3, 14)))],
                                at: at(3, 12)
                            ),
                            at: at(3, 3)
                        )
                    ),
                    .fragmentSpread(AST.FragmentSpread(name: name("F", 4, 6), at: at(4, 3))),
                ],
                at: at(1, 30)
            ),
            at: at(1, 5)
        )
        #expect(document.definitions == [.operation(expected)])
    }

    @Test("A type definition stands at its keyword, an extension at `extend`")
    func types() throws {
        let document = try AST.Document(
            parsing: "\"\"\"d\n\"\"\" type A implements B & C @e { f(g: H = 1): [I] }\nextend union J = K | L")
        let name = { (name: String, line: UInt32, column: UInt32) in AST.Name(name, at: Self.at(line, column)) }
        let object = AST.TypeDefinition(
            description: AST.Description("d", isBlock: true, at: at(1, 1)),
            name: name("A", 2, 10),
            directives: [AST.Directive(name: name("e", 2, 30), at: at(2, 29))],
            kind: .object(
                interfaces: [name("B", 2, 23), name("C", 2, 27)],
                fields: [
                    AST.FieldDefinition(
                        name: name("f", 2, 34),
                        arguments: [
                            AST.InputValueDefinition(
                                name: name("g", 2, 36),
                                type: .named(name("H", 2, 39)),
                                defaultValue: .int("1", at(2, 43))
                            )
                        ],
                        type: .list(.named(name("I", 2, 48)), at(2, 47))
                    )
                ]
            ),
            at: at(2, 5)
        )
        let union = AST.TypeDefinition(
            isExtension: true,
            name: name("J", 3, 14),
            kind: .union(members: [name("K", 3, 18), name("L", 3, 22)]),
            at: at(3, 1)
        )
        #expect(document.definitions == [.typeSystem(.type(object)), .typeSystem(.type(union))])
    }

    @Test(
        "Words of the grammar are names wherever a name may stand",
        arguments: [
            "{ query mutation subscription fragment on type true false null extend schema implements repeatable }",
            "query query { query }", "fragment query on on { on }",
            "query ($on: on = on) @on { on(on: on) @on { on } }",
            "type type implements implements & type { type(type: type): type }", "directive @on on FIELD",
            "directive @repeatable repeatable on FIELD", "enum enum { enum on query }", "union union = union | on",
            "{ ... on on { a } ...onward }", "schema @schema { query: query }", "extend type extend @extend",
        ])
    func words(_ source: String) throws {
        let document = try AST.Document(parsing: source)
        #expect(structure(of: try AST.Document(parsing: document.printed)) == structure(of: document))
    }
}
