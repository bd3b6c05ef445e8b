extension Token {
    /// What a string token says: without its quotes, escapes and block indentation (section 2.10.4).
    func stringValue(in source: SourceText) -> String {
        guard kind != .blockString else { return BlockString.value(of: self, in: source) }
        let content = Int(start) + 1..<Int(end) - 1
        return hasEscapes ? Self.unescaped(content, in: source) : source.string(content)
    }

    private static func unescaped(_ content: Range<Int>, in source: SourceText) -> String {
        // No escape is shorter than the character it stands for, so the content's length is room enough.
        String(unsafeUninitializedCapacity: content.count) { buffer in
            var count = 0
            var position = content.lowerBound
            while position < content.upperBound {
                let byte = source[position]
                guard byte == UInt8(ascii: "\\"), let escape = EscapeSequence(at: position, in: source) else {
                    buffer[count] = byte
                    count += 1
                    position += 1
                    continue
                }
                for byte in UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter {
                    buffer[count] = byte
                    count += 1
                }
                position += escape.length
            }
            return count
        }
    }
}
