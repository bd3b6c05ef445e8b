/// "Type validation" of chapter 3.
extension SDLCase {
    static let types = [
        SDLCase(
            "roots that are no objects, or the same one",
            "§1§2schema { query: A mutation: A subscription: B } type A { a: Int } input B { a: Int }",
            "Subscription root type must be Object type if provided, it cannot be B.",
            "All root types must be different, \"A\" type is used as query and mutation root types."
        ),
        SDLCase(
            "types with nothing in them",
            """
            type Query { a: Int }
            type §1A
            interface §2B
            union §3C
            enum §4D
            input §5E
            """,
            "Type A must define one or more fields.",
            "Type B must define one or more fields.",
            "Union type C must define one or more member types.",
            "Enum type D must define one or more values.",
            "Input Object type E must define one or more fields."
        ),
        SDLCase(
            "names that are introspection's",
            """
            type Query { §2__a(§3__b: Int): Int }
            enum §4__E { §5__A }
            input I { §6__a: Int }
            directive @§1__d on FIELD
            """,
            "Name \"__d\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            "Name \"__b\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            "Name \"__E\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            "Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection."
        ),
        SDLCase(
            "input types for output and output types for input",
            """
            type Query { §2a(§3b: Query): [I!] }
            input I { a: Int §4b: [Query] }
            directive @d(§1a: Query) on FIELD
            """,
            "The type of @d(a:) must be Input Type but got: Query.",
            "The type of Query.a must be Output Type but got: [I!].",
            "The type of Query.a(b:) must be Input Type but got: Query.",
            "The type of I.b must be Input Type but got: [Query]."
        ),
        SDLCase(
            "a union of anything but objects, and of one twice",
            "type Query { a: U } union §1§2U = Query | Query | E enum E { A }",
            "Union type U can only include type Query once.",
            "Union type U can only include Object types, it cannot include E."
        ),
        SDLCase(
            "required inputs that are deprecated",
            """
            type Query { a(§2b: Int! @deprecated, c: Int! = 1 @deprecated, d: Int @deprecated): Int }
            input I { §3a: Int! @deprecated b: Int! = 1 @deprecated }
            directive @d(§1a: Int! @deprecated) on FIELD
            """,
            "Required argument @d(a:) cannot be deprecated.",
            "Required argument Query.a(b:) cannot be deprecated.",
            "Required input field I.a cannot be deprecated."
        ),
        SDLCase(
            "oneOf fields that are not nullable or have a default",
            "type Query { a(b: I): Int } input I @oneOf { §1a: Int! §2b: Int = 1 c: Int }",
            "OneOf input field I.a must be nullable.",
            "OneOf input field I.b cannot have a default value."
        ),
        SDLCase(
            "references back through lists, nullable fields and other choices",
            """
            type Query { a(b: A, c: C): Int }
            input A { a: A as: [A!]! b: B! }
            input B { a: A }
            input C @oneOf { c: C n: Int }
            input D @oneOf { ds: [D!] }
            """
        ),
        SDLCase(
            "input objects without a finite value",
            """
            type Query { a: Int }
            input A { §1b: B! }
            input B { x: Int §2c: C! }
            input C { §3a: A! }
            input D { §4d: D! }
            input E @oneOf { §5e: E f: F }
            input F { §6e: E! }
            """,
            "Cannot reference Input Object A within itself through a series of non-null fields: A.b, B.c, C.a.",
            "Cannot reference Input Object B within itself through a series of non-null fields: B.c, C.a, A.b.",
            "Cannot reference Input Object C within itself through a series of non-null fields: C.a, A.b, B.c.",
            "Cannot reference Input Object D within itself through a series of non-null fields: D.d.",
            "OneOf Input Object E has no finite value: each of its fields leads back to it.",
            "Cannot reference Input Object F within itself through a series of non-null fields: F.e, E.e."
        ),
        SDLCase(
            "default values of another type",
            """
            type Query { a(§2b: Int = "1", c: [E!] = A, d: I = { a: 1 }, §3e: E = C): Int }
            enum E { A B }
            input I { a: Int! §4b: I = { b: null } }
            directive @d(§1a: Int! = null) on FIELD
            """,
            "@d(a:) has an invalid default value: Expected value of type \"Int!\", found null.",
            "Query.a(b:) has an invalid default value: Expected value of type \"Int\", found a string.",
            """
            Query.a(e:) has an invalid default value: Value does not exist in "E" enum. Did you mean the enum value \
            "A" or "B"?
            """,
            "I.b has an invalid default value: Field \"I.a\" of required type \"Int!\" was not provided."
        ),
        SDLCase(
            "default values that fill each other in",
            """
            type Query { a(b: A): Int }
            input A { §1b: B = {} }
            input B { a: A = {} n: Int = 1 }
            input C { §2c: C = { n: 1 } n: Int }
            input D { d: D = { d: null } ds: [D] = [{ d: null, ds: [] }] }
            """,
            """
            Invalid circular reference. The default value of Input Object field A.b references itself via the default \
            values of: B.a.
            """,
            "Invalid circular reference. The default value of Input Object field C.c references itself."
        ),
        SDLCase(
            "directives that refer to themselves",
            """
            type Query { a: Int }
            directive @§1a(b: Int @a) on ARGUMENT_DEFINITION
            directive @§2b(c: I) on INPUT_FIELD_DEFINITION
            input I { d: Int @b }
            input J { j: J }
            """,
            "Cannot reference directive \"@a\" within its own definition.",
            "Cannot reference directive \"@b\" within its own definition."
        ),
    ]
}
