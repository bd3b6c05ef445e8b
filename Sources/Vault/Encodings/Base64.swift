/// Four characters for three bytes (RFC 4648 sections 4 and 5).
enum Base64 {
    /// Which characters are digits, and whether padding may stand at the end.
    case url, anyAlphabet

    /// The characters of the URL-safe alphabet, without padding.
    static func encodeURL(_ bytes: Span<UInt8>) -> CleansedBytes {
        CleansedBytes(count: (bytes.count * 8 + 5) / 6) { text in
            for index in text.indices {
                let first = index * 6 / 8
                let high = UInt16(bytes[first]) << 8
                let low = first + 1 < bytes.count ? UInt16(bytes[first + 1]) : 0
                text[index] = digit(UInt8(truncatingIfNeeded: (high | low) >> (10 - index * 6 % 8)) & 0x3F)
            }
        }
    }

    /// The bytes that the text stands for; nil if it is not the one spelling of any bytes in this alphabet.
    func decode(_ text: Span<UInt8>) -> CleansedBytes? {
        let digits = text.count - padding(of: text)
        let count = digits * 6 / 8
        // One digit cannot hold a byte, and the bits beyond the last byte must be zero.
        guard digits % 4 != 1, (0..<digits).allSatisfy({ value(of: text[$0]) != nil }) else { return nil }
        let spareBits = digits * 6 - count * 8
        guard digits == 0 || (value(of: text[digits - 1]) ?? 0) & (1 << spareBits - 1) == 0 else { return nil }
        return CleansedBytes(count: count) { bytes in
            for index in 0..<digits {
                let first = index * 6 / 8
                let bits = UInt16(value(of: text[index]) ?? 0) << (10 - index * 6 % 8)
                if first < count { bytes[first] |= UInt8(truncatingIfNeeded: bits >> 8) }
                if first + 1 < count { bytes[first + 1] |= UInt8(truncatingIfNeeded: bits) }
            }
        }
    }

    /// How many padding characters complete the last group of four; zero if they do not, so that they are no digits.
    private func padding(of text: Span<UInt8>) -> Int {
        guard self == .anyAlphabet, text.count.isMultiple(of: 4) else { return 0 }
        let equals = text.indices.suffix(2).reversed().prefix { text[$0] == UInt8(ascii: "=") }
        return equals.count
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
    }

    private func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        case UInt8(ascii: "+") where self == .anyAlphabet: 62
        case UInt8(ascii: "/") where self == .anyAlphabet: 63
        default: nil
        }
    }
}
