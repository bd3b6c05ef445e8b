/// `BlockStringValue()` of section 2.10.4: what a block string says, without its blank ends and uniform indentation.
enum BlockString {
    static func value(of token: Token, in source: SourceText) -> String {
        let content = Int(token.start) + 3..<Int(token.end) - 3
        var commonIndent = Int.max
        var firstText: Int?
        var lastText = 0
        for (index, line) in Lines(of: content, in: source).enumerated() {
            let indent = leadingWhitespace(of: line, in: source)
            guard indent < line.count else { continue }
            firstText = firstText ?? index
            lastText = index
            if index > 0 { commonIndent = min(commonIndent, indent) }
        }
        guard let firstText else { return "" }
        // Nothing is ever added, and a line terminator becomes the one byte of `\n`.
        return String(unsafeUninitializedCapacity: content.count) { buffer in
            var count = 0
            for (index, line) in Lines(of: content, in: source).enumerated() where index >= firstText {
                guard index <= lastText else { break }
                if index > firstText {
                    buffer[count] = UInt8(ascii: "\n")
                    count += 1
                }
                var position = line.lowerBound + (index == 0 ? 0 : min(commonIndent, line.count))
                while position < line.upperBound {
                    if token.hasEscapes, source.has("\\\"\"\"", at: position) { position += 1 }
                    buffer[count] = source[position]
                    count += 1
                    position += 1
                }
            }
            return count
        }
    }

    private static func leadingWhitespace(of line: Range<Int>, in source: SourceText) -> Int {
        var position = line.lowerBound
        while position < line.upperBound,
            source[position] == UInt8(ascii: " ") || source[position] == UInt8(ascii: "\t")
        {
            position += 1
        }
        return position - line.lowerBound
    }

    /// The lines of a range without their terminators; as many as there are terminators, and one.
    private struct Lines: Sequence, IteratorProtocol {
        private let source: SourceText
        private let end: Int
        private var position: Int?

        init(of range: Range<Int>, in source: SourceText) {
            self.source = source
            end = range.upperBound
            position = range.lowerBound
        }

        mutating func next() -> Range<Int>? {
            guard let start = position else { return nil }
            var lineEnd = start
            while lineEnd < end, source[lineEnd] != UInt8(ascii: "\n"), source[lineEnd] != UInt8(ascii: "\r") {
                lineEnd += 1
            }
            if lineEnd == end {
                position = nil
            } else {
                let isPair = source[lineEnd] == UInt8(ascii: "\r") && source[lineEnd + 1] == UInt8(ascii: "\n")
                position = lineEnd + (isPair ? 2 : 1)
            }
            return start..<lineEnd
        }
    }
}
