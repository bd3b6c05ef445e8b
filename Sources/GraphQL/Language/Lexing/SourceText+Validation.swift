extension SourceText {
    /// The offset of the first byte that is not part of well-formed UTF-8, or nil where there is none.
    ///
    /// Table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing past U+10FFFF. Linear in time;
    /// ASCII goes by eight bytes at a step.
    static func firstMalformed(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = 0
        while position < bytes.count {
            if position + 8 <= bytes.count,
                raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                position += 8
                continue
            }
            guard let length = wellFormedLength(in: bytes, at: position) else { return position }
            position += length
        }
        return nil
    }

    /// The length of the sequence that begins at `position`, or nil where it is malformed or cut off.
    private static func wellFormedLength(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        let length: Int
        let second: ClosedRange<UInt8>
        switch bytes[position] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return nil }
        for continuation in bytes[(position + 2)..<(position + length)] where !(0x80...0xBF).contains(continuation) {
            return nil
        }
        return length
    }
}
