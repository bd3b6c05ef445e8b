extension Parser {
    ///     OperationDefinition : SelectionSet
    mutating func shorthandQuery() throws(GraphQLError) -> AST.OperationDefinition {
        let location = token.location
        return AST.OperationDefinition(
            operation: .query,
            selectionSet: try selectionSet(),
            isShorthand: true,
            at: location
        )
    }

    ///     OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet
    ///
    /// The operation type is the token that is looked at.
    mutating func operationDefinition(
        _ type: AST.OperationType,
        description: AST.Description?
    ) throws(GraphQLError) -> AST.OperationDefinition {
        let location = token.location
        try advance()
        return AST.OperationDefinition(
            description: description,
            operation: type,
            name: token.kind == .name ? try name() : nil,
            variables: try optionalList(.leftParenthesis, .rightParenthesis) { parser throws(GraphQLError) in
                try parser.variableDefinition()
            },
            directives: try directives(isConst: false),
            selectionSet: try selectionSet(),
            at: location
        )
    }

    ///     OperationType : one of query mutation subscription
    ///
    /// The type that the token is, which is not taken.
    func operationType() -> AST.OperationType? {
        if isKeyword("query") { return .query }
        if isKeyword("mutation") { return .mutation }
        if isKeyword("subscription") { return .subscription }
        return nil
    }

    ///     VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private mutating func variableDefinition() throws(GraphQLError) -> AST.VariableDefinition {
        let description = try description()
        let location = token.location
        try expect(.dollar)
        let name = try name()
        try expect(.colon)
        return AST.VariableDefinition(
            description: description,
            name: name,
            type: try typeReference(),
            defaultValue: try defaultValue(),
            directives: try directives(isConst: true),
            at: location
        )
    }

    ///     FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    ///     TypeCondition : on NamedType
    mutating func fragmentDefinition(
        description: AST.Description?
    ) throws(GraphQLError) -> AST.FragmentDefinition {
        let location = token.location
        try expectKeyword("fragment")
        let name = try fragmentName()
        try expectKeyword("on")
        return AST.FragmentDefinition(
            description: description,
            name: name,
            typeCondition: try self.name(),
            directives: try directives(isConst: false),
            selectionSet: try selectionSet(),
            at: location
        )
    }

    ///     FragmentName : Name but not on
    private mutating func fragmentName() throws(GraphQLError) -> AST.Name {
        guard !isKeyword("on") else { throw unexpected(token) }
        return try name()
    }
}
