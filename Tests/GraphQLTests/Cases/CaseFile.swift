import Testing

/// The cases of one file.
struct CaseFile {
    private(set) var cases: [Case] = []

    /// - Throws: the first line that makes no sense.
    init(_ text: String, name: String, chapter: Chapter, path: String) throws(CaseFault) {
        let section = String(name.prefix { $0 != "-" })
        var part: (name: Case.Part, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let fault = CaseFault(file: name, line: index + 1)
            if line.hasPrefix("== ") {
                try end(part, or: fault)
                let place = SourceLocation(
                    fileID: "GraphQLTests/\(name)",
                    filePath: path,
                    line: index + 1,
                    column: 1
                )
                cases.append(Case(String(line.dropFirst(3)), section: section, chapter: chapter, place: place))
                part = (.document, [])
            } else if line.hasPrefix("-- ") {
                guard let name = Case.Part(rawValue: String(line.dropFirst(3))), !cases.isEmpty else { throw fault }
                try end(part, or: fault)
                part = (name, [])
            } else if part != nil {
                part?.lines.append(line)
            } else if !line.isEmpty, !line.hasPrefix("#") {
                throw fault
            }
        }
        try end(part, or: CaseFault(file: name, line: 0))
        for example in cases where example.expectation == nil {
            throw CaseFault(file: name, line: example.place.line)
        }
    }

    private mutating func end(_ part: (name: Case.Part, lines: [Substring])?, or fault: CaseFault) throws(CaseFault) {
        guard let part, let last = cases.indices.last else { return }
        var lines = part.lines[...]
        while lines.last?.isEmpty == true { lines.removeLast() }
        let text = lines.joined(separator: "\n")
        // A title need not be followed by a document.
        guard part.name != .document || !text.isEmpty else { return }
        guard cases[last].add(Self.named(text), as: part.name) else { throw fault }
    }

    /// The text with characters that cannot be seen, written `⟨U+FEFF⟩`, put in.
    private static func named(_ text: String) -> String {
        text.replacing(/⟨U\+([0-9A-F]+)⟩/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
    }
}

/// A file of cases that cannot be read; line 0 is its end.
struct CaseFault: Error, CustomStringConvertible {
    let file: String
    let line: Int

    var description: String { "\(file):\(line): neither a case nor a part of one" }
}
