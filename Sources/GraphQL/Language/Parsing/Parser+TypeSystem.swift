extension Parser {
    ///     TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition
    ///
    /// Nil, and no token taken, where none of them begins here.
    mutating func typeSystemDefinition(
        description: AST.Description?
    ) throws(GraphQLError) -> AST.TypeSystemDefinition? {
        let location = token.location
        if isKeyword("schema") { return .schema(try schemaDefinition(description: description)) }
        if isKeyword("directive") { return .directive(try directiveDefinition(description: description)) }
        guard let keyword = typeKeyword() else { return nil }
        try advance()
        return .type(try typeDefinition(keyword, description: description, isExtension: false, at: location))
    }

    ///     TypeSystemExtension : SchemaExtension | TypeExtension
    ///     SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ }
    ///                     | extend schema Directives[Const] [lookahead != {]
    mutating func typeSystemExtension() throws(GraphQLError) -> AST.TypeSystemDefinition {
        let location = token.location
        try expectKeyword("extend")
        if try skipKeyword("schema") {
            let schema = AST.SchemaDefinition(
                isExtension: true,
                directives: try directives(isConst: true),
                operationTypes: token.kind == .leftBrace ? try rootOperationTypes() : [],
                at: location
            )
            guard !schema.directives.isEmpty || !schema.operationTypes.isEmpty else { throw unexpected(token) }
            return .schema(schema)
        }
        guard let keyword = typeKeyword() else { throw unexpected(token) }
        try advance()
        return .type(try typeDefinition(keyword, description: nil, isExtension: true, at: location))
    }

    ///     SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    private mutating func schemaDefinition(
        description: AST.Description?
    ) throws(GraphQLError) -> AST.SchemaDefinition {
        let location = token.location
        try expectKeyword("schema")
        return AST.SchemaDefinition(
            description: description,
            directives: try directives(isConst: true),
            operationTypes: try rootOperationTypes(),
            at: location
        )
    }

    ///     RootOperationTypeDefinition : OperationType : NamedType
    private mutating func rootOperationTypes() throws(GraphQLError) -> [AST.RootOperationTypeDefinition] {
        try list(.leftBrace, .rightBrace) { parser throws(GraphQLError) in
            let (token, operation) = (parser.token, parser.operationType())
            try parser.expect(.name)
            guard let operation else { throw parser.unexpected(token) }
            try parser.expect(.colon)
            return AST.RootOperationTypeDefinition(operation: operation, type: try parser.name(), at: token.location)
        }
    }

    ///     DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations
    ///     DirectiveLocations : |? DirectiveLocation (| DirectiveLocation)*
    private mutating func directiveDefinition(
        description: AST.Description?
    ) throws(GraphQLError) -> AST.DirectiveDefinition {
        let location = token.location
        try expectKeyword("directive")
        try expect(.at)
        let name = try name()
        let arguments = try argumentsDefinition()
        let isRepeatable = try skipKeyword("repeatable")
        try expectKeyword("on")
        _ = try skip(.pipe)
        var locations: [AST.Name] = []
        repeat { locations.append(try directiveLocation()) } while try skip(.pipe)
        return AST.DirectiveDefinition(
            description: description,
            name: name,
            arguments: arguments,
            isRepeatable: isRepeatable,
            locations: locations,
            at: location
        )
    }

    ///     DirectiveLocation : ExecutableDirectiveLocation | TypeSystemDirectiveLocation
    private mutating func directiveLocation() throws(GraphQLError) -> AST.Name {
        let token = token
        let name = try name()
        guard DirectiveLocation(rawValue: name.value) != nil else { throw unexpected(token) }
        return name
    }
}
