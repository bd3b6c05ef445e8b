extension Lexer {
    /// An error that is to blame on the character at `position`.
    func syntaxError(_ message: String) -> GraphQLError {
        .syntax(message, at: location)
    }

    func unexpectedCharacter() -> GraphQLError {
        if source[position] == UInt8(ascii: "'") {
            return syntaxError("Unexpected single quote character ('), did you mean to use a double quote (\")?")
        }
        return syntaxError("Unexpected character: \(characterDescription).")
    }

    /// The character at `position` for an error message: printable ASCII in quotes, all others as `U+XXXX`.
    var characterDescription: String {
        guard let scalar = source.scalar(at: position) else { return Token.Kind.endOfText.description }
        switch scalar {
        case "\"": return "'\"'"
        case " "..."~": return "\"\(scalar)\""
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    /// Where a text ends, without regard to its tokens.
    static func location(atEndOf source: SourceText) -> Location {
        var lexer = Lexer(source, tokens: 0)
        while lexer.position < source.count {
            switch source[lexer.position] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): lexer.skipLineTerminator()
            case 0x80...: lexer.skipMultibyteCharacter()
            default: lexer.position += 1
            }
        }
        return lexer.location
    }
}
