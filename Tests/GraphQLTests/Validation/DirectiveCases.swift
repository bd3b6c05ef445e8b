/// Section 5.7.
extension ValidationCase {
    static let directives = [
        ValidationCase(
            "directives wherever they are defined",
            """
            query Q($a: Boolean! @audited(reason: "")) @trace @audited(reason: "") {
                item @include(if: $a) @skip(if: $a) @trace @trace {
                    id @audited(reason: "")
                    ...F @trace
                    ... on Book @audited(reason: "") { id }
                }
            }
            fragment F on Item @audited(reason: "") { id }
            """
        ),
        ValidationCase(
            "directives that there are not",
            "query Q §1@a { item §2@b { id §3@c(x: 1) } }",
            "Unknown directive \"@a\".",
            "Unknown directive \"@b\".",
            "Unknown directive \"@c\"."
        ),
        ValidationCase(
            "directives in the wrong place",
            """
            query Q($a: Boolean = true §1@trace) §2@skip(if: true) { echo(boolean: $a) ...F §3@audited(reason: "") }
            fragment F on Query §4@include(if: true) { item { id §5@deprecated } }
            """,
            "Directive \"@trace\" may not be used on VARIABLE_DEFINITION.",
            "Directive \"@skip\" may not be used on QUERY.",
            "Directive \"@audited\" may not be used on FRAGMENT_SPREAD.",
            "Directive \"@include\" may not be used on FRAGMENT_DEFINITION.",
            "Directive \"@deprecated\" may not be used on FIELD."
        ),
        ValidationCase(
            "a directive twice in one place",
            "{ item §1@skip(if: true) @trace §1@skip(if: false) @trace { id } }",
            "The directive \"@skip\" can only be used once at this location."
        ),
    ]
}
