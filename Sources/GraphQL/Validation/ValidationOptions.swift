/// What a caller may choose about validation.
public struct ValidationOptions: Sendable, Hashable {
    /// Whether messages name what the schema has instead: "Did you mean …?". Off where strangers should not learn
    /// a schema from its errors.
    public var suggestions: Bool

    public init(suggestions: Bool = true) {
        self.suggestions = suggestions
    }
}
