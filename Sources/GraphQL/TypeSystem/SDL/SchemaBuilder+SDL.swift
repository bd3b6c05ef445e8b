import OrderedCollections

/// How definitions enter the table. All names are known and none is given twice: that was checked.
extension SchemaBuilder {
    mutating func define(_ document: TypeSystemDocument) {
        let types = document.types.values.filter { BuiltInScalar(rawValue: $0.definition.name.value) == nil }
        for type in types { _ = reserve(type.definition.name.value) }
        for type in types {
            define(
                reserve(type.definition.name.value).id,
                description: type.definition.description?.text,
                kind: kind(of: type)
            )
        }
        let specified = Set(DirectiveDeclaration.specified.map(\.name))
        for directive in document.directives.values where !specified.contains(directive.name.value) {
            let arguments = inputValues(directive.arguments)
            define(
                Schema.Directive(
                    name: directive.name.value,
                    description: directive.description?.text,
                    arguments: arguments,
                    isRepeatable: directive.isRepeatable,
                    locations: directive.locations.compactMap { DirectiveLocation(rawValue: $0.value) }
                )
            )
        }
    }

    private mutating func kind(of type: ExtendedType) -> NamedType.Kind {
        switch type.definition.kind {
        case .scalar:
            let url = type.directives.argument("url", of: "specifiedBy")?.text
            return .scalar(
                Schema.Scalar(specifiedByURL: url) { value, _ throws(CoercionFailure) in value }
            )
        case .object: return .object(fields(of: type))
        case .interface: return .interface(fields(of: type))
        case .union: return .union(Schema.Union(members: type.members.map { place(of: $0.value) }))
        case .enum:
            let values = type.values.map { value in
                (
                    value.name.value,
                    Schema.EnumValue(
                        name: value.name.value,
                        description: value.description?.text,
                        deprecationReason: value.directives.deprecationReason
                    )
                )
            }
            return .enumeration(
                Schema.Enumeration(values: OrderedDictionary(values, uniquingKeysWith: { first, _ in first }))
            )
        case .inputObject:
            return .inputObject(
                Schema.InputObject(
                    fields: inputValues(type.inputFields),
                    isOneOf: type.directives.contains { $0.name.value == "oneOf" }
                )
            )
        }
    }

    private mutating func fields(of type: ExtendedType) -> Schema.FieldContainer {
        var fields: OrderedDictionary<String, Schema.Field> = [:]
        for field in type.fields {
            fields[field.name.value] = Schema.Field(
                name: field.name.value,
                description: field.description?.text,
                arguments: inputValues(field.arguments),
                type: reference(to: field.type),
                deprecationReason: field.directives.deprecationReason,
                directives: field.directives.filter { $0.name.value != "deprecated" }.map(Schema.AppliedDirective.init)
            )
        }
        return Schema.FieldContainer(fields: fields, interfaces: type.interfaces.map { place(of: $0.value) })
    }

    private mutating func inputValues(
        _ definitions: [AST.InputValueDefinition]
    ) -> OrderedDictionary<String, Schema.InputValue> {
        var values: OrderedDictionary<String, Schema.InputValue> = [:]
        for definition in definitions {
            values[definition.name.value] = Schema.InputValue(
                name: definition.name.value,
                description: definition.description?.text,
                type: reference(to: definition.type),
                defaultValue: definition.defaultValue.map(CoercedValue.init(literal:)),
                defaultLiteral: definition.defaultValue,
                deprecationReason: definition.directives.deprecationReason
            )
        }
        return values
    }

    private mutating func reference(to type: AST.TypeReference) -> TypeReference {
        switch type {
        case .named(let name): .named(place(of: name.value))
        case .list(let type, _): .list(reference(to: type))
        case .nonNull(let type): .nonNull(reference(to: type))
        }
    }

    private mutating func place(of name: String) -> TypeID {
        guard let scalar = BuiltInScalar(rawValue: name) else { return reserve(name).id }
        let reference: TypeReference = builtIn(scalar)
        return reference.namedType
    }
}

extension Schema.AppliedDirective {
    init(_ directive: AST.Directive) {
        self.init(
            directive.name.value,
            OrderedDictionary(
                directive.arguments.map { ($0.name.value, CoercedValue(literal: $0.value)) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}

extension [AST.Directive] {
    /// The literal that a directive among these is given.
    fileprivate func argument(_ name: String, of directive: String) -> AST.Value? {
        first { $0.name.value == directive }?.arguments.first { $0.name.value == name }?.value
    }

    /// Of `@deprecated`, with its default; nil where it does not stand here (section 3.13.3).
    fileprivate var deprecationReason: String? {
        guard contains(where: { $0.name.value == "deprecated" }) else { return nil }
        return argument("reason", of: "deprecated")?.text ?? "No longer supported"
    }
}

extension AST.Value {
    fileprivate var text: String? {
        if case .string(let text, _, _) = self { text } else { nil }
    }
}
