/// Section 3.10.1, asked for by 5.6.1: of a `@oneOf` input object exactly one field is given, and not null. (What
/// variables may stand there is `AllVariableUsagesAreAllowed`'s to say.)
enum OneOfInputObjects {
    static func check(
        _ fields: [AST.ObjectField],
        of type: NamedType,
        at location: Location,
        _ context: inout ValidationContext
    ) {
        guard fields.count == 1, let field = fields.first else {
            context.report.add("OneOf Input Object \"\(type.name)\" must specify exactly one key.", at: location)
            return
        }
        if case .null = field.value {
            context.report.add("Field \"\(type.name).\(field.name.value)\" must be non-null.", at: location)
        }
    }
}
