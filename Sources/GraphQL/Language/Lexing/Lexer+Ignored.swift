extension Lexer {
    /// Goes to where the next token begins.
    ///
    ///     Ignored :: UnicodeBOM | Whitespace | LineTerminator | Comment | Comma
    mutating func skipIgnored() {
        while true {
            switch source[position] {
            case UInt8(ascii: " "):
                position = source.endOfSpaces(from: position &+ 1)
            case UInt8(ascii: "\t"), UInt8(ascii: ","):
                position &+= 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                skipLineTerminator()
            case UInt8(ascii: "#"):
                skipComment()
            case 0xEF where source[position + 1] == 0xBB && source[position + 2] == 0xBF:
                skipMultibyteCharacter()
            default:
                return
            }
        }
    }

    ///     Comment :: # CommentChar* [lookahead != CommentChar]
    ///     CommentChar :: SourceCharacter but not LineTerminator
    private mutating func skipComment() {
        while position < source.count {
            switch source[position] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
            case 0x80...: skipMultibyteCharacter()
            default: position += 1
            }
        }
    }
}
