extension Lexer {
    ///     StringValue :: "" [lookahead != "] | " StringCharacter+ " | BlockString
    ///     StringCharacter :: SourceCharacter but not " or \ or LineTerminator
    ///                      | \u EscapedUnicode | \ EscapedCharacter
    mutating func string() throws(GraphQLError) {
        let (start, location) = (position, location)
        var hasEscapes = false
        position += 1
        while true {
            switch source[position] {
            case UInt8(ascii: "\""):
                position += 1
                return finish(.string, from: start, at: location, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                guard let escape = EscapeSequence(at: position, in: source) else { throw invalidEscape() }
                position += escape.length
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                throw syntaxError("Unterminated string.")
            case 0x80...:
                skipMultibyteCharacter()
            default:
                guard position < source.count else { throw syntaxError("Unterminated string.") }
                position += 1
            }
        }
    }

    ///     BlockString :: """ BlockStringCharacter* """
    ///     BlockStringCharacter :: SourceCharacter but not """ or \""" | \"""
    mutating func blockString() throws(GraphQLError) {
        let (start, location) = (position, location)
        var hasEscapes = false
        position += 3
        while true {
            switch source[position] {
            case UInt8(ascii: "\"") where source.has("\"\"\"", at: position):
                position += 3
                return finish(.blockString, from: start, at: location, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\") where source.has("\\\"\"\"", at: position):
                hasEscapes = true
                position += 4
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                skipLineTerminator()
            case 0x80...:
                skipMultibyteCharacter()
            default:
                guard position < source.count else { throw syntaxError("Unterminated string.") }
                position += 1
            }
        }
    }

    /// The escape itself is not shown: it is part of a text that may be a secret.
    private func invalidEscape() -> GraphQLError {
        let kind = source[position + 1] == UInt8(ascii: "u") ? "Unicode" : "character"
        return syntaxError("Invalid \(kind) escape sequence.")
    }
}
