import Testing

/// One behaviour of the engine: what is put in, and what must come of it.
///
/// A case is a stretch of a `.cases` file, headed `== Title`. Text right below the title is a document; other parts
/// are headed `-- name`. See `Chapters/README.md`.
struct Case: Sendable {
    /// A sentence that is true of the engine.
    let title: String
    /// Of the specification, September 2025: the number that the file's name begins with.
    let section: String
    let chapter: Chapter
    /// Where the case stands in its file.
    let place: SourceLocation
    private(set) var parts: [Part: String] = [:]

    /// What can be said in a case.
    enum Part: String, CaseIterable {
        // What is put in.
        case document, schema, coordinate
        case variables, operation, data
        // What must come of it: exactly one of them.
        case valid, parses, errors, printed, resolved, response

        var isExpectation: Bool {
            switch self {
            case .valid, .parses, .errors, .printed, .resolved, .response: true
            case .document, .schema, .coordinate, .variables, .operation, .data: false
            }
        }
    }

    init(_ title: String, section: String, chapter: Chapter, place: SourceLocation) {
        self.title = title
        self.section = section
        self.chapter = chapter
        self.place = place
    }

    subscript(part: Part) -> String? { parts[part] }

    /// - Returns: false where the case has this part already.
    mutating func add(_ text: String, as part: Part) -> Bool {
        parts.updateValue(text, forKey: part) == nil
    }

    /// The one part that is an expectation; nil where there is none, or more than one.
    var expectation: Part? {
        let expectations = parts.keys.filter(\.isExpectation)
        return expectations.count == 1 ? expectations.first : nil
    }
}

extension Case: CustomTestStringConvertible {
    var testDescription: String { "\(section) \(title)" }
}
