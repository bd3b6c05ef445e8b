import OrderedCollections

/// Section 5.4.3: what has no default and may not be null is given. (That it is not the literal null is
/// `ValuesOfCorrectType`'s to say.)
enum RequiredArguments {
    static func check(
        _ arguments: [AST.Argument],
        of owner: ArgumentOwner,
        at location: Location,
        _ context: inout ValidationContext
    ) {
        for definition in owner.definitions.values where definition.isRequired {
            guard !arguments.contains(where: { $0.name.value == definition.name }) else { continue }
            let subject =
                switch owner {
                case .field(let field, _): "Field \"\(field.name)\""
                case .directive(let directive): "Directive \"@\(directive.name)\""
                }
            let spelling = context.schema.spelling(of: definition.type)
            context.report.add(
                "\(subject) argument \"\(definition.name)\" of type \"\(spelling)\" is required, but it was not provided.",
                at: location
            )
        }
    }
}
