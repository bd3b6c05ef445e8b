import OrderedCollections

/// Section 5.6.4: what has no default and may not be null is given.
enum InputObjectRequiredFields {
    static func check(
        _ fields: [AST.ObjectField],
        of input: Schema.InputObject,
        _ type: NamedType,
        at location: Location,
        _ context: inout ValidationContext
    ) {
        for definition in input.fields.values where definition.isRequired {
            guard !fields.contains(where: { $0.name.value == definition.name }) else { continue }
            let spelling = context.schema.spelling(of: definition.type)
            context.report.add(
                "Field \"\(type.name).\(definition.name)\" of required type \"\(spelling)\" was not provided.",
                at: location
            )
        }
    }
}
