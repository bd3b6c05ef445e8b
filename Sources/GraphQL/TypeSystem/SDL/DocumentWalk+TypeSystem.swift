import OrderedCollections

extension DocumentWalk {
    /// Directives that stand on definitions, held against sections 5.4, 5.6 and 5.7.
    mutating func walkDirectives(of document: TypeSystemDocument) {
        let schemas = [document.schema].compactMap(\.self) + document.schemaExtensions
        walk(schemas.flatMap(\.directives), at: .schema)
        for directive in document.directives.values {
            for argument in directive.arguments { walk(argument.directives, at: .argumentDefinition) }
        }
        for type in document.types.values {
            guard !context.report.isFull else { return }
            walk(type.directives, at: DirectiveLocation(type.definition.kind))
            for field in type.fields {
                walk(field.directives, at: .fieldDefinition)
                for argument in field.arguments { walk(argument.directives, at: .argumentDefinition) }
            }
            for field in type.inputFields { walk(field.directives, at: .inputFieldDefinition) }
            for value in type.values { walk(value.directives, at: .enumValue) }
        }
    }
}

extension DirectiveLocation {
    fileprivate init(_ kind: AST.TypeDefinition.Kind) {
        self =
            switch kind {
            case .scalar: .scalar
            case .object: .object
            case .interface: .interface
            case .union: .union
            case .enum: .enum
            case .inputObject: .inputObject
            }
    }
}
