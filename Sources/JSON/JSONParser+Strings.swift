extension JSONParser {
    /// `string = quotation-mark *char quotation-mark` (RFC 8259 section 7)
    mutating func string(in bytes: Span<UInt8>) throws(JSONError) -> String {
        let opening = position
        position += 1
        let closing = try endOfRun(in: bytes)
        if bytes[closing] == UInt8(ascii: "\"") {
            let text = Self.text(of: bytes.extracting(position..<closing))
            position = closing + 1
            guard let text else { throw JSONError(.invalidUTF8, at: opening) }
            return text
        }
        unescaped.removeAll(keepingCapacity: true)
        while true {
            let end = try endOfRun(in: bytes)
            for index in position..<end { unescaped.append(bytes[index]) }
            position = end + 1
            if bytes[end] == UInt8(ascii: "\"") { break }
            try escape(in: bytes)
        }
        guard let text = Self.text(of: unescaped.span) else { throw JSONError(.invalidUTF8, at: opening) }
        return text
    }

    /// The index of the next quotation mark or backslash; only characters that stand for themselves lie before it.
    private func endOfRun(in bytes: Span<UInt8>) throws(JSONError) -> Int {
        var index = position
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return index
            case 0..<0x20: throw JSONError(.controlCharacter, at: index)
            default: index += 1
            }
        }
        throw JSONError(.unexpectedEnd, at: index)
    }

    /// Appends the character of an escape whose backslash is just behind the cursor.
    private mutating func escape(in bytes: Span<UInt8>) throws(JSONError) {
        let backslash = position - 1
        guard let letter = peek(in: bytes) else { throw JSONError(.unexpectedEnd, at: position) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: try scalar(escapedAt: backslash, in: bytes).utf8)
        default: throw JSONError(.invalidEscape, at: backslash)
        }
    }

    /// `%x75 4HEXDIG`, and the second half where the first is a leading surrogate (RFC 8259 section 7).
    private mutating func scalar(escapedAt backslash: Int, in bytes: Span<UInt8>) throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit(in: bytes)
        guard UTF16.isSurrogate(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw JSONError(.loneSurrogate, at: backslash) }
            return scalar
        }
        guard UTF16.isLeadSurrogate(first), peek(in: bytes) == UInt8(ascii: "\\") else {
            throw JSONError(.loneSurrogate, at: backslash)
        }
        position += 1
        guard peek(in: bytes) == UInt8(ascii: "u") else { throw JSONError(.loneSurrogate, at: backslash) }
        position += 1
        let second = try codeUnit(in: bytes)
        guard UTF16.isTrailSurrogate(second) else { throw JSONError(.loneSurrogate, at: backslash) }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    /// Four hexadecimal digits, in either case.
    private mutating func codeUnit(in bytes: Span<UInt8>) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek(in: bytes) else { throw JSONError(.unexpectedEnd, at: position) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONError(.invalidEscape, at: position)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    /// The text of those bytes, unless they are not UTF-8.
    private static func text(of bytes: Span<UInt8>) -> String? {
        bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
    }
}
