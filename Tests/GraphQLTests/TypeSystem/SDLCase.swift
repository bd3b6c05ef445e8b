import GraphQL
import Testing

/// A schema's text and what is wrong with it; places are marked as in `ValidationCase`.
struct SDLCase: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let messages: [String]

    /// No messages for a schema that can be built.
    init(_ name: String, _ source: String, _ messages: String...) {
        self.name = name
        self.source = source
        self.messages = messages
    }

    var testDescription: String { name }

    func expect(at place: SourceLocation = #_sourceLocation) {
        let (text, marks) = ValidationCase.unmarked(source)
        do throws(SDLErrors) {
            _ = try Schema(sdl: text)
            #expect(messages.isEmpty, sourceLocation: place)
        } catch {
            #expect(error.errors.map(\.message) == messages, sourceLocation: place)
            for (number, error) in error.errors.enumerated() {
                #expect(error.code == .validationFailed, sourceLocation: place)
                #expect(Set(error.locations) == marks[number + 1] ?? [], "\(error.message)", sourceLocation: place)
            }
        }
    }
}
