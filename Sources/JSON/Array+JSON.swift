extension Array where Element == UInt8 {
    /// Appends `true` or `false`.
    public mutating func appendJSON(_ value: Bool) {
        append(contentsOf: value ? "true".utf8 : "false".utf8)
    }

    /// Appends a number in decimal digits.
    public mutating func appendJSON(_ value: Int) {
        var rest = value.magnitude
        if value < 0 { append(UInt8(ascii: "-")) }
        var digits = 1
        var bound: UInt = 10
        while rest >= bound {
            digits += 1
            bound *= 10  // No overflow: `rest` is at most 2^63, so the last bound is 10^19, which is less than 2^64.
        }
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits))
        var index = count
        while rest > 0 {
            index -= 1
            self[index] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Appends the shortest number that reads back as the same `Double`; it always has a fraction or an exponent.
    ///
    /// Throws if the value is infinite or not a number, for which JSON has no spelling.
    public mutating func appendJSON(_ value: Double) throws(JSONError) {
        guard value.isFinite else { throw JSONError(.numberOutOfRange, at: count) }
        append(contentsOf: value.description.utf8)
    }

    /// Appends a string in quotation marks.
    ///
    /// Only what RFC 8259 section 7 demands is escaped: quotation mark, backslash and characters below U+0020.
    public mutating func appendJSON(_ value: String) {
        append(UInt8(ascii: "\""))
        let wasContiguous: Void? = value.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if wasContiguous == nil { for byte in value.utf8 { appendEscaped(byte) } }
        append(UInt8(ascii: "\""))
    }

    /// Appends whole runs between characters that need an escape.
    private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count {
            let end = Self.endOfPlainRun(in: bytes, from: start)
            append(contentsOf: bytes[start..<end])
            guard end < bytes.count else { return }
            appendEscaped(bytes[end])
            start = end + 1
        }
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        guard JSONEscape.isNeeded(for: byte) else {
            append(byte)
            return
        }
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            append(contentsOf: "u00".utf8)
            append(JSONEscape.hexDigit(byte >> 4))
            append(JSONEscape.hexDigit(byte & 0x0F))
        }
    }

    /// The index of the first byte that needs an escape, or the end; eight bytes are looked at in one step.
    private static func endOfPlainRun(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= raw.count {
            if JSONEscape.isNeeded(inWord: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { break }
            index += 8
        }
        while index < bytes.count, !JSONEscape.isNeeded(for: bytes[index]) { index += 1 }
        return index
    }
}

/// Which characters cannot stand for themselves in a JSON string.
private enum JSONEscape {
    static func isNeeded(for byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Whether any of eight bytes needs an escape.
    ///
    /// `(x - 0x01…) & ~x & 0x80…` is not zero if and only if some byte of `x` is zero: a borrow reaches a byte only
    /// from a lower one that is itself zero. The same holds below 0x20 with `0x20…` subtracted.
    static func isNeeded(inWord word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotation = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let control = (word &- (ones &* 0x20)) & ~word
        let found = control | (quotation &- ones) & ~quotation | (backslash &- ones) & ~backslash
        return found & (ones &* 0x80) != 0
    }

    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
