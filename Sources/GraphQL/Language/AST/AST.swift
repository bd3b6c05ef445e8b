/// The syntax tree of a document, in the grammar's own names (chapter 2 and appendix C).
///
/// Nodes are values that know where they began; a tree is therefore free to be cached, compared and sent between tasks.
public enum AST {}

/// A place in a source text: both numbers count from one, columns in UTF-16 code units (section 7.1.6).
public struct Location: Sendable, Hashable {
    public var line: UInt32
    public var column: UInt32

    public init(line: UInt32, column: UInt32) {
        self.line = line
        self.column = column
    }
}

extension AST {
    /// A name and where it stands (section 2.1.8).
    public struct Name: Sendable, Hashable {
        public var value: String
        public var location: Location

        public init(_ value: String, at location: Location) {
            self.value = value
            self.location = location
        }
    }

    /// Whole documents, executable and type system definitions mixed as the grammar allows (section 2.3).
    public struct Document: Sendable, Hashable {
        public var definitions: [Definition]

        public init(definitions: [Definition]) {
            self.definitions = definitions
        }
    }

    public enum Definition: Sendable, Hashable {
        case operation(OperationDefinition)
        case fragment(FragmentDefinition)
        case typeSystem(TypeSystemDefinition)
    }
}
