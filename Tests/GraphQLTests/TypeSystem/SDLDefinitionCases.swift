/// What can be seen before there is a table: names given twice, names that are not there, extensions.
extension SDLCase {
    static let definitions = [
        SDLCase(
            "usual names for the roots", "type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }"),
        SDLCase("other names for the roots", "schema { query: A } type A { a: Int } type Mutation { a: Int }"),
        SDLCase("definitions after their use", "type Query { a(b: C): D } enum C { C } type D { query: Query }"),
        SDLCase("no query", "type Mutation { a: Int }", "Query root type must be provided."),
        SDLCase(
            "operations and fragments",
            "type Query { a: Int } §1query Q { a } §2fragment F on Query { a }",
            "Operations are not part of a type system.",
            "The \"F\" fragment is not part of a type system."
        ),
        SDLCase(
            "two schema definitions",
            "schema { query: Query } §1schema { query: Query } type Query { a: Int }",
            "Must provide only one schema definition."
        ),
        SDLCase(
            "a root type given twice",
            "schema { §1query: Query §1query: Query } type Query { a: Int }",
            "There can be only one query type in schema."
        ),
        SDLCase(
            "a root type given by an extension, where the usual one is there already",
            "type §1Query { a: Int } type Root { a: Int } extend schema { §1query: Root }",
            "There can be only one query type in schema."
        ),
        SDLCase(
            "another root type given by an extension, where the schema is not defined",
            "type Query { a: Int } type Root { a: Int } extend schema { mutation: Root }"
        ),
        SDLCase(
            "a type defined twice, whatever its kinds",
            "type Query { a: A } enum §1A { B } input §1A { b: Int }",
            "There can be only one type named \"A\"."
        ),
        SDLCase(
            "a directive defined twice",
            "type Query { a: Int } directive @§1a on FIELD directive @§1a on QUERY",
            "There can be only one directive named \"@a\"."
        ),
        SDLCase(
            "fields, arguments, values and input fields defined twice, also by extensions",
            """
            type Query { §2a: Int §2a(§3b: A, §3b: B): Int }
            extend type Query { §2a: Int }
            input A { §4a: Int §4a: Int }
            enum B { §5A §5A }
            directive @d(§1a: Int, §1a: Int) on FIELD
            """,
            "Argument \"@d(a:)\" can only be defined once.",
            "Field \"Query.a\" can only be defined once.",
            "Argument \"Query.a(b:)\" can only be defined once.",
            "Field \"A.a\" can only be defined once.",
            "Enum value \"B.A\" can only be defined once."
        ),
        SDLCase(
            "types that are not there",
            """
            schema { query: Query mutation: §1Mutatoin }
            type Query implements §2Nod { a(b: §4Inn): [§3Strin!] }
            type Mutation { a: Int }
            union U = §5X | Query
            input In { a: §6Y }
            directive @d(a: §7Z) on FIELD
            """,
            "Unknown type \"Mutatoin\". Did you mean \"Mutation\"?",
            "Unknown type \"Nod\". Did you mean \"ID\"?",
            "Unknown type \"Strin\". Did you mean \"String\" or \"In\"?",
            "Unknown type \"Inn\". Did you mean \"In\", \"Int\", or \"ID\"?",
            "Unknown type \"X\". Did you mean \"U\"?",
            "Unknown type \"Y\". Did you mean \"U\"?",
            "Unknown type \"Z\". Did you mean \"U\"?"
        ),
        SDLCase(
            "extensions of every kind",
            """
            schema { query: Query }
            extend schema { mutation: M }
            type Query { a: S u: U e: E n: N } extend type Query implements N @d { b: Int id: ID }
            type M { a(i: I): Int }
            interface N { id: ID } extend interface N @d
            scalar S extend scalar S @specifiedBy(url: "https://example.com/s")
            union U = M extend union U = Query
            enum E { A } extend enum E { B }
            input I { a: Int } extend input I @d { b: Int }
            directive @d on OBJECT | INTERFACE | INPUT_OBJECT
            """
        ),
        SDLCase(
            "extensions of what is not there or is of another kind",
            """
            type Query { a: Int }
            extend type §1Quary { b: Int }
            §2enum E { A }
            §2extend input E { a: Int }
            extend scalar §3Int @a
            """,
            "Cannot extend type \"Quary\" because it is not defined. Did you mean \"Query\"?",
            "Cannot extend non-input object type \"E\".",
            "Cannot extend type \"Int\" because it is not defined."
        ),
        SDLCase(
            "directives on definitions, as they are defined",
            """
            directive @a(b: Int!) on SCHEMA | OBJECT
            schema §1@a { query: Query }
            type Query §2@b { a: Int §3@a(b: 1) b: Int @deprecated(reason: §41) }
            scalar S §5@specifiedBy(url: "a") §5@specifiedBy(url: "b")
            enum E { A §6@oneOf }
            """,
            "Directive \"@a\" argument \"b\" of type \"Int!\" is required, but it was not provided.",
            "Unknown directive \"@b\".",
            "Directive \"@a\" may not be used on FIELD_DEFINITION.",
            "Expected value of type \"String!\", found an integer.",
            "The directive \"@specifiedBy\" can only be used once at this location.",
            "Directive \"@oneOf\" may not be used on ENUM_VALUE."
        ),
        SDLCase(
            "specified directives and built-in scalars may be defined again",
            "type Query { a: Int @deprecated } scalar Int directive @deprecated(reason: String) on FIELD_DEFINITION"
        ),
    ]
}
