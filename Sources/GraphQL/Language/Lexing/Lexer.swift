/// Cuts a document into tokens, one at a time, and drops what is ignored between them (section 2.1).
///
/// A value of a few words: it never allocates and never goes back, so a text costs time in proportion to its length.
struct Lexer {
    let source: SourceText
    /// The token that is looked at.
    private(set) var token = Token(kind: .endOfText, start: 0, end: 0, location: Location(line: 1, column: 1))
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
        Location(line: line, column: UInt32(truncatingIfNeeded: position &- columnOrigin &+ 1))
    }

    /// Goes to the next token. After the last it is `endOfText`, as often as it is asked.
    ///
    ///     Token :: Punctuator | Name | IntValue | FloatValue | StringValue
    ///     Punctuator :: one of ! $ & ( ) ... : = @ [ ] { | }
    mutating func advance() throws(GraphQLError) {
        if grammar == .document { skipIgnored() }
        let byte = source[position]
        remainingTokens &-= 1
        guard remainingTokens >= 0 || position >= source.count else {
            throw .limitExceeded("tokens", tokenLimit, at: [location])
        }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): name()
        case UInt8(ascii: "{"): punctuator(.leftBrace)
        case UInt8(ascii: "}"): punctuator(.rightBrace)
        case UInt8(ascii: "("): punctuator(.leftParenthesis)
        case UInt8(ascii: ")"): punctuator(.rightParenthesis)
        case UInt8(ascii: ":"): punctuator(.colon)
        case UInt8(ascii: "$"): punctuator(.dollar)
        case UInt8(ascii: "!"): punctuator(.bang)
        case UInt8(ascii: "["): punctuator(.leftBracket)
        case UInt8(ascii: "]"): punctuator(.rightBracket)
        case UInt8(ascii: "@"): punctuator(.at)
        case UInt8(ascii: "="): punctuator(.equals)
        case UInt8(ascii: "|"): punctuator(.pipe)
        case UInt8(ascii: "&"): punctuator(.ampersand)
        case UInt8(ascii: "."): try dots()
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try number()
        case UInt8(ascii: "\""):
            let isBlock = source[position + 1] == byte && source[position + 2] == byte
            if isBlock { try blockString() } else { try string() }
        default:
            guard position >= source.count else { throw unexpectedCharacter() }
            finish(.endOfText, from: position, at: location)
        }
    }

    /// Makes a token of what was read from `start` up to here.
    mutating func finish(_ kind: Token.Kind, from start: Int, at location: Location, hasEscapes: Bool = false) {
        token = Token(
            kind: kind,
            hasEscapes: hasEscapes,
            start: UInt32(truncatingIfNeeded: start),
            end: UInt32(truncatingIfNeeded: position),
            location: location
        )
    }

    private mutating func punctuator(_ kind: Token.Kind, length: Int = 1) {
        let (start, location) = (position, location)
        position &+= length
        finish(kind, from: start, at: location)
    }

    private mutating func dots() throws(GraphQLError) {
        let dot = UInt8(ascii: ".")
        if source[position + 1] == dot, source[position + 2] == dot { return punctuator(.spread, length: 3) }
        guard grammar == .schemaCoordinate else { throw unexpectedCharacter() }
        punctuator(.dot)
    }

    /// `Name :: NameStart NameContinue* [lookahead != NameContinue]`
    private mutating func name() {
        let (start, location) = (position, location)
        position = source.endOfName(from: start &+ 1)
        finish(.name, from: start, at: location)
    }

    /// Steps over the line terminator at `position`, counting `CR LF` once (section 2.1.2).
    mutating func skipLineTerminator() {
        let isPair = source[position] == UInt8(ascii: "\r") && source[position + 1] == UInt8(ascii: "\n")
        position &+= isPair ? 2 : 1
        line &+= 1
        columnOrigin = position
    }

    /// Steps over a character that is not ASCII, which has one UTF-16 code unit or, past U+FFFF, two.
    mutating func skipMultibyteCharacter() {
        let first = source[position]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        position &+= length
        columnOrigin &+= length - (length == 4 ? 2 : 1)
    }
}
