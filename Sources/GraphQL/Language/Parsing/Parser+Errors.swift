extension Parser {
    func expected(_ what: String) -> GraphQLError {
        .syntax("Expected \(what), found \(description(of: token)).", at: token.location)
    }

    /// For a token that no production has a place for.
    func unexpected(_ token: Token) -> GraphQLError {
        .syntax("Unexpected \(description(of: token)).", at: token.location)
    }

    /// A token for an error message: names and numbers with their text, strings without.
    func description(of token: Token) -> String {
        switch token.kind {
        case .name, .int, .float: "\(token.kind) \"\(shownText(of: token))\""
        default: token.kind.description
        }
    }

    /// The token's text, cut to a length that cannot fill an answer. Not for strings, which may hold secrets.
    func shownText(of token: Token) -> String {
        let longest = 64
        guard token.range.count > longest else { return source.string(token.range) }
        // Names and numbers are ASCII, so a cut anywhere leaves whole characters.
        return source.string(token.range.lowerBound..<token.range.lowerBound + longest) + "…"
    }
}
