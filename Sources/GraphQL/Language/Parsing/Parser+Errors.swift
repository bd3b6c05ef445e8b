extension Parser {
    func expected(_ what: String) -> GraphQLError {
        .syntax("Expected \(what), found \(tokenDescription).", at: token.location)
    }

    /// For a token that no production has a place for.
    func unexpected() -> GraphQLError {
        .syntax("Unexpected \(tokenDescription).", at: token.location)
    }

    /// The token that is looked at, for an error message: names and numbers with their text, strings without.
    var tokenDescription: String {
        switch token.kind {
        case .name, .int, .float: "\(token.kind) \"\(shownText)\""
        default: token.kind.description
        }
    }

    /// The token's text, cut to a length that cannot fill an answer. Not for strings, which may hold secrets.
    var shownText: String {
        let longest = 64
        guard token.range.count > longest else { return source.string(token.range) }
        // Names and numbers are ASCII, so a cut anywhere leaves whole characters.
        return source.string(token.range.lowerBound..<token.range.lowerBound + longest) + "…"
    }
}
