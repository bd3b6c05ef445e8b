public import JSON

extension ResponseWriter {
    @inlinable
    public mutating func writeNull() {
        append("null")
    }

    @inlinable
    public mutating func write(_ value: Bool) {
        append(value ? "true" : "false")
    }

    /// Decimal digits, without allocating.
    @inlinable
    public mutating func write(_ value: Int) {
        reserve(20)
        var magnitude = value.magnitude
        if value < 0 {
            base[written] = UInt8(ascii: "-")
            written += 1
        }
        var digits = 1
        var bound: UInt = 10
        // 19 digits hold every magnitude of an Int, and `bound` stays below 2^64 while it grows.
        while digits < 19, magnitude >= bound {
            bound *= 10
            digits += 1
        }
        var position = written + digits
        written = position
        repeat {
            position -= 1
            base[position] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: magnitude % 10)
            magnitude /= 10
        } while magnitude > 0
    }

    /// A finite number in the shortest form that reads back the same; the caller has refused the others.
    @inlinable
    public mutating func write(_ value: Double) {
        // At most 24 bytes: small enough, nearly always, to be no allocation.
        var digits = value.description
        digits.withUTF8 { append($0) }
    }

    /// A JSON string (RFC 8259, section 7): quotation mark, backslash and control characters escaped, all else as is.
    @inlinable
    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { writeString($0) }
    }

    @usableFromInline
    mutating func writeString(_ text: UnsafeBufferPointer<UInt8>) {
        reserve(text.count + 2)
        base[written] = UInt8(ascii: "\"")
        written += 1
        let start = written
        guard let source = text.baseAddress else { return append(UInt8(ascii: "\"")) }
        copy(source, text.count)
        // Rare: written again from the first byte that has to be escaped.
        if let offset = firstEscaped(in: text) {
            written = start + offset
            writeEscaped(text[offset...])
            return append(UInt8(ascii: "\""))
        }
        base[written] = UInt8(ascii: "\"")
        written += 1
    }

    /// The first byte that a JSON string may not hold as it is, looked for eight at a time.
    private func firstEscaped(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(text)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var offset = 0
        while offset + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            // A byte's high bit is set where it is below the bound, or equal to the byte looked for; bytes above 0x7F
            // are masked out. A borrow can only raise a false alarm behind a true one, never hide one.
            let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            let control = (word &- ones &* 0x20) & ~word
            if (control | (quote &- ones) & ~quote | (slash &- ones) & ~slash) & highs != 0 { break }
            offset += 8
        }
        return (offset..<raw.count).first { offset in
            let byte = raw[offset]
            return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        }
    }

    private mutating func writeEscaped(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case 0..<0x20:
                append("\\u00")
                append(hexDigit(byte >> 4))
                append(hexDigit(byte & 0xF))
            default: append(byte)
            }
        }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Any JSON value.
    public mutating func write(_ value: JSONValue) {
        switch value {
        case .null: writeNull()
        case .bool(let bool): write(bool)
        case .int(let int): write(int)
        case .double(let double): double.isFinite ? write(double) : writeNull()
        case .string(let string): write(string)
        case .array(let values):
            append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { append(UInt8(ascii: ",")) }
                write(value)
            }
            append(UInt8(ascii: "]"))
        case .object(let members):
            append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { append(UInt8(ascii: ",")) }
                write(member.key)
                append(UInt8(ascii: ":"))
                write(member.value)
            }
            append(UInt8(ascii: "}"))
        }
    }
}
