import GraphQL

extension HostileCase {
    /// Levels with something at the bottom.
    private static func nested(_ levels: Int, _ open: String, _ bottom: String, _ close: String) -> String {
        times(levels, open) + bottom + times(levels, close)
    }

    static let nesting: [HostileCase] = atTheLimit + endless

    private static let atTheLimit: [HostileCase] = [
        ("at the limit", 64, Ending.answered), ("past it", 65, .limit("nesting")),
        ("far past it", 7_000, .limit("nesting")),
    ].flatMap { name, levels, ending in
        [
            HostileCase("selection sets \(name)", ending, "{ \(nested(levels - 1, "query { ", "leaf ", "}")) }"),
            HostileCase("inline fragments \(name)", ending, "{ \(nested(levels - 1, "...{", "leaf ", "}")) }"),
            HostileCase("lists \(name)", ending, "{ any(of: \(nested(levels - 1, "[", "", "]"))) }"),
            HostileCase("objects \(name)", ending, "{ any(of: \(nested(levels - 2, "{a: ", "{}", "}"))) }"),
        ]
    }

    private static let endless: [HostileCase] = [
        HostileCase(
            "list types at the limit", .refused(.validationFailed),
            "query($v: \(nested(64, "[", "Int", "]"))) { any(of: $v) }"
        ),
        HostileCase(
            "list types past it", .limit("nesting"),
            "query($v: \(nested(65, "[", "Int", "]"))) { any(of: $v) }"
        ),
        HostileCase("a hundred thousand selection sets", .limit("nesting"), times(100_000, "{a")),
        HostileCase("a hundred thousand lists", .limit("nesting"), "{ any(of: " + times(100_000, "[")),
        HostileCase("a hundred thousand list types", .limit("nesting"), "query($v: " + times(100_000, "[")),
    ]

    /// So many fragments, each with this inside, and one more with a field.
    private static func levels(_ count: Int, _ selections: (_ next: String) -> String) -> String {
        "{ ...F0 } " + each(count) { "fragment F\($0) on Query { \(selections("...F\($0 + 1)")) }" }
            + " fragment F\(count) on Query { leaf }"
    }

    private static func ring(_ count: Int) -> String {
        "{ ...F0 } " + each(count) { "fragment F\($0) on Query { ...F\(($0 + 1) % count) }" }
    }

    static let fragments: [HostileCase] = [
        HostileCase("a fragment in itself", .refused(.validationFailed), "{ ...F } fragment F on Query { leaf ...F }"),
        HostileCase(
            "a fragment in its own field", .refused(.validationFailed),
            "{ ...F } fragment F on Query { query { ...F } }"
        ),
        HostileCase(
            "two fragments in each other, in inline fragments", .refused(.validationFailed),
            "{ ...F } fragment F on Query { ... { ...G } } fragment G on Query { ... on Node { ...F } }"
        ),
        HostileCase(
            "a cycle that nothing reaches", .refused(.validationFailed),
            "{ leaf } fragment F on Query { ...G } fragment G on Query { ...F }"
        ),
        HostileCase("a long ring", .limit("tokens"), ring(7_500)),
        HostileCase("a chain as deep as may be", .answered, levels(62) { $0 }),
        HostileCase("a chain that is one deeper", .limit("selectionDepth"), levels(63) { $0 }),
        HostileCase(
            "2^30 fields in under four kilobytes", .limit("expandedSelections"), levels(30) { times(2, $0 + " ") }),
        HostileCase("3^30 fields", .limit("expandedSelections"), levels(30) { times(3, $0 + " ") }),
        HostileCase(
            "2^30 fields through fields and inline fragments", .limit("expandedSelections"),
            levels(30) { "a: query { \($0) } ... on Node { \($0) }" }
        ),
        HostileCase(
            "2^30 fields that call themselves __schema and __typename", .limit("expandedSelections"),
            levels(30) { "__schema: query { \($0) } __typename: query { \($0) }" }
        ),
    ]

    static let longFragments: [HostileCase] = [
        HostileCase("a ring of 7,500", .refused(.validationFailed), ring(7_500)),
        HostileCase("a chain of 9,000", .limit("selectionDepth"), levels(9_000) { $0 }),
        HostileCase("a chain of 10,000", .limit("expandedSelections"), levels(10_000) { $0 }),
    ]

    static let equalNames: [HostileCase] =
        [500, 2_000, 8_000].flatMap { count in
            [
                HostileCase("\(count) flat", .answered, "{ \(times(count, "leaf ")) }"),
                HostileCase(
                    "\(count) in nested inline fragments", .answered,
                    "{ " + nested(50, "... { " + times(count / 50, "leaf "), "", "}") + " }"
                ),
                HostileCase(
                    "\(count) in named fragments", .answered,
                    "{ \(each(100) { "...F\($0)" }) } "
                        + each(100) { "fragment F\($0) on Query { \(times(count / 100, "leaf ")) }" }
                ),
            ]
        } + [
            HostileCase(
                "900 that differ in the last argument", .refused(.validationFailed),
                "{ \(each(900) { "many(a: 1, b: 1, c: 1, last: \($0))" }) }"
            ),
            HostileCase("2,000 objects of one name", .answered, "{ \(times(2_000, "query { leaf } ")) }"),
        ]

    static let thousands: [HostileCase] = [
        HostileCase("10,000 aliases", .limit("tokens"), "{ \(each(10_000) { "a\($0): leaf" }) }"),
        HostileCase("2,001 aliases", .limit("aliases"), "{ \(each(2_001) { "a\($0): leaf" }) }"),
        HostileCase(
            "1,001 fields of a mutation", .limit("rootFields"), "mutation { \(each(1_001) { "a\($0): leaf" }) }"),
        HostileCase("1,000 fields of a mutation", .answered, "mutation { \(each(1_000) { "a\($0): leaf" }) }"),
        HostileCase("5,000 operations", .limit("tokens"), each(5_000) { "query Q\($0) { leaf }" }),
        HostileCase("2,000 operations and no name", .refused(.badUserInput), each(2_000) { "query Q\($0) { leaf }" }),
        HostileCase("7,000 unknown directives", .refused(.validationFailed), "{ leaf \(each(7_000) { "@d\($0)" }) }"),
        HostileCase("2,001 directives", .limit("directives"), "{ leaf \(times(2_001, "@free ")) }"),
        HostileCase("10,000 unknown fields", .refused(.validationFailed), "{ \(each(10_000) { "f\($0)" }) }"),
        HostileCase(
            "5,000 unknown variables", .refused(.validationFailed), "{ any(of: [\(each(5_000) { "$v\($0)" })]) }"),
        HostileCase("4,900 unknown arguments", .refused(.validationFailed), "{ text(\(each(4_900) { "a\($0): 1" })) }"),
        HostileCase(
            "3,000 unused variables", .refused(.validationFailed), "query(\(each(3_000) { "$v\($0): Int" })) { leaf }"),
    ]
}
