extension Lexer {
    ///     IntValue :: IntegerPart [lookahead != {Digit, ., NameStart}]
    ///     FloatValue :: IntegerPart (FractionalPart | ExponentPart | FractionalPart ExponentPart)
    ///                   [lookahead != {Digit, ., NameStart}]
    ///     IntegerPart :: -? 0 | -? NonZeroDigit Digit*
    ///     FractionalPart :: . Digit+
    ///     ExponentPart :: (e | E) (+ | -)? Digit+
    mutating func number() throws(GraphQLError) {
        let (start, location) = (position, location)
        var kind = Token.Kind.int
        if source[position] == UInt8(ascii: "-") { position += 1 }
        if source[position] == UInt8(ascii: "0") {
            position += 1
            guard !source[position].isDigit else {
                throw syntaxError("Invalid number, unexpected digit after 0: \(characterDescription).")
            }
        } else {
            try digits()
        }
        if source[position] == UInt8(ascii: ".") {
            kind = .float
            position += 1
            try digits()
        }
        if source[position] | 0x20 == UInt8(ascii: "e") {
            kind = .float
            position += 1
            if source[position] == UInt8(ascii: "+") || source[position] == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        guard source[position] != UInt8(ascii: "."), !source[position].isNameStart else { throw expectedDigit() }
        finish(kind, from: start, at: location)
    }

    /// `Digit+`
    private mutating func digits() throws(GraphQLError) {
        guard source[position].isDigit else { throw expectedDigit() }
        repeat { position += 1 } while source[position].isDigit
    }

    private func expectedDigit() -> GraphQLError {
        syntaxError("Invalid number, expected digit but got: \(characterDescription).")
    }
}
