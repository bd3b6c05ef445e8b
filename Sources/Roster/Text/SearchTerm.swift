/// A text that is looked for inside others, without regard to case.
struct SearchTerm: Sendable {
    private let needle: [UInt8]

    /// Nil for a text of white space only, which finds everything.
    init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let last = words.last else { return nil }
        needle = Array(text[first.startIndex..<last.endIndex].lowercased().utf8)
    }

    func isFound(in text: String) -> Bool {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return contains(Array(text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }))
        }
        return contains(Array(text.lowercased().utf8))
    }

    private func contains(_ haystack: [UInt8]) -> Bool {
        guard haystack.count >= needle.count else { return false }
        return (0...(haystack.count - needle.count)).contains { start in
            haystack[start..<(start + needle.count)].elementsEqual(needle)
        }
    }
}
