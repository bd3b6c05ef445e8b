/// Section 5.4.
extension ValidationCase {
    static let arguments = [
        ValidationCase(
            "arguments in any order, and left out where they may be",
            "{ book(id: 1) { cover(format: \"a\", size: 1) similar { id } } books { id } }"
        ),
        ValidationCase(
            "arguments that a field or directive does not have",
            "{ book(id: 1, §3ids: 2, §4x: 1) @trace(§1levels: 1, §2y: 1) { id } }",
            "Unknown argument \"levels\" on directive \"@trace\". Did you mean \"level\" or \"label\"?",
            "Unknown argument \"y\" on directive \"@trace\".",
            "Unknown argument \"ids\" on field \"Query.book\". Did you mean \"id\"?",
            "Unknown argument \"x\" on field \"Query.book\"."
        ),
        ValidationCase(
            "an argument given several times",
            "{ book(§2id: 1, §2id: 2, §2id: 3) @trace(§1level: 1, §1level: 1) { id } }",
            "There can be only one argument named \"level\".",
            "There can be only one argument named \"id\"."
        ),
        ValidationCase(
            "required arguments left out",
            "{ §1one: book { §2cover(format: \"a\") } item §3@audited { id } }",
            "Field \"book\" argument \"id\" of type \"ID!\" is required, but it was not provided.",
            "Field \"cover\" argument \"size\" of type \"Int!\" is required, but it was not provided.",
            "Directive \"@audited\" argument \"reason\" of type \"String!\" is required, but it was not provided."
        ),
        ValidationCase(
            "a required argument given as null",
            "{ book(id: §1null) { id } }",
            "Expected value of type \"ID!\", found null."
        ),
    ]
}
