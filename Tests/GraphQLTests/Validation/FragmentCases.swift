/// Section 5.5.
extension ValidationCase {
    static let fragments = [
        ValidationCase(
            "named and inline fragments, with and without a condition",
            """
            query Q($a: Boolean!) { item { ...A ... on Book { pages } ... @include(if: $a) { title } ... { id } } }
            fragment A on Item { ...B }
            fragment B on Item { id }
            """
        ),
        ValidationCase(
            "two fragments of one name",
            "{ film { ...A } } fragment §1A on Film { id } fragment §1A on Film { title }",
            "There can be only one fragment named \"A\"."
        ),
        ValidationCase(
            "conditions on types that are not there",
            "{ item { ... on §1Bock { id } ...A } } fragment A on §2Shelf { id }",
            "Unknown type \"Bock\". Did you mean \"Book\"?",
            "Unknown type \"Shelf\"."
        ),
        ValidationCase(
            "conditions on types that have no fields",
            """
            { item { ... on §1Genre { id } ...A ...B } }
            fragment A on §2Span { from }
            fragment B on §3Int { x }
            """,
            "Fragment cannot condition on non composite type \"Genre\".",
            "Fragment \"A\" cannot condition on non composite type \"Span\".",
            "Fragment \"B\" cannot condition on non composite type \"Int\"."
        ),
        ValidationCase(
            "fragments that no operation reaches",
            "{ item { id } } §1fragment A on Book { ...B } §2fragment B on Book { id }",
            "Fragment \"A\" is never used.",
            "Fragment \"B\" is never used."
        ),
        ValidationCase(
            "a spread of a fragment that is not there",
            "{ item { ...§1A } }",
            "Unknown fragment \"A\"."
        ),
        ValidationCase(
            "a fragment that spreads itself",
            "{ item { ...A } } fragment A on Item { id §1...A }",
            "Cannot spread fragment \"A\" within itself."
        ),
        ValidationCase(
            "a ring of fragments, through fields and inline fragments",
            """
            { person(by: { id: 1 }) { ...A } }
            fragment A on Person { friends { §1...B } }
            fragment B on Person { ... on Person { §1...C } }
            fragment C on Person { §1...A }
            """,
            "Cannot spread fragment \"A\" within itself via \"B\", \"C\"."
        ),
        ValidationCase(
            "two rings with one fragment in common",
            """
            { item { ...A } }
            fragment A on Item { §1...B §2...C }
            fragment B on Item { §1...A }
            fragment C on Item { §2...A }
            """,
            "Cannot spread fragment \"A\" within itself via \"B\".",
            "Cannot spread fragment \"A\" within itself via \"C\"."
        ),
        ValidationCase(
            "objects in abstract scopes, abstract types in objects and in each other",
            """
            {
                item { ... on Book { id } ... on Paper { ... on Map { id } } ... on Lendable { id } }
                film { ... on Item { id } ... on Found { ... on Book { id } } }
            }
            """
        ),
        ValidationCase(
            "spreads that can never apply",
            """
            {
                film { §1... on Book { id } §2... on Paper { __typename } §3...P }
                lendable { §4... on Map { id } }
            }
            fragment P on Person { name }
            """,
            "Fragment cannot be spread here as objects of type \"Film\" can never be of type \"Book\".",
            "Fragment cannot be spread here as objects of type \"Film\" can never be of type \"Paper\".",
            "Fragment \"P\" cannot be spread here as objects of type \"Film\" can never be of type \"Person\".",
            "Fragment cannot be spread here as objects of type \"Lendable\" can never be of type \"Map\"."
        ),
    ]
}
