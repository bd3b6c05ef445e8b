/// How a text is written as a block string, so that `BlockStringValue()` (section 2.10.4) gives it back.
struct BlockStringLayout {
    /// With `"""` escaped, not yet indented.
    let lines: [String]
    let startsOnNewLine: Bool
    let endsOnNewLine: Bool

    /// The length up to which a text of one line stays between its quotes.
    private static let longestSingleLine = 70

    /// Nil where no block string says this text: it holds a carriage return, begins or ends with a blank line, or all
    /// its lines are indented.
    init?(_ text: String) {
        guard !text.unicodeScalars.contains("\r") else { return nil }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let isSingle = lines.count == 1
        if !text.isEmpty {
            guard let first = lines.first, let last = lines.last, !first.isBlank, !last.isBlank else { return nil }
            // The indentation of a first line that stands beside the quotes is kept, so one line may have some.
            guard isSingle || lines.contains(where: { !$0.isBlank && !$0.isIndented }) else { return nil }
        }
        self.lines = lines.map(Self.escaped)
        let isLong = !isSingle || lines[0].count > Self.longestSingleLine
        startsOnNewLine = isLong && !(isSingle && lines[0].isIndented)
        // A quote or backslash at the end would run into the closing quotes.
        endsOnNewLine = isLong || text.unicodeScalars.last == "\"" || text.unicodeScalars.last == "\\"
    }

    /// A line with a backslash before every three quotes in a row.
    private static func escaped(_ line: Substring.UnicodeScalarView) -> String {
        var escaped = String.UnicodeScalarView()
        var quotes = 0
        for scalar in line {
            quotes = scalar == "\"" ? quotes + 1 : 0
            escaped.append(scalar)
            guard quotes == 3 else { continue }
            escaped.removeLast(3)
            escaped.append(contentsOf: "\\\"\"\"".unicodeScalars)
            quotes = 0
        }
        return String(escaped)
    }
}

extension Substring.UnicodeScalarView {
    fileprivate var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" } }
    fileprivate var isIndented: Bool { first == " " || first == "\t" }
}
