/// No rule of chapter 5 but a server's choice: whether a schema may be asked for (section 4).
enum IntrospectionIsAllowed {
    /// - Parameter field: `__schema` or `__type`, whatever its alias.
    static func check(_ field: AST.Field, _ context: inout ValidationContext) {
        guard !context.options.introspection else { return }
        context.report.add(
            """
            GraphQL introspection has been disabled, but the requested query contained the field \
            "\(field.name.value)".
            """,
            at: field.location
        )
    }
}
