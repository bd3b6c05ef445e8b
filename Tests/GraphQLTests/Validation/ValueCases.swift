/// Section 5.6.
extension ValidationCase {
    static let values = [
        ValidationCase(
            "every kind of value where it belongs",
            """
            { echo(
                int: -1, float: 1.5, string: "a", boolean: true, id: "a", date: "2025-01-01", any: [{ a: 1, b: EMU }],
                genre: NOVEL, ints: [1, null, 2], grid: [[1], [2, 3], null], required: [1], by: { id: 1 }
            ) }
            """
        ),
        ValidationCase(
            "integers as floats and as ids, block strings, a single item for a list",
            "{ echo(float: 1, id: 1, string: \"\"\"a\"\"\", ints: 1, grid: 1) }"
        ),
        ValidationCase("null wherever it may stand", "{ echo(int: null, ints: null, grid: [null], by: null) }"),
        ValidationCase(
            "values of another kind",
            """
            { echo(
                int: §1"1", float: §2true, string: §31, boolean: §4"true", id: §51.5, genre: §6"NOVEL", by: §7[1],
                ints: [1, §8"2"], grid: [[1, §9null]]
            ) }
            """,
            "Expected value of type \"Int\", found a string.",
            "Expected value of type \"Float\", found a boolean.",
            "Expected value of type \"String\", found an integer.",
            "Expected value of type \"Boolean\", found a string.",
            "Expected value of type \"ID\", found a number with a fraction.",
            "Enum \"Genre\" cannot represent a non-enum value: found a string. Did you mean the enum value \"NOVEL\"?",
            "Expected value of type \"PersonBy\", found a list.",
            "Expected value of type \"Int\", found a string.",
            "Expected value of type \"Int!\", found null."
        ),
        ValidationCase(
            "integers with no place in 32 bits, and fractions",
            "{ echo(int: §12147483648, ints: [2147483647, §21.0, §3-2147483649]) }",
            "Expected value of type \"Int\", found an integer; Int cannot represent a number outside of 32 bits.",
            "Expected value of type \"Int\", found a number with a fraction.",
            "Expected value of type \"Int\", found an integer; Int cannot represent a number outside of 32 bits."
        ),
        ValidationCase(
            "a number with no place in 64 bits",
            "{ echo(float: §11e309) }",
            "Expected value of type \"Float\", found a number with a fraction."
        ),
        ValidationCase(
            "an enum value that there is not",
            "{ echo(genre: §1POETYR) }",
            "Value does not exist in \"Genre\" enum. Did you mean the enum value \"POETRY\"?"
        ),
        ValidationCase(
            "a list where one value is expected",
            "{ echo(int: §1[1], string: §2[\"a\"]) }",
            "Expected value of type \"Int\", found a list.",
            "Expected value of type \"String\", found a list."
        ),
        ValidationCase(
            "default values of variables",
            """
            query Q($a: Int = §1"x", $b: Genre = NOVEL, $c: BookFilter = { title: §21 }, $d: Int! = §3null) {
                echo(int: $a, genre: $b) books(filter: $c) { id } again: echo(int: $d)
            }
            """,
            "Expected value of type \"Int\", found a string.",
            "Expected value of type \"String\", found an integer.",
            "Expected value of type \"Int!\", found null."
        ),
        ValidationCase(
            "input fields that there are not",
            "{ books(filter: { §1titel: \"a\", pages: { from: 1, §2until: 2 } }) { id } }",
            "Field \"titel\" is not defined by type \"BookFilter\". Did you mean \"title\"?",
            "Field \"until\" is not defined by type \"Span\"."
        ),
        ValidationCase(
            "input fields given twice, in custom scalars too",
            "{ books(filter: { §1title: \"a\", §1title: \"b\" }) { id } echo(any: { §2x: 1, §2x: 2 }) }",
            "There can be only one input field named \"title\".",
            "There can be only one input field named \"x\"."
        ),
        ValidationCase(
            "required input fields left out or null",
            "{ books(filter: { pages: §1{ to: 1 }, and: { pages: { from: §2null }, isLent: §3null } }) { id } }",
            "Field \"Span.from\" of required type \"Int!\" was not provided.",
            "Expected value of type \"Int!\", found null.",
            "Expected value of type \"Boolean!\", found null."
        ),
        ValidationCase(
            "one field of several",
            """
            {
                a: person(by: { id: 1 }) { name }
                b: person(by: §1{}) { name }
                c: person(by: §2{ id: 1, name: "a" }) { name }
                d: person(by: §3{ id: null }) { name }
                e: person(by: { span: { from: §4"1" } }) { name }
            }
            """,
            "OneOf Input Object \"PersonBy\" must specify exactly one key.",
            "OneOf Input Object \"PersonBy\" must specify exactly one key.",
            "Field \"PersonBy.id\" must be non-null.",
            "Expected value of type \"Int!\", found a string."
        ),
    ]
}
