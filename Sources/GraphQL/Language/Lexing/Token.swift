/// A lexical token (section 2.1.5) or the end of the text: its kind and place, its characters left in the text.
struct Token {
    let kind: Kind
    /// True for a string in whose range a backslash escape stands, so that the others need not be decoded.
    var hasEscapes = false
    let start: UInt32
    let end: UInt32
    let location: Location

    var range: Range<Int> { Int(start)..<Int(end) }

    enum Kind: UInt8 {
        case endOfText
        case bang, dollar, ampersand, leftParenthesis, rightParenthesis, spread, colon, equals, at
        case leftBracket, rightBracket, leftBrace, pipe, rightBrace
        case name, int, float, string, blockString
        /// Only in schema coordinates (section 2.14).
        case dot
    }
}

extension Token.Kind: CustomStringConvertible {
    /// As error messages name it: punctuators in quotes, classes of tokens by their name.
    var description: String {
        switch self {
        case .endOfText: "<EOF>"
        case .bang: "\"!\""
        case .dollar: "\"$\""
        case .ampersand: "\"&\""
        case .leftParenthesis: "\"(\""
        case .rightParenthesis: "\")\""
        case .spread: "\"...\""
        case .colon: "\":\""
        case .equals: "\"=\""
        case .at: "\"@\""
        case .leftBracket: "\"[\""
        case .rightBracket: "\"]\""
        case .leftBrace: "\"{\""
        case .pipe: "\"|\""
        case .rightBrace: "\"}\""
        case .name: "Name"
        case .int: "Int"
        case .float: "Float"
        case .string: "String"
        case .blockString: "BlockString"
        case .dot: "\".\""
        }
    }
}
