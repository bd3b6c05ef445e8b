/// Cuts a document into tokens, one at a time, and drops what is ignored between them (section 2.1).
///
/// A value of a few words: it never allocates and never goes back, so a text costs time in proportion to its length.
struct Lexer {
    let source: SourceText
    var position = 0
    private(set) var line: UInt32 = 1
    /// The offset that column 1 of this line would have if each UTF-16 code unit before `position` were one byte.
    var columnOrigin = 0
    private var remainingTokens: Int
    private let tokenLimit: Int
    private let grammar: Grammar

    /// The two lexical grammars of chapter 2.
    enum Grammar {
        case document
        /// Without anything ignored, and with a single dot (section 2.14).
        case schemaCoordinate
    }

    init(_ source: SourceText, tokens limit: Int, grammar: Grammar = .document) {
        self.source = source
        remainingTokens = limit
        tokenLimit = limit
        self.grammar = grammar
    }

    /// Where `position` is.
    var location: Location {
        Location(line: line, column: UInt32(truncatingIfNeeded: position - columnOrigin + 1))
    }

    /// The next token. After the last it is `endOfText`, as often as it is asked.
    ///
    ///     Token :: Punctuator | Name | IntValue | FloatValue | StringValue
    ///     Punctuator :: one of ! $ & ( ) ... : = @ [ ] { | }
    mutating func next() throws(GraphQLError) -> Token {
        if grammar == .document { skipIgnored() }
        guard position < source.count else { return token(.endOfText, from: position, at: location) }
        remainingTokens -= 1
        guard remainingTokens >= 0 else {
            throw .limitExceeded("tokens", tokenLimit, at: [location])
        }
        let byte = source[position]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            return name()
        case UInt8(ascii: "{"): return punctuator(.leftBrace)
        case UInt8(ascii: "}"): return punctuator(.rightBrace)
        case UInt8(ascii: "("): return punctuator(.leftParenthesis)
        case UInt8(ascii: ")"): return punctuator(.rightParenthesis)
        case UInt8(ascii: ":"): return punctuator(.colon)
        case UInt8(ascii: "$"): return punctuator(.dollar)
        case UInt8(ascii: "!"): return punctuator(.bang)
        case UInt8(ascii: "["): return punctuator(.leftBracket)
        case UInt8(ascii: "]"): return punctuator(.rightBracket)
        case UInt8(ascii: "@"): return punctuator(.at)
        case UInt8(ascii: "="): return punctuator(.equals)
        case UInt8(ascii: "|"): return punctuator(.pipe)
        case UInt8(ascii: "&"): return punctuator(.ampersand)
        case UInt8(ascii: "."):
            if source[position + 1] == byte, source[position + 2] == byte { return punctuator(.spread, length: 3) }
            guard grammar == .schemaCoordinate else { throw unexpectedCharacter() }
            return punctuator(.dot)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            return try number()
        case UInt8(ascii: "\""):
            let isBlock = source[position + 1] == byte && source[position + 2] == byte
            return isBlock ? try blockString() : try string()
        default:
            throw unexpectedCharacter()
        }
    }

    /// A token that began at `start` and ends here.
    func token(_ kind: Token.Kind, from start: Int, at location: Location) -> Token {
        Token(
            kind: kind,
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: position),
            location: location
        )
    }

    mutating func punctuator(_ kind: Token.Kind, length: Int = 1) -> Token {
        let (start, location) = (position, location)
        position += length
        return token(kind, from: start, at: location)
    }

    /// `Name :: NameStart NameContinue* [lookahead != NameContinue]`
    mutating func name() -> Token {
        let (start, location) = (position, location)
        repeat { position += 1 } while source[position].isNameContinue
        return token(.name, from: start, at: location)
    }

    /// Steps over the line terminator at `position`, counting `CR LF` once (section 2.1.2).
    mutating func skipLineTerminator() {
        let isPair = source[position] == UInt8(ascii: "\r") && source[position + 1] == UInt8(ascii: "\n")
        position += isPair ? 2 : 1
        line &+= 1
        columnOrigin = position
    }

    /// Steps over a character that is not ASCII, which has one UTF-16 code unit or, past U+FFFF, two.
    mutating func skipMultibyteCharacter() {
        let first = source[position]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        position += length
        columnOrigin += length - (length == 4 ? 2 : 1)
    }
}
