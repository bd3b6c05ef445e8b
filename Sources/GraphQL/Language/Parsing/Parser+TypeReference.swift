extension Parser {
    ///     Type : NamedType | ListType | NonNullType
    ///     NamedType : Name
    ///     ListType : [ Type ]
    ///     NonNullType : NamedType ! | ListType !
    mutating func typeReference() throws(GraphQLError) -> AST.TypeReference {
        let type = token.kind == .leftBracket ? try listType() : .named(try name())
        return try skip(.bang) ? .nonNull(type) : type
    }

    private mutating func listType() throws(GraphQLError) -> AST.TypeReference {
        let location = token.location
        try descend()
        try advance()
        let type = try typeReference()
        guard token.kind == .rightBracket else { throw expected(Token.Kind.rightBracket.description) }
        ascend()
        try advance()
        return .list(type, location)
    }
}
