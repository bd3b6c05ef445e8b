/// Writes nodes in the canonical layout: two spaces a level, one selection or definition member a line.
///
/// Parsing what it writes gives the same nodes again, places aside, for every node that a document can say.
struct Printer {
    private var text = ""
    private var level = 0

    /// What `write` writes, as a text without a final line break.
    static func text(_ write: (inout Printer) -> Void) -> String {
        var printer = Printer()
        write(&printer)
        return printer.text
    }

    mutating func write(_ text: String) {
        self.text += text
    }

    mutating func newLine() {
        text += "\n"
        writeIndentation()
    }

    /// The indentation of this level, where a line break has been written without it.
    mutating func writeIndentation() {
        for _ in 0..<level { text += "  " }
    }

    mutating func print(_ name: AST.Name) {
        write(name.value)
    }

    /// `node, node, …`, or with another separator.
    mutating func list<Node>(
        _ nodes: [Node],
        separator: String = ", ",
        _ print: (inout Printer, Node) -> Void
    ) {
        for (index, node) in nodes.enumerated() {
            if index > 0 { write(separator) }
            print(&self, node)
        }
    }

    /// Nodes a line each, one level deeper, between brackets.
    mutating func block<Node>(
        _ nodes: [Node],
        open: String = "{",
        close: String = "}",
        _ print: (inout Printer, Node) -> Void
    ) {
        write(open)
        level += 1
        for node in nodes {
            newLine()
            print(&self, node)
        }
        level -= 1
        newLine()
        write(close)
    }
}
