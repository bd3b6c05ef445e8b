extension Parser {
    ///     FieldsDefinition : { FieldDefinition+ }
    ///     FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    mutating func fieldsDefinition() throws(GraphQLError) -> [AST.FieldDefinition] {
        try optionalList(.leftBrace, .rightBrace) { parser throws(GraphQLError) in
            let description = try parser.description()
            let name = try parser.name()
            let arguments = try parser.argumentsDefinition()
            try parser.expect(.colon)
            return AST.FieldDefinition(
                description: description,
                name: name,
                arguments: arguments,
                type: try parser.typeReference(),
                directives: try parser.directives(isConst: true)
            )
        }
    }

    ///     ArgumentsDefinition : ( InputValueDefinition+ )
    mutating func argumentsDefinition() throws(GraphQLError) -> [AST.InputValueDefinition] {
        try inputValues(.leftParenthesis, .rightParenthesis)
    }

    /// `InputValueDefinition+` in brackets, or nothing where the bracket is missing.
    ///
    ///     InputFieldsDefinition : { InputValueDefinition+ }
    ///     InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    mutating func inputValues(
        _ open: Token.Kind,
        _ close: Token.Kind
    ) throws(GraphQLError) -> [AST.InputValueDefinition] {
        try optionalList(open, close) { parser throws(GraphQLError) in
            let description = try parser.description()
            let name = try parser.name()
            try parser.expect(.colon)
            return AST.InputValueDefinition(
                description: description,
                name: name,
                type: try parser.typeReference(),
                defaultValue: try parser.defaultValue(),
                directives: try parser.directives(isConst: true)
            )
        }
    }
}
