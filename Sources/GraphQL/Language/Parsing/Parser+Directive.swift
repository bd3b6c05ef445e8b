extension Parser {
    ///     Directives[Const] : Directive[?Const]+
    ///     Directive[Const] : @ Name Arguments[?Const]?
    mutating func directives(isConst: Bool) throws(GraphQLError) -> [AST.Directive] {
        var directives: [AST.Directive] = []
        while token.kind == .at {
            let location = token.location
            try advance()
            let name = try name()
            directives.append(AST.Directive(name: name, arguments: try arguments(isConst: isConst), at: location))
        }
        return directives
    }

    ///     Arguments[Const] : ( Argument[?Const]+ )
    ///     Argument[Const] : Name : Value[?Const]
    mutating func arguments(isConst: Bool) throws(GraphQLError) -> [AST.Argument] {
        guard try skip(.leftParenthesis) else { return [] }
        var arguments: [AST.Argument] = []
        arguments.reserveCapacity(2)
        repeat {
            let name = try name()
            try expect(.colon)
            arguments.append(AST.Argument(name: name, value: try value(isConst: isConst)))
        } while try !skip(.rightParenthesis)
        return arguments
    }
}
