extension Parser {
    ///     SelectionSet : { Selection+ }
    mutating func selectionSet() throws(GraphQLError) -> AST.SelectionSet {
        let location = token.location
        guard token.kind == .leftBrace else { throw expected(Token.Kind.leftBrace.description) }
        try descend()
        try advance()
        var selections: [AST.Selection] = []
        selections.reserveCapacity(4)
        repeat { selections.append(try selection()) } while token.kind != .rightBrace
        ascend()
        try advance()
        return AST.SelectionSet(selections, at: location)
    }

    ///     Selection : Field | FragmentSpread | InlineFragment
    private mutating func selection() throws(GraphQLError) -> AST.Selection {
        token.kind == .spread ? try fragment() : try field()
    }

    ///     Field : Alias? Name Arguments? Directives? SelectionSet?
    ///     Alias : Name :
    private mutating func field() throws(GraphQLError) -> AST.Selection {
        var name = try name()
        var alias: AST.Name?
        if try skip(.colon) {
            alias = name
            name = try self.name()
        }
        return .field(
            AST.Field(
                alias: alias,
                name: name,
                arguments: try arguments(isConst: false),
                directives: try directives(isConst: false),
                selectionSet: token.kind == .leftBrace ? try selectionSet() : nil
            )
        )
    }

    ///     FragmentSpread : ... FragmentName Directives?
    ///     InlineFragment : ... TypeCondition? Directives? SelectionSet
    private mutating func fragment() throws(GraphQLError) -> AST.Selection {
        let location = token.location
        try advance()
        let hasTypeCondition = try skipKeyword("on")
        if !hasTypeCondition, token.kind == .name {
            let name = try name()
            return .fragmentSpread(
                AST.FragmentSpread(name: name, directives: try directives(isConst: false), at: location)
            )
        }
        return .inlineFragment(
            AST.InlineFragment(
                typeCondition: hasTypeCondition ? try name() : nil,
                directives: try directives(isConst: false),
                selectionSet: try selectionSet(),
                at: location
            )
        )
    }
}
