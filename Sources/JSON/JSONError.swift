/// Why a text is not accepted as JSON, or a value cannot be written as JSON.
///
/// The description never repeats any of the input, so it may be shown to anyone.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// The text has more bytes than the limit given here.
        case tooLong(limit: Int)
        /// Arrays and objects are nested deeper than the limit given here.
        case tooDeep(limit: Int)
        /// The text stops inside a value, or has none.
        case unexpectedEnd
        /// No value, name or punctuation can start or go on with this byte.
        case unexpectedByte
        /// More than whitespace follows the value.
        case trailingBytes
        /// A member name has more bytes than the limit given here.
        case nameTooLong(limit: Int)
        /// An object has two members of the same name.
        case duplicateName
        /// A backslash starts none of the escapes of RFC 8259 section 7.
        case invalidEscape
        /// An escape is half of a surrogate pair.
        case loneSurrogate
        /// A character below U+0020 stands unescaped in a string.
        case controlCharacter
        /// The bytes of a string are not UTF-8.
        case invalidUTF8
        /// A digit is missing in a number.
        case invalidNumber
        /// The number is larger than any finite `Double`, or is not a finite number.
        case numberOutOfRange
    }

    /// What is wrong.
    public let kind: Kind

    /// Where, in bytes from the start of what was read, or of the buffer written to.
    public let offset: Int

    public init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String {
        switch kind {
        case .tooLong(let limit): "The JSON text is longer than \(limit) bytes."
        case .unexpectedEnd: "The JSON text ends too early, at byte \(offset)."
        default: "\(problem) at byte \(offset) of the JSON text."
        }
    }

    private var problem: String {
        switch kind {
        case .tooLong, .unexpectedEnd: ""
        case .tooDeep(let limit): "More than \(limit) levels of nesting"
        case .nameTooLong(let limit): "A member name of more than \(limit) bytes"
        case .unexpectedByte: "An unexpected character"
        case .trailingBytes: "Something after the value"
        case .duplicateName: "A member name that was already used"
        case .invalidEscape: "An unknown escape sequence"
        case .loneSurrogate: "Half of a surrogate pair"
        case .controlCharacter: "An unescaped control character"
        case .invalidUTF8: "A string that is not UTF-8"
        case .invalidNumber: "A number without all of its digits"
        case .numberOutOfRange: "A number too large to represent"
        }
    }
}
