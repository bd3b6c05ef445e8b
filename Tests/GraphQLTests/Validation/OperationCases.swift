/// Sections 5.1 and 5.2.
extension ValidationCase {
    static let operations = [
        ValidationCase("a lone anonymous query", "{ item { id } }"),
        ValidationCase("several named operations", "query A { item { id } } mutation B { giveBack(id: 1) }"),
        ValidationCase(
            "a type definition in an executable document",
            """
            { item { id } }
            §1type Shelf { id: ID }
            §2extend type Book { shelf: Int }
            §3schema { query: Query }
            §4directive @shelved on FIELD
            """,
            "The \"Shelf\" definition is not executable.",
            "The \"Book\" definition is not executable.",
            "The schema definition is not executable.",
            "The \"shelved\" definition is not executable."
        ),
        ValidationCase(
            "two operations of one name, whatever their kinds",
            "query §1A { item { id } } mutation §1A { giveBack(id: 1) }",
            "There can be only one operation named \"A\"."
        ),
        ValidationCase(
            "an anonymous operation beside another",
            "§1{ item { id } } query A { item { title } }",
            "This anonymous operation must be the only defined operation."
        ),
        ValidationCase("a subscription to one field", "subscription { returned { id } }"),
        ValidationCase(
            "a subscription to one field by several selections",
            """
            subscription S { returned { id } ...F ... on Subscription { returned { title } } }
            fragment F on Subscription { returned { pages } }
            """
        ),
        ValidationCase(
            "a subscription to two fields",
            "subscription S { returned { id } §1lent { id } }",
            "Subscription \"S\" must select only one top level field."
        ),
        ValidationCase(
            "an anonymous subscription to two fields, one in a fragment",
            "subscription { returned { id } ...F } fragment F on Subscription { §1other: returned { id } }",
            "Anonymous Subscription must select only one top level field."
        ),
        ValidationCase(
            "fields that a subscription cannot meet are no second field",
            """
            subscription S { returned { id } §1... on Book { title } §2...F ... on Subscription { returned { id } } }
            fragment F on Person { name }
            """,
            "Fragment cannot be spread here as objects of type \"Subscription\" can never be of type \"Book\".",
            "Fragment \"F\" cannot be spread here as objects of type \"Subscription\" can never be of type \"Person\"."
        ),
        ValidationCase(
            "a subscription to an introspection field",
            "subscription S { §1__typename }",
            "Subscription \"S\" must not select an introspection top level field."
        ),
        ValidationCase(
            "conditions around a subscription's field",
            """
            subscription S($a: Boolean!) {
                returned §1@skip(if: $a) { id }
                ... §1@include(if: $a) { returned { id @skip(if: $a) } }
                ...F §1@skip(if: $a)
            }
            fragment F on Subscription { returned §1@include(if: $a) { id } }
            """,
            "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection."
        ),
    ]
}
