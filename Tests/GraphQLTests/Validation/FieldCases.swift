/// Sections 5.3.1 and 5.3.3.
extension ValidationCase {
    static let fields = [
        ValidationCase("fields of an object, an interface and a union", "{ item { title } paper { __typename } }"),
        ValidationCase(
            "a field that an object type does not have",
            "{ film { title §1pages } }",
            "Cannot query field \"pages\" on type \"Film\"."
        ),
        ValidationCase(
            "a misspelt field under an alias",
            "{ film { §1pages: minuets } }",
            "Cannot query field \"minuets\" on type \"Film\". Did you mean \"minutes\"?"
        ),
        ValidationCase(
            "a field that only implementations have",
            "{ item { §1pages §2due } }",
            "Cannot query field \"pages\" on type \"Item\". Did you mean to use an inline fragment on \"Book\"?",
            """
            Cannot query field "due" on type "Item". Did you mean to use an inline fragment on "Lendable", "Book", \
            or "Film"?
            """
        ),
        ValidationCase(
            "a field on a union",
            "{ paper { §1title } }",
            """
            Cannot query field "title" on type "Paper". Did you mean to use an inline fragment on "Item", "Lendable", \
            "Book", or "Map"?
            """
        ),
        ValidationCase(
            "meta-fields of the query's root elsewhere",
            "{ __schema { queryType { name } } film { §1__schema { queryType { name } } } }",
            "Cannot query field \"__schema\" on type \"Film\"."
        ),
        ValidationCase(
            "nothing below an unknown field is reported",
            "§2{ §1nothing(a: §2$b) { here { is: known(a: 2) } } }",
            "Cannot query field \"nothing\" on type \"Query\".",
            "Variable \"$b\" is not defined."
        ),
        ValidationCase(
            "a selection on a leaf",
            "{ film { minutes §1{ seconds } } }",
            "Field \"minutes\" must not have a selection since type \"Int\" has no subfields."
        ),
        ValidationCase(
            "no selection on anything else",
            "{ §1item §2books §3paper }",
            "Field \"item\" of type \"Item\" must have a selection of subfields. Did you mean \"item { ... }\"?",
            "Field \"books\" of type \"[Book!]!\" must have a selection of subfields. Did you mean \"books { ... }\"?",
            "Field \"paper\" of type \"Paper\" must have a selection of subfields. Did you mean \"paper { ... }\"?"
        ),
    ]
}
