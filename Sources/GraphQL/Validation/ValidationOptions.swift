/// What a caller may choose about validation.
public struct ValidationOptions: Sendable, Hashable {
    /// Whether messages name what the schema has instead: "Did you mean …?". Off where strangers should not learn
    /// a schema from its errors.
    public var suggestions: Bool
    /// Whether documents may ask for `__schema` and `__type`; `__typename` always may be asked for.
    public var introspection: Bool

    public init(suggestions: Bool = true, introspection: Bool = true) {
        self.suggestions = suggestions
        self.introspection = introspection
    }
}
