import OrderedCollections

extension DocumentWalk {
    mutating func walk(_ directives: [AST.Directive], at location: DirectiveLocation) {
        guard !directives.isEmpty else { return }
        footprint.directives += directives.count
        DirectivesAreUnique.check(directives, &context)
        for directive in directives {
            guard !context.report.isFull else { return }
            guard let definition = context.schema.directives[directive.name.value] else {
                DirectivesAreDefined.report(directive, &context)
                walkUntyped(directive.arguments)
                continue
            }
            DirectivesAreInValidLocations.check(directive, definition, at: location, &context)
            walk(directive.arguments, of: .directive(definition), at: directive.location)
        }
    }

    /// The arguments of a field or a directive (section 5.4).
    mutating func walk(_ arguments: [AST.Argument], of owner: ArgumentOwner, at location: Location) {
        let definitions = owner.definitions
        guard !arguments.isEmpty || !definitions.isEmpty else { return }
        RequiredArguments.check(arguments, of: owner, at: location, &context)
        ArgumentUniqueness.check(arguments, &context)
        for argument in arguments {
            guard !context.report.isFull else { return }
            if let definition = definitions[argument.name.value] {
                walk(argument.value, of: definition.type, hasDefault: definition.defaultValue != nil)
            } else {
                ArgumentNames.report(argument, of: owner, &context)
                walkUntyped(argument.value)
            }
        }
    }

    mutating func walkUntyped(_ arguments: [AST.Argument]) {
        guard !arguments.isEmpty else { return }
        ArgumentUniqueness.check(arguments, &context)
        for argument in arguments { walkUntyped(argument.value) }
    }
}
