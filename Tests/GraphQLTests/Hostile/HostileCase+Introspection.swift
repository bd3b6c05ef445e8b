import GraphQL

extension HostileCase {
    static let introspection: [HostileCase] = [
        HostileCase("the query of tools", .answered, IntrospectionAnswer.query),
        HostileCase(
            "lists inside lists", .limit("introspectionDepth"),
            "{ __schema { types { fields { args { type { fields { args { name } } } } } } } }"
        ),
        HostileCase(
            "the same through a fragment, under other names", .limit("introspectionDepth"),
            """
            query IntrospectionQuery { __typename: __schema { t: types { ...F } } }
            fragment F on __Type { fields { type { p: possibleTypes { fields { args { name } } } } } }
            """
        ),
        HostileCase(
            "a hundred times", .limit("introspectionRoots"),
            "{ \(each(100) { "a\($0): __schema { queryType { name } }" }) }"
        ),
        HostileCase(
            "deeper than may be", .limit("nesting"),
            "{ __type(name: \"Query\") { \(times(70, "ofType { ")) name \(times(72, "}"))"
        ),
        HostileCase(
            "many aliases under a known name", .limit("aliases"),
            "query IntrospectionQuery { __schema { queryType { name } } \(each(3_000) { "a\($0): __typename" }) }"
        ),
        HostileCase("a type of a strange name", .answered, "{ __type(name: \"\(times(100_000, "é"))\") { name } }"),
    ]
}
