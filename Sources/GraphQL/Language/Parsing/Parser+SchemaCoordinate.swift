extension Parser {
    ///     SchemaCoordinate :: TypeCoordinate | MemberCoordinate | ArgumentCoordinate | DirectiveCoordinate
    ///                       | DirectiveArgumentCoordinate
    ///     TypeCoordinate :: Name
    ///     MemberCoordinate :: Name . Name
    ///     ArgumentCoordinate :: Name . Name ( Name : )
    ///     DirectiveCoordinate :: @ Name
    ///     DirectiveArgumentCoordinate :: @ Name ( Name : )
    mutating func schemaCoordinate() throws(GraphQLError) -> AST.SchemaCoordinate {
        if try skip(.at) {
            let directive = try name()
            guard let argument = try argumentInCoordinate() else { return .directive(directive) }
            return .directiveArgument(directive: directive, name: argument)
        }
        let type = try name()
        guard try skip(.dot) else { return .type(type) }
        let member = try name()
        guard let argument = try argumentInCoordinate() else { return .member(type: type, name: member) }
        return .argument(type: type, field: member, name: argument)
    }

    /// `( Name : )` or nothing.
    private mutating func argumentInCoordinate() throws(GraphQLError) -> AST.Name? {
        guard try skip(.leftParenthesis) else { return nil }
        let name = try name()
        try expect(.colon)
        try expect(.rightParenthesis)
        return name
    }
}
