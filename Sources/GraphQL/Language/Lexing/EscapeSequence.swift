/// A backslash and what follows it in a quoted string (section 2.10.4).
struct EscapeSequence {
    let scalar: Unicode.Scalar
    /// In bytes, the backslash included; twelve or more where two `\u` make one character.
    let length: Int

    /// Reads the sequence whose backslash is at `position`, or nil where there is no valid one.
    ///
    ///     EscapedCharacter :: one of " \ / b f n r t
    ///     EscapedUnicode :: { HexDigit+ } | HexDigit HexDigit HexDigit HexDigit
    init?(at position: Int, in source: SourceText) {
        switch source[position + 1] {
        case UInt8(ascii: "u"): self.init(unicodeAt: position, in: source)
        case UInt8(ascii: "\""): self.init(scalar: "\"", length: 2)
        case UInt8(ascii: "\\"): self.init(scalar: "\\", length: 2)
        case UInt8(ascii: "/"): self.init(scalar: "/", length: 2)
        case UInt8(ascii: "b"): self.init(scalar: "\u{8}", length: 2)
        case UInt8(ascii: "f"): self.init(scalar: "\u{C}", length: 2)
        case UInt8(ascii: "n"): self.init(scalar: "\n", length: 2)
        case UInt8(ascii: "r"): self.init(scalar: "\r", length: 2)
        case UInt8(ascii: "t"): self.init(scalar: "\t", length: 2)
        default: return nil
        }
    }

    private init(scalar: Unicode.Scalar, length: Int) {
        self.scalar = scalar
        self.length = length
    }

    private init?(unicodeAt position: Int, in source: SourceText) {
        if source[position + 2] == UInt8(ascii: "{") {
            self.init(bracedAt: position, in: source)
            return
        }
        guard let unit = Self.codeUnit(at: position + 2, in: source) else { return nil }
        if let scalar = Unicode.Scalar(unit) {
            self.init(scalar: scalar, length: 6)
            return
        }
        // Section 2.10.4: a leading and a trailing surrogate make one character, each alone is an error.
        guard (0xD800...0xDBFF).contains(unit), source.has("\\u", at: position + 6),
            let trailing = Self.codeUnit(at: position + 8, in: source), (0xDC00...0xDFFF).contains(trailing),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (trailing - 0xDC00))
        else { return nil }
        self.init(scalar: scalar, length: 12)
    }

    /// `\u{…}` with as many leading zeros as the writer likes.
    private init?(bracedAt position: Int, in source: SourceText) {
        var end = position + 3
        var value: UInt32 = 0
        while let digit = source[end].hexDigitValue {
            // Once past the last character it stays there, so that a million digits cannot overflow.
            value = min(value << 4 | digit, 0x11_0000)
            end += 1
        }
        guard end > position + 3, source[end] == UInt8(ascii: "}"), let scalar = Unicode.Scalar(value) else {
            return nil
        }
        self.init(scalar: scalar, length: end + 1 - position)
    }

    private static func codeUnit(at position: Int, in source: SourceText) -> UInt32? {
        var value: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = source[position + offset].hexDigitValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}
