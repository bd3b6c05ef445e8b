extension JSONParser {
    /// `number = [ minus ] int [ frac ] [ exp ]` (RFC 8259 section 6)
    mutating func number(in bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        let start = position
        let isNegative = bytes[start] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let integer = try integer(isNegative: isNegative, in: bytes)
        var isInteger = true
        if peek(in: bytes) == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            try digits(in: bytes)
        }
        if let byte = peek(in: bytes), byte | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            position += 1
            if let sign = peek(in: bytes), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            try digits(in: bytes)
        }
        if isInteger, let integer, !(isNegative && integer == 0) { return .int(integer) }
        return .double(try double(in: bytes.extracting(start..<position), at: start))
    }

    /// `int = zero / ( digit1-9 *DIGIT )`; nil if it does not fit `Int`.
    ///
    /// A digit after a leading zero is left where it is, and refused by whoever reads on.
    private mutating func integer(isNegative: Bool, in bytes: Span<UInt8>) throws(JSONError) -> Int? {
        if peek(in: bytes) == UInt8(ascii: "0") {
            position += 1
            return 0
        }
        let start = position
        try digits(in: bytes)
        var value = 0
        for index in start..<position {
            let digit = Int(bytes[index] & 0x0F)
            let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooLargeNow) =
                isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            if tooLarge || tooLargeNow { return nil }
            value = sum
        }
        return value
    }

    /// `1*DIGIT`
    private mutating func digits(in bytes: Span<UInt8>) throws(JSONError) {
        let start = position
        while let byte = peek(in: bytes), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        if position == start {
            throw JSONError(position == bytes.count ? .unexpectedEnd : .invalidNumber, at: position)
        }
    }

    /// The nearest `Double` to a number that fits the grammar.
    private func double(in number: Span<UInt8>, at start: Int) throws(JSONError) -> Double {
        let text = number.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        guard let value = Double(text), value.isFinite else { throw JSONError(.numberOutOfRange, at: start) }
        return value
    }
}
