extension Printer {
    /// A description on lines of its own.
    mutating func print(description: AST.Description?) {
        guard let description else { return }
        print(string: description.text, isBlock: description.isBlock)
        newLine()
    }

    mutating func print(string text: String, isBlock: Bool) {
        if isBlock, let layout = BlockStringLayout(text) {
            print(layout)
        } else {
            write("\"")
            for scalar in text.unicodeScalars { print(quoted: scalar) }
            write("\"")
        }
    }

    private mutating func print(quoted scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": write("\\\"")
        case "\\": write("\\\\")
        case "\n": write("\\n")
        case "\r": write("\\r")
        case "\t": write("\\t")
        case "\u{8}": write("\\b")
        case "\u{C}": write("\\f")
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
            let digits = String(scalar.value, radix: 16, uppercase: true)
            write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        default: write(String(scalar))
        }
    }

    private mutating func print(_ layout: BlockStringLayout) {
        write("\"\"\"")
        for (index, line) in layout.lines.enumerated() {
            if index > 0 || layout.startsOnNewLine {
                write("\n")
                if !line.isEmpty { writeIndentation() }
            }
            write(line)
        }
        if layout.endsOnNewLine { newLine() }
        write("\"\"\"")
    }
}
