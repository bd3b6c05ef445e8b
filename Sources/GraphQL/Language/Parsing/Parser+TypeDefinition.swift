extension Parser {
    /// The keyword of each kind of named type.
    enum TypeKeyword {
        case scalar, object, interface, union, `enum`, inputObject
    }

    /// The keyword that the token is, which is not taken.
    func typeKeyword() -> TypeKeyword? {
        if isKeyword("type") { return .object }
        if isKeyword("input") { return .inputObject }
        if isKeyword("enum") { return .enum }
        if isKeyword("interface") { return .interface }
        if isKeyword("union") { return .union }
        if isKeyword("scalar") { return .scalar }
        return nil
    }

    /// What follows the keyword, which has been taken.
    ///
    ///     ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    ///     ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    ///     InterfaceTypeDefinition : … interface …, else as ObjectTypeDefinition
    ///     UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    ///     EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    ///     InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    ///
    /// An extension has `extend` in the description's place, and must have at least one of its optional parts.
    mutating func typeDefinition(
        _ keyword: TypeKeyword,
        description: AST.Description?,
        isExtension: Bool,
        at location: Location
    ) throws(GraphQLError) -> AST.TypeDefinition {
        let name = try name()
        let interfaces = keyword == .object || keyword == .interface ? try implementsInterfaces() : []
        let directives = try directives(isConst: true)
        let (kind, isEmpty) = try typeKind(keyword, interfaces: interfaces)
        guard !isExtension || !isEmpty || !directives.isEmpty || !interfaces.isEmpty else { throw unexpected(token) }
        return AST.TypeDefinition(
            description: description,
            isExtension: isExtension,
            name: name,
            directives: directives,
            kind: kind,
            at: location
        )
    }

    /// The part after the directives, and whether it is missing.
    private mutating func typeKind(
        _ keyword: TypeKeyword,
        interfaces: [AST.Name]
    ) throws(GraphQLError) -> (AST.TypeDefinition.Kind, isEmpty: Bool) {
        switch keyword {
        case .scalar:
            return (.scalar, true)
        case .object:
            let fields = try fieldsDefinition()
            return (.object(interfaces: interfaces, fields: fields), fields.isEmpty)
        case .interface:
            let fields = try fieldsDefinition()
            return (.interface(interfaces: interfaces, fields: fields), fields.isEmpty)
        case .union:
            let members = try skip(.equals) ? try delimitedNames(by: .pipe) : []
            return (.union(members: members), members.isEmpty)
        case .enum:
            let values = try enumValuesDefinition()
            return (.enum(values: values), values.isEmpty)
        case .inputObject:
            let fields = try inputValues(.leftBrace, .rightBrace)
            return (.inputObject(fields: fields), fields.isEmpty)
        }
    }

    ///     ImplementsInterfaces : implements &? NamedType (& NamedType)*
    private mutating func implementsInterfaces() throws(GraphQLError) -> [AST.Name] {
        try skipKeyword("implements") ? try delimitedNames(by: .ampersand) : []
    }

    ///     EnumValuesDefinition : { EnumValueDefinition+ }
    ///     EnumValueDefinition : Description? EnumValue Directives[Const]?
    private mutating func enumValuesDefinition() throws(GraphQLError) -> [AST.EnumValueDefinition] {
        try optionalList(.leftBrace, .rightBrace) { parser throws(GraphQLError) in
            let description = try parser.description()
            guard !parser.isKeyword("true"), !parser.isKeyword("false"), !parser.isKeyword("null") else {
                let reason = "\(parser.description(of: parser.token)) is reserved and cannot be used for an enum value."
                throw .syntax(reason, at: parser.token.location)
            }
            return AST.EnumValueDefinition(
                description: description,
                name: try parser.name(),
                directives: try parser.directives(isConst: true)
            )
        }
    }
}
