import GraphQL

/// Random nodes that a document can say, in every combination that the grammar allows.
struct NodeGenerator {
    private var random: SeededGenerator
    /// Levels that are still free for nodes inside nodes.
    private var room = 5

    static let nowhere = Location(line: 0, column: 0)

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    // MARK: Choices

    mutating func chance(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &random) < one }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    mutating func some<Node>(_ range: ClosedRange<Int>, _ node: (inout NodeGenerator) -> Node) -> [Node] {
        (0..<Int.random(in: range, using: &random)).map { _ in node(&self) }
    }

    mutating func maybe<Node>(_ node: (inout NodeGenerator) -> Node) -> Node? {
        chance(1, in: 3) ? node(&self) : nil
    }

    /// Runs `node` one level deeper, or answers nil where there is no room.
    mutating func deeper<Node>(_ node: (inout NodeGenerator) -> Node) -> Node? {
        guard room > 0 else { return nil }
        room -= 1
        defer { room += 1 }
        return node(&self)
    }

    // MARK: Leaves

    mutating func word() -> String {
        pick([
            "a", "_", "__typename", "on", "true", "null", "query", "type", "fragment", "extend", "Name9", "ID",
            "schema",
        ])
    }

    mutating func name(except reserved: [String] = []) -> AST.Name {
        let value = word()
        return AST.Name(reserved.contains(value) ? "other" : value, at: Self.nowhere)
    }

    mutating func text() -> String {
        let pieces = [
            "a", " ", "  ", "\t", "\n", "\r", "\"", "\"\"\"", "\\", "\\\"\"\"", "é", "😀", "\u{0}", "\u{7F}", "\u{FEFF}",
            "#", "{",
        ]
        return some(0...12) { $0.pick(pieces) }.joined()
    }

    /// A text that a block string can say: lines of which the first and last have text and one is not indented.
    mutating func blockText() -> String {
        guard !chance(1, in: 10) else { return "" }
        let pieces = ["a", " ", "\t", "\"", "\"\"\"", "\\", "é", "😀", "\u{0}", "#"]
        let lines = some(0...4) { $0.some(0...8) { $0.pick(pieces) }.joined() }
        guard !lines.isEmpty else { return pick(["  indented", "\tby a tab\\", "plain\""]) }
        return (["first"] + lines + ["  last" + pick(["", "\"", "\\", "\"\"\"", " "])]).joined(separator: "\n")
    }

    mutating func string() -> (text: String, isBlock: Bool) {
        chance(1, in: 2) ? (blockText(), true) : (text(), false)
    }

    mutating func description() -> AST.Description? {
        maybe { generator in
            let (text, isBlock) = generator.string()
            return AST.Description(text, isBlock: isBlock, at: Self.nowhere)
        }
    }
}
