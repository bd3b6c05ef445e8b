import GraphQL
import Testing

/// A document that is refused, and how.
struct Rejection: Sendable, CustomTestStringConvertible {
    let source: String
    let message: String
    let line: UInt32
    let column: UInt32

    /// `message` is without the customary `Syntax Error: ` and full stop.
    init(_ source: String, _ message: String, _ line: UInt32, _ column: UInt32) {
        self.source = source
        self.message = "Syntax Error: \(message)."
        self.line = line
        self.column = column
    }

    var testDescription: String { source.debugDescription }

    func expect(_ parse: (String) throws(GraphQLError) -> Void, at place: SourceLocation = #_sourceLocation) {
        do throws(GraphQLError) {
            try parse(source)
            Issue.record("accepted", sourceLocation: place)
        } catch {
            #expect(error.message == message, sourceLocation: place)
            #expect(error.locations == [Location(line: line, column: column)], sourceLocation: place)
            #expect(error.code == .parseFailed, sourceLocation: place)
        }
    }
}
