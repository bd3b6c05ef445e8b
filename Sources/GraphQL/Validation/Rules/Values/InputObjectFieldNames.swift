import OrderedCollections

/// Section 5.6.2: an input object is given no fields that it does not have.
enum InputObjectFieldNames {
    /// - Parameter field: one that the type does not have.
    static func report(
        _ field: AST.ObjectField,
        of input: Schema.InputObject,
        _ type: NamedType,
        _ context: inout ValidationContext
    ) {
        let name = field.name.value
        let suggestion = context.suggestions.sentence(for: name, among: input.fields.keys)
        context.report.add(
            "Field \"\(name)\" is not defined by type \"\(type.name)\".\(suggestion)",
            at: field.name.location
        )
    }
}
