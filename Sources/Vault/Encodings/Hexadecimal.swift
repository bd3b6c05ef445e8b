/// Two digits a byte, the higher one first (RFC 4648 section 8); written in lower case, read in either.
enum Hexadecimal {
    static func encode(_ bytes: Span<UInt8>) -> String {
        var text = ""
        text.reserveCapacity(2 * bytes.count)
        for index in bytes.indices {
            text.unicodeScalars.append(Unicode.Scalar(digit(bytes[index] >> 4)))
            text.unicodeScalars.append(Unicode.Scalar(digit(bytes[index] & 0x0F)))
        }
        return text
    }

    /// The digits of a secret, and a line feed.
    static func encodeLine(_ bytes: Span<UInt8>) -> CleansedBytes {
        CleansedBytes(count: 2 * bytes.count + 1) { line in
            for index in bytes.indices {
                line[2 * index] = digit(bytes[index] >> 4)
                line[2 * index + 1] = digit(bytes[index] & 0x0F)
            }
            line[2 * bytes.count] = UInt8(ascii: "\n")
        }
    }

    /// The bytes that the digits stand for; nil if there is anything else, or half a byte.
    static func decode(_ digits: Span<UInt8>) -> CleansedBytes? {
        guard digits.count.isMultiple(of: 2), digits.indices.allSatisfy({ value(of: digits[$0]) != nil }) else {
            return nil
        }
        return CleansedBytes(count: digits.count / 2) { bytes in
            for index in digits.indices {
                bytes[index / 2] = bytes[index / 2] << 4 | (value(of: digits[index]) ?? 0)
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
