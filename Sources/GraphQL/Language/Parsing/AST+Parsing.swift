extension AST.Document {
    /// Parses a document (chapter 2), executable and type system definitions alike.
    ///
    /// Time and memory grow with the text's length and nothing else, and no text can trap.
    /// - Throws: `GRAPHQL_PARSE_FAILED` with the one place that is to blame, or `LIMIT_EXCEEDED`.
    public init(parsing text: String, limits: Limits = Limits()) throws(GraphQLError) {
        self = try Parser.parse(text, limits: limits) { parser throws(GraphQLError) in try parser.document() }
    }

    /// The same from bytes, which are refused where they are not well-formed UTF-8.
    public init(parsing bytes: [UInt8], limits: Limits = Limits()) throws(GraphQLError) {
        self = try Parser.parse(bytes, limits: limits) { parser throws(GraphQLError) in try parser.document() }
    }
}

extension AST.Value {
    /// Parses a value that stands alone (section 2.10); variables are allowed unless it must be constant.
    public init(parsing text: String, isConst: Bool = false, limits: Limits = Limits()) throws(GraphQLError) {
        self = try Parser.parse(text, limits: limits) { parser throws(GraphQLError) in
            try parser.value(isConst: isConst)
        }
    }
}

extension AST.TypeReference {
    /// Parses a type that stands alone (section 2.12), such as `[Int!]`.
    public init(parsing text: String, limits: Limits = Limits()) throws(GraphQLError) {
        self = try Parser.parse(text, limits: limits) { parser throws(GraphQLError) in try parser.typeReference() }
    }
}

extension AST.SchemaCoordinate {
    /// Parses a coordinate (section 2.14), such as `Query.provider(id:)`, which has no white space.
    public init(parsing text: String, limits: Limits = Limits()) throws(GraphQLError) {
        self = try Parser.parse(text, limits: limits, grammar: .schemaCoordinate) { parser throws(GraphQLError) in
            try parser.schemaCoordinate()
        }
    }
}

extension Parser {
    /// Runs one production over a whole text.
    fileprivate static func parse<Node>(
        _ text: String,
        limits: Limits,
        grammar: Lexer.Grammar = .document,
        _ production: (inout Parser) throws(GraphQLError) -> Node
    ) throws(GraphQLError) -> Node {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(GraphQLError) in
                try whole(bytes, isWellFormed: true, limits: limits, grammar: grammar, production)
            }
        }
        return try result.get()
    }

    fileprivate static func parse<Node>(
        _ bytes: [UInt8],
        limits: Limits,
        _ production: (inout Parser) throws(GraphQLError) -> Node
    ) throws(GraphQLError) -> Node {
        try bytes.withUnsafeBufferPointer { bytes throws(GraphQLError) in
            try whole(bytes, isWellFormed: false, limits: limits, grammar: .document, production)
        }
    }

    private static func whole<Node>(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isWellFormed: Bool,
        limits: Limits,
        grammar: Lexer.Grammar,
        _ production: (inout Parser) throws(GraphQLError) -> Node
    ) throws(GraphQLError) -> Node {
        // Offsets in tokens have 32 bits, whatever the limit says.
        let limit = min(limits.bytes, Int(UInt32.max) - 1)
        guard bytes.count <= limit else { throw .limitExceeded("bytes", limit) }
        if !isWellFormed, let offset = SourceText.firstMalformed(in: bytes) {
            let before = SourceText(UnsafeBufferPointer(rebasing: bytes[..<offset]))
            throw .syntax("Invalid UTF-8.", at: Lexer.location(atEndOf: before))
        }
        var parser = try Parser(SourceText(bytes), limits: limits, grammar: grammar)
        let node = try production(&parser)
        try parser.expect(.endOfText)
        return node
    }
}
