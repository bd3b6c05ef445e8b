/// A recursive descent over the tokens of one document: a function for each production, named after it.
///
/// It looks at one token and never goes back. Recursion is bounded by `Limits.nesting`, which the four productions that
/// contain themselves share.
struct Parser {
    private var lexer: Lexer
    private var nesting = 0
    private let nestingLimit: Int

    init(_ source: SourceText, limits: Limits, grammar: Lexer.Grammar) throws(GraphQLError) {
        lexer = Lexer(source, tokens: limits.tokens, grammar: grammar)
        nestingLimit = limits.nesting
        try lexer.advance()
    }

    var source: SourceText { lexer.source }

    // MARK: Tokens

    /// The token that is looked at.
    var token: Token { lexer.token }

    mutating func advance() throws(GraphQLError) {
        try lexer.advance()
    }

    /// Takes a token of `kind`, which must be there.
    mutating func expect(_ kind: Token.Kind) throws(GraphQLError) {
        guard token.kind == kind else { throw expected(kind.description) }
        try advance()
    }

    /// Takes a token of `kind` if it is there, and answers whether it was.
    mutating func skip(_ kind: Token.Kind) throws(GraphQLError) -> Bool {
        guard token.kind == kind else { return false }
        try advance()
        return true
    }

    /// Whether the token is this name.
    func isKeyword(_ keyword: StaticString) -> Bool {
        token.kind == .name && token.range.count == keyword.utf8CodeUnitCount
            && source.has(keyword, at: token.range.lowerBound)
    }

    mutating func expectKeyword(_ keyword: StaticString) throws(GraphQLError) {
        guard isKeyword(keyword) else { throw expected("\"\(keyword)\"") }
        try advance()
    }

    mutating func skipKeyword(_ keyword: StaticString) throws(GraphQLError) -> Bool {
        guard isKeyword(keyword) else { return false }
        try advance()
        return true
    }

    mutating func name() throws(GraphQLError) -> AST.Name {
        guard token.kind == .name else { throw expected(Token.Kind.name.description) }
        let name = AST.Name(source.string(token.range), at: token.location)
        try advance()
        return name
    }

    // MARK: Repetition

    /// `open Node+ close`, or nothing where `open` is missing.
    mutating func optionalList<Node>(
        _ open: Token.Kind,
        _ close: Token.Kind,
        of node: (inout Parser) throws(GraphQLError) -> Node
    ) throws(GraphQLError) -> [Node] {
        guard token.kind == open else { return [] }
        return try list(open, close, of: node)
    }

    /// `open Node+ close`
    mutating func list<Node>(
        _ open: Token.Kind,
        _ close: Token.Kind,
        of node: (inout Parser) throws(GraphQLError) -> Node
    ) throws(GraphQLError) -> [Node] {
        try expect(open)
        var nodes: [Node] = []
        repeat { nodes.append(try node(&self)) } while try !skip(close)
        return nodes
    }

    /// `delimiter? Node (delimiter Node)*`
    mutating func delimitedNames(by delimiter: Token.Kind) throws(GraphQLError) -> [AST.Name] {
        _ = try skip(delimiter)
        var names: [AST.Name] = []
        repeat { names.append(try name()) } while try skip(delimiter)
        return names
    }

    // MARK: Limits

    /// Goes one level deeper, at the bracket that is looked at.
    mutating func descend() throws(GraphQLError) {
        nesting += 1
        guard nesting <= nestingLimit else { throw .limitExceeded("nesting", nestingLimit, at: [token.location]) }
    }

    mutating func ascend() {
        nesting -= 1
    }
}
