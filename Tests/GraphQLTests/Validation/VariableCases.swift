/// Section 5.8.
extension ValidationCase {
    static let variables = [
        ValidationCase(
            "variables of every input type, used in fields, directives, lists, objects, custom scalars and fragments",
            """
            query Q($a: Int, $b: [Int], $c: BookFilter, $d: Boolean!, $e: String!, $f: Anything, $g: String, $h: ID!) {
                echo(int: $a, ints: $b, any: { deep: [$f] }) @include(if: $d)
                some: echo(ints: [$a])
                books(filter: $c) { id }
                more: books(filter: { title: $g }) { ...F }
                person(by: { id: $h }) { name }
            }
            fragment F on Book { id @audited(reason: $e) }
            """
        ),
        ValidationCase(
            "one variable in several operations that share a fragment",
            """
            query A($id: ID!) { ...F }
            query B($id: ID!) { ...F }
            fragment F on Query { book(id: $id) { id } }
            """
        ),
        ValidationCase(
            "a variable defined twice",
            "query Q($§1a: Int, $§1a: Int) { echo(int: $a) }",
            "There can be only one variable named \"$a\"."
        ),
        ValidationCase(
            "variables of types that are no input types or not there",
            "query Q($a: §1Book, $b: §2[Found!], $c: §3Boook) { echo(any: [$a, $b, $c]) }",
            "Variable \"$a\" cannot be non-input type \"Book\".",
            "Variable \"$b\" cannot be non-input type \"[Found!]\".",
            "Unknown type \"Boook\". Did you mean \"Book\"?"
        ),
        ValidationCase(
            "variables that are not defined, directly and through fragments",
            """
            §1§2query Q { echo(int: §1$a) ...F }
            query R($b: Int) { ...F }
            fragment F on Query { ...G }
            fragment G on Query { more: echo(int: §2$b) }
            """,
            "Variable \"$a\" is not defined by operation \"Q\".",
            "Variable \"$b\" is not defined by operation \"Q\"."
        ),
        ValidationCase(
            "variables that are not used",
            "query Q(§1$a: Int, $b: Int) { echo(int: $b) } query R(§2$b: Int) { item { id } }",
            "Variable \"$a\" is never used in operation \"Q\".",
            "Variable \"$b\" is never used in operation \"R\"."
        ),
        ValidationCase(
            "variables where their type does not fit",
            """
            query Q(§1$a: Int, §2$b: [Int], §3$c: [Int], §4$d: String!, §5$e: ID) {
                echo(boolean: §1$a, int: §2$b, required: §3$c, genre: §4$d) book(id: §5$e) { id }
            }
            """,
            "Variable \"$a\" of type \"Int\" used in position expecting type \"Boolean\".",
            "Variable \"$b\" of type \"[Int]\" used in position expecting type \"Int\".",
            "Variable \"$c\" of type \"[Int]\" used in position expecting type \"[Int!]!\".",
            "Variable \"$d\" of type \"String!\" used in position expecting type \"Genre\".",
            "Variable \"$e\" of type \"ID\" used in position expecting type \"ID!\"."
        ),
        ValidationCase(
            "a nullable variable where null may not stand, with a default on either side",
            "query Q($a: Int = 1, $b: Int) { book(id: 1) { cover(size: $a) } books(first: $b) { id } }"
        ),
        ValidationCase(
            "a variable whose default is null where null may not stand",
            "query Q(§1$a: Int = null) { book(id: 1) { cover(size: §1$a) } }",
            "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\"."
        ),
        ValidationCase(
            "a nullable variable for the one field of several",
            "query Q(§1$a: ID, $b: ID!) { person(by: { id: §1$a }) { name } b: person(by: { id: $b }) { name } }",
            """
            Variable "$a" is of type "ID" but must be non-nullable to be used for OneOf Input Object "PersonBy".
            """
        ),
    ]
}
