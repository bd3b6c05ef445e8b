extension Parser {
    ///     Document : Definition+
    mutating func document() throws(GraphQLError) -> AST.Document {
        var definitions: [AST.Definition] = []
        repeat { definitions.append(try definition()) } while token.kind != .endOfText
        return AST.Document(definitions: definitions)
    }

    ///     Definition : ExecutableDefinition | TypeSystemDefinitionOrExtension
    ///     ExecutableDefinition : OperationDefinition | FragmentDefinition
    ///     TypeSystemDefinitionOrExtension : TypeSystemDefinition | TypeSystemExtension
    private mutating func definition() throws(GraphQLError) -> AST.Definition {
        if token.kind == .leftBrace { return .operation(try shorthandQuery()) }
        let description = try description()
        if let type = operationType() {
            return .operation(try operationDefinition(type, description: description))
        }
        if isKeyword("fragment") { return .fragment(try fragmentDefinition(description: description)) }
        if let definition = try typeSystemDefinition(description: description) { return .typeSystem(definition) }
        if let description { throw misplaced(description) }
        guard isKeyword("extend") else { throw unexpected(token) }
        return .typeSystem(try typeSystemExtension())
    }

    ///     Description : StringValue
    mutating func description() throws(GraphQLError) -> AST.Description? {
        guard token.kind == .string || token.kind == .blockString else { return nil }
        let description = AST.Description(
            token.stringValue(in: source),
            isBlock: token.kind == .blockString,
            at: token.location
        )
        try advance()
        return description
    }

    /// The error for a description before something that cannot have one.
    private func misplaced(_ description: AST.Description) -> GraphQLError {
        switch token.kind {
        case .leftBrace:
            .syntax(
                "Unexpected description, descriptions are not supported on shorthand queries.",
                at: description.location
            )
        case .name:
            .syntax("Unexpected description, only GraphQL definitions support descriptions.", at: description.location)
        default: unexpected(token)
        }
    }
}
