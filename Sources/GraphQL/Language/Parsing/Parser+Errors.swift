extension Parser {
    func expected(_ what: String) -> GraphQLError {
        .syntax("Expected \(what), found \(tokenDescription).", at: token.location)
    }

    /// For a token that no production has a place for.
    func unexpected() -> GraphQLError {
        .syntax("Unexpected \(tokenDescription).", at: token.location)
    }

    /// The token that is looked at, for an error message.
    ///
    /// Names and numbers are shown, cut to a length that cannot fill an answer. Strings are not: they may hold secrets.
    var tokenDescription: String {
        switch token.kind {
        case .name, .int, .float:
            let shown = 64
            let range = token.range
            // All three are ASCII, so that cutting anywhere leaves whole characters.
            let text = source.string(range.prefix(shown).startIndex..<range.prefix(shown).endIndex)
            return "\(token.kind) \"\(text)\(range.count > shown ? "…" : "")\""
        default:
            return token.kind.description
        }
    }
}
