import GraphQL
import Testing

/// A document and what is wrong with it.
///
/// In the source, `§1` marks a place of the first error, `§2` of the second; the marks are taken out before parsing.
struct ValidationCase: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let messages: [String]

    /// No messages for a valid document.
    init(_ name: String, _ source: String, _ messages: String...) {
        self.name = name
        self.source = source
        self.messages = messages
    }

    var testDescription: String { name }

    /// Parses without the marks, validates, and compares messages and places.
    func expect(against schema: Schema, at place: SourceLocation = #_sourceLocation) throws {
        let (text, marks) = Self.unmarked(source)
        let errors = schema.validate(try AST.Document(parsing: text))
        #expect(errors.map(\.message) == messages, sourceLocation: place)
        for (number, error) in errors.enumerated() {
            #expect(error.code == .validationFailed, sourceLocation: place)
            #expect(Set(error.locations) == marks[number + 1], "\(error.message)", sourceLocation: place)
        }
    }

    /// Takes the marks out of a text and says where they were, by number.
    static func unmarked(_ source: String) -> (text: String, marks: [Int: Set<Location>]) {
        var text = ""
        var marks: [Int: Set<Location>] = [:]
        var (line, column): (UInt32, UInt32) = (1, 1)
        var characters = source[...]
        while let character = characters.popFirst() {
            if character == "§", let digit = characters.popFirst()?.wholeNumberValue {
                marks[digit, default: []].insert(Location(line: line, column: column))
                continue
            }
            text.append(character)
            (line, column) = character == "\n" ? (line + 1, 1) : (line, column + UInt32(character.utf16.count))
        }
        return (text, marks)
    }
}
