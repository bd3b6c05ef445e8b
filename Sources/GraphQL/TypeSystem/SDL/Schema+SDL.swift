extension Schema {
    /// A schema from its definition language (chapter 3): definitions and extensions in any order.
    ///
    /// The built-in scalars, the specified directives and introspection's types are added; definitions of the built-in
    /// scalars and specified directives are allowed and change nothing. Custom scalars accept every value. Types keep
    /// the order of the text.
    ///
    /// - Parameter limits: of bytes, tokens and nesting; by default wide enough for schemas of thousands of types.
    /// - Throws: everything that is wrong, with its places: what is no SDL, what SDL's own rules forbid, and what
    ///   chapter 3's "type validation" forbids.
    public convenience init(sdl: String, limits: Limits = .typeSystem) throws(SDLErrors) {
        let document: AST.Document
        do { document = try AST.Document(parsing: sdl, limits: limits) } catch { throw SDLErrors([error]) }
        try self.init(document, limits: limits)
    }

    /// The same from a document that was parsed already.
    public convenience init(_ document: AST.Document, limits: Limits = .typeSystem) throws(SDLErrors) {
        let definitions = TypeSystemDocument(document)
        try definitions.check(limits: limits)

        var builder = SchemaBuilder()
        builder.define(definitions)
        let roots = builder.metaFields()
        guard let query = definitions.root(.query) else {
            throw SDLErrors([GraphQLError("Query root type must be provided.", code: .validationFailed)])
        }
        do throws(SchemaErrors) {
            try self.init(
                freezing: builder,
                description: definitions.schema?.description?.text,
                query: builder.reserve(query).id,
                mutation: definitions.root(.mutation).map { builder.reserve($0).id },
                subscription: definitions.root(.subscription).map { builder.reserve($0).id },
                roots: roots
            )
        } catch {
            throw SDLErrors(error, in: definitions)
        }
        let errors = definitions.faults(against: self, limits: limits)
        guard errors.isEmpty else { throw SDLErrors(errors) }
    }
}

/// All that is wrong with a schema in its definition language.
public struct SDLErrors: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty.
    public let errors: [GraphQLError]

    init(_ errors: [GraphQLError]) {
        self.errors = errors
    }

    public var description: String {
        errors.map { error in
            guard let place = error.locations.first else { return error.message }
            return "\(place.line):\(place.column): \(error.message)"
        }.joined(separator: "\n")
    }
}

extension Limits {
    /// For schemas, which are written by those who run them and may be long.
    public static var typeSystem: Limits {
        var limits = Limits()
        limits.bytes = 64 * 1_048_576
        limits.tokens = 4_000_000
        return limits
    }
}
