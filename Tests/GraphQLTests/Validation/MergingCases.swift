/// Section 5.3.2.
extension ValidationCase {
    static let merging = [
        ValidationCase("the same field twice", "{ film { title title film: title film: title } }"),
        ValidationCase(
            "the same arguments in another order",
            """
            {
                book(id: 1) { cover(size: 1, format: "a") cover(format: "a", size: 1) }
                books(filter: { title: "a", pages: { from: 1, to: 2 } }) { id }
                books(filter: { pages: { to: 2, from: 1 }, title: "a" }) { title }
            }
            """
        ),
        ValidationCase(
            "the same field with different directives",
            "query Q($a: Boolean!) { film { title @skip(if: $a) title @include(if: $a) } }"
        ),
        ValidationCase(
            "different fields on objects that exclude each other",
            """
            { lendable { ... on Book { length: pages genre } ... on Film { length: minutes } } }
            """
        ),
        ValidationCase(
            "different arguments on objects that exclude each other",
            """
            { search(text: "a") {
                ... on Book { books: similar(first: 1) { id } }
                ... on Person { books(genre: POETRY) { id } }
            } }
            """
        ),
        ValidationCase(
            "two fields under one alias",
            "{ film { §1title: subtitle §1title } }",
            """
            Fields "title" conflict because "subtitle" and "title" are different fields. Use different aliases on the \
            fields to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "different arguments",
            "{ book(id: 1) { §1cover(size: 1) §1cover(size: 2) } }",
            """
            Fields "cover" conflict because they have differing arguments. Use different aliases on the fields to fetch \
            both if this was intentional.
            """
        ),
        ValidationCase(
            "an argument and none, a value and a variable, one variable and another",
            """
            query Q($a: ID!, $b: ID!) {
                §1books(first: 1) { id } §1books { id }
                §2a: book(id: 1) { id } §2a: book(id: $a) { id }
                §3b: book(id: $a) { id } §3b: book(id: $b) { id }
            }
            """,
            """
            Fields "books" conflict because they have differing arguments. Use different aliases on the fields to fetch \
            both if this was intentional.
            """,
            """
            Fields "a" conflict because they have differing arguments. Use different aliases on the fields to fetch \
            both if this was intentional.
            """,
            """
            Fields "b" conflict because they have differing arguments. Use different aliases on the fields to fetch \
            both if this was intentional.
            """
        ),
        ValidationCase(
            "values of different kinds, lists and objects of different lengths, strings and block strings",
            """
            {
                §1a: echo(ints: [1]) §1a: echo(ints: [1, 2])
                §2b: echo(any: { a: 1 }) §2b: echo(any: { a: 1, b: 2 })
                §3c: echo(any: 1) §3c: echo(any: 1.0)
                §4d: echo(string: "a") §4d: echo(string: \"\"\"a\"\"\")
                §5e: echo(any: A) §5e: echo(any: B)
            }
            """,
            """
            Fields "a" conflict because they have differing arguments. Use different aliases on the fields to fetch both \
            if this was intentional.
            """,
            """
            Fields "b" conflict because they have differing arguments. Use different aliases on the fields to fetch both \
            if this was intentional.
            """,
            """
            Fields "c" conflict because they have differing arguments. Use different aliases on the fields to fetch both \
            if this was intentional.
            """,
            """
            Fields "d" conflict because they have differing arguments. Use different aliases on the fields to fetch both \
            if this was intentional.
            """,
            """
            Fields "e" conflict because they have differing arguments. Use different aliases on the fields to fetch both \
            if this was intentional.
            """
        ),
        ValidationCase(
            "different fields on an interface and on one of its objects",
            "{ item { §1name: title ... on Book { §1name: subtitle } } }",
            """
            Fields "name" conflict because "title" and "subtitle" are different fields. Use different aliases on the \
            fields to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "shapes that differ on objects that exclude each other",
            "{ lendable { ... on Book { §1genre } ... on Film { §1genre } } }",
            """
            Fields "genre" conflict because they return conflicting types "Genre" and "String". Use different aliases \
            on the fields to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "a list and none, null and none",
            """
            { lendable {
                ... on Book { §1subtitle §2text: title }
                ... on Film { §1subtitle §2text: genre }
            } }
            """,
            """
            Fields "subtitle" conflict because they return conflicting types "String" and "[String!]". Use different \
            aliases on the fields to fetch both if this was intentional.
            """,
            """
            Fields "text" conflict because they return conflicting types "String!" and "String". Use different aliases \
            on the fields to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "conflicts inside of merged fields",
            """
            {
                §1film { §1director { §1name §1a: name } }
                §1film { §1director { §1name: books { id } §1a: books { id } } }
            }
            """,
            """
            Fields "film" conflict because subfields "director" conflict because subfields "name" conflict because \
            "name" and "books" are different fields and subfields "a" conflict because "name" and "books" are different \
            fields. Use different aliases on the fields to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "a conflict between a field and a fragment that it meets deep inside",
            """
            { film { ...A §1subtitle } }
            fragment A on Film { ...B }
            fragment B on Film { §1subtitle: minutes }
            """,
            """
            Fields "subtitle" conflict because "minutes" and "subtitle" are different fields. Use different aliases on \
            the fields to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "a conflict inside of one fragment is reported once",
            """
            { film { ...A title } again: film { ...A } }
            fragment A on Film { §1x: minutes §1x: title }
            """,
            """
            Fields "x" conflict because "minutes" and "title" are different fields. Use different aliases on the fields \
            to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "a conflict of shapes below objects that exclude each other",
            """
            { search(text: "a") {
                ... on Book { §1list: similar { §1it: title } }
                ... on Person { §1list: books { §1it: pages } }
            } }
            """,
            """
            Fields "list" conflict because subfields "it" conflict because they return conflicting types "String!" and \
            "Int". Use different aliases on the fields to fetch both if this was intentional.
            """
        ),
        ValidationCase(
            "different fields below objects that exclude each other",
            """
            { search(text: "a") {
                ... on Book { list: similar { it: subtitle } }
                ... on Person { list: books { it: summary } }
            } }
            """
        ),
    ]
}
