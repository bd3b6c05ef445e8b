import OrderedCollections

extension Schema {
    /// The schema in the schema definition language, as people check it in: what is specified for every schema, and
    /// introspection, left out.
    public var sdl: String { document.printed }

    /// The schema as the type system document that declares it (chapter 3).
    var document: AST.Document {
        let own = types.filter { !$0.name.hasPrefix("__") && BuiltInScalar(rawValue: $0.name) == nil }
        let specified = Set(DirectiveDeclaration.specified.map(\.name))
        let directives = directives.values.filter { !specified.contains($0.name) }
        return AST.Document(
            definitions: (schemaDefinition.map { [.schema($0)] } ?? []).map(AST.Definition.typeSystem)
                + directives.map { .typeSystem(.directive(definition(of: $0))) }
                + own.map { .typeSystem(.type(definition(of: $0))) }
        )
    }

    /// `schema { … }`, which may be left out where the root types, and no other types, have their usual names
    /// (section 3.3.1).
    private var schemaDefinition: AST.SchemaDefinition? {
        let isUsual = AST.OperationType.allCases.allSatisfy { operation in
            root(operation)?.id == type(named: operation.usualRoot)?.id
        }
        guard description != nil || !isUsual else { return nil }
        return AST.SchemaDefinition(
            description: .block(description),
            operationTypes: AST.OperationType.allCases.compactMap { operation in
                root(operation).map { .init(operation: operation, type: .made($0.name), at: .nowhere) }
            },
            at: .nowhere
        )
    }

    private func definition(of directive: Directive) -> AST.DirectiveDefinition {
        AST.DirectiveDefinition(
            description: .block(directive.description),
            name: .made(directive.name),
            arguments: directive.arguments.values.map(definition),
            isRepeatable: directive.isRepeatable,
            locations: directive.locations.map { .made($0.rawValue) },
            at: .nowhere
        )
    }

    private func definition(of type: NamedType) -> AST.TypeDefinition {
        var directives: [AST.Directive] = []
        let interfaces = type.interfaces.map { AST.Name.made(self[$0].name) }
        let fields = type.fields.values.map(definition)
        let kind: AST.TypeDefinition.Kind
        switch type.kind {
        case .scalar(let scalar):
            directives = scalar.specifiedByURL.map { [.made("specifiedBy", ["url": .string($0)])] } ?? []
            kind = .scalar
        case .object: kind = .object(interfaces: interfaces, fields: fields)
        case .interface: kind = .interface(interfaces: interfaces, fields: fields)
        case .union(let union): kind = .union(members: union.members.map { .made(self[$0].name) })
        case .enumeration(let enumeration):
            kind = .enum(
                values: enumeration.values.values.map { value in
                    AST.EnumValueDefinition(
                        description: .block(value.description),
                        name: .made(value.name),
                        directives: deprecated(value.deprecationReason)
                    )
                }
            )
        case .inputObject(let input):
            directives = input.isOneOf ? [.made("oneOf", [:])] : []
            kind = .inputObject(fields: input.fields.values.map(definition))
        }
        return AST.TypeDefinition(
            description: .block(type.description),
            name: .made(type.name),
            directives: directives,
            kind: kind,
            at: .nowhere
        )
    }

    private func definition(of field: Field) -> AST.FieldDefinition {
        AST.FieldDefinition(
            description: .block(field.description),
            name: .made(field.name),
            arguments: field.arguments.values.map(definition),
            type: written(field.type),
            directives: deprecated(field.deprecationReason)
                + field.directives.map { .made($0.name, $0.arguments) }
        )
    }

    private func definition(of value: InputValue) -> AST.InputValueDefinition {
        AST.InputValueDefinition(
            description: .block(value.description),
            name: .made(value.name),
            type: written(value.type),
            defaultValue: value.defaultLiteral,
            directives: deprecated(value.deprecationReason)
        )
    }

    private func written(_ type: TypeReference) -> AST.TypeReference {
        switch type {
        case .named(let id): .named(.made(self[id].name))
        case .list(let type): .list(written(type), .nowhere)
        case .nonNull(let type): .nonNull(written(type))
        }
    }

    private func deprecated(_ reason: String?) -> [AST.Directive] {
        guard let reason else { return [] }
        let isUsual = directives["deprecated"]?.arguments["reason"]?.defaultValue == .string(reason)
        return [.made("deprecated", isUsual ? [:] : ["reason": .string(reason)])]
    }
}
