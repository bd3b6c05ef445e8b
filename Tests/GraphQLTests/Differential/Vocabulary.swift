import GraphQL

extension Tampering.Vocabulary {
    /// For executable documents, with names that the schema knows.
    init(of schema: Schema) {
        self.init(
            names: schema.types.flatMap(\.fields.keys).prefix(20) + schema.types.map(\.name).prefix(20) + ["unknown"],
            values: Self.literals,
            literals: Self.literals,
            members: [
                "...F0", "...F1", "...Unknown", "field0", "field0: __typename", "field1 { __typename }", "k1: field1",
                "__typename", "__schema { queryType { name } }", "... on Object1 { __typename }",
                "... on Query { __typename }", "... on Enum0 { a }", "... @include(if: true) { __typename }",
            ],
            arguments: [
                "$v0: Int", "$unused: Int", "$v1: [String!]", "arg0: 1", "arg1: $v0", "if: true", "unknown: 1",
            ],
            definitions: [
                "{ __typename }", "fragment F0 on Query { __typename }", "fragment Unused on Query { ...F0 }",
                "query Op0 { __typename }", "type Object9 { a: Int }",
            ],
            marks: Self.marks
        )
    }

    /// For schemas as `SchemaGenerator` makes them.
    static let typeSystem = Tampering.Vocabulary(
        names: [
            "Object0", "Object1", "Interface0", "Interface1", "Union0", "Enum0", "Scalar0", "Input0", "Input1", "Query",
            "Int", "String", "field0", "shared0", "f0", "arg0", "deprecated", "oneOf", "__x", "unknown", "FIELD",
        ],
        values: [
            "Int", "Int!", "[Object0]", "[Interface0!]", "Object1!", "Union0", "Enum0", "Scalar0!", "Input0", "Input1!",
            "[[Input0!]!]!", "Query", "Unknown",
        ],
        literals: literals,
        members: [
            "field0: Int", "field0: Object0!", "shared0: Int", "shared0: [Interface0]", "f0: Input0!",
            "f1: Input1 = {}",
            "f0: Int = 1", "__f: Int", "added(arg0: Input0! @deprecated): Int", "added: Input0", "ENUM0_0",
        ],
        arguments: ["arg0: Int", "arg9: Input0!", "arg9: Object0", "__a: Int", "arg9: Int! = null", "if: true"],
        definitions: [
            "extend type Object0 { field9: Int }", "extend type Object0 implements Interface0",
            "type Object0 { a: Int }",
            "extend enum Enum0 { ENUM0_0 }", "extend union Union0 = Object0", "extend input Input0 { f9: Input0! }",
            "extend schema { query: Object0 }", "extend scalar Scalar0 @specifiedBy(url: \"x\")",
            "schema { query: Query }",
            "directive @directive0 on FIELD", "directive @loop(a: Int @loop) on ARGUMENT_DEFINITION", "type Empty",
            "input Loop { loop: Loop! }", "input Loop { loop: Loop = {} }", "input Empty", "union Alone",
            "extend type Unknown { a: Int }",
            "interface Self implements Self { a: Int }", "input One @oneOf { a: Int! }", "input One @oneOf { a: One }",
        ],
        marks: marks + ["@deprecated", "@oneOf", "implements Interface0", "& Interface1", "| Object1", "= 1"]
    )

    private static let literals = [
        "1", "-7", "\"x\"", "null", "{}", "[]", "ENUM0_0", "1.5", "true", "$v0", "$v1", "$undefined", "99999999999",
        "[null]", "{ f0: 1 }", "{ f0: null }", "[[1]]", "{ f0: 1, f1: 2 }", "{ f1: {} }",
    ]
    private static let marks = ["!", "]", "[", ":", "@skip(if: true)", "@unknown", "$", "=", "..."]
}
