import OrderedCollections

/// What a schema coordinate refers to (section 2.14).
public enum SchemaElement: Sendable {
    case type(NamedType)
    case field(Schema.Field)
    case inputField(Schema.InputValue)
    case enumValue(Schema.EnumValue)
    case argument(Schema.InputValue)
    case directive(Schema.Directive)
    case directiveArgument(Schema.InputValue)
}

extension Schema {
    /// "Resolving a schema coordinate" (section 2.14): finds the one element that a coordinate names.
    ///
    /// - Returns: nil where the element's container is there but the element is not.
    /// - Throws: where something that should contain the element is missing, or is of a kind that contains none.
    public func element(at coordinate: AST.SchemaCoordinate) throws(GraphQLError) -> SchemaElement? {
        switch coordinate {
        case .type(let name): return type(named: name.value).map(SchemaElement.type)
        case .member(let type, let name): return try member(name, of: type)
        case .argument(let type, let field, let name):
            return try self.field(field, of: type).arguments[name.value].map(SchemaElement.argument)
        case .directive(let name): return directives[name.value].map(SchemaElement.directive)
        case .directiveArgument(let name, let argument):
            guard let directive = directives[name.value] else {
                throw GraphQLError(
                    "Expected \"@\(name.value)\" to be defined as a directive in the schema.",
                    at: [name.location]
                )
            }
            return directive.arguments[argument.value].map(SchemaElement.directiveArgument)
        }
    }

    private func member(_ name: AST.Name, of owner: AST.Name) throws(GraphQLError) -> SchemaElement? {
        switch try type(at: owner).kind {
        case .enumeration(let enumeration): return enumeration.values[name.value].map(SchemaElement.enumValue)
        case .inputObject(let input): return input.fields[name.value].map(SchemaElement.inputField)
        case .object(let container), .interface(let container):
            return container.fields[name.value].map(SchemaElement.field)
        case .scalar, .union:
            throw GraphQLError(
                "Expected \"\(owner.value)\" to be an Enum, Input Object, Object or Interface type.",
                at: [owner.location]
            )
        }
    }

    private func field(_ name: AST.Name, of owner: AST.Name) throws(GraphQLError) -> Field {
        switch try type(at: owner).kind {
        case .object(let container), .interface(let container):
            if let field = container.fields[name.value] { return field }
            throw GraphQLError(
                "Expected \"\(name.value)\" to exist as a field of type \"\(owner.value)\" in the schema.",
                at: [name.location]
            )
        case .scalar, .union, .enumeration, .inputObject:
            throw GraphQLError(
                "Expected \"\(owner.value)\" to be an object type or interface type.",
                at: [owner.location]
            )
        }
    }

    private func type(at name: AST.Name) throws(GraphQLError) -> NamedType {
        guard let type = type(named: name.value) else {
            throw GraphQLError("Expected \"\(name.value)\" to be defined as a type in the schema.", at: [name.location])
        }
        return type
    }
}
