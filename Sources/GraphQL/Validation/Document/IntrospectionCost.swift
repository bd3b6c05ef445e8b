/// What makes introspection dear: lists of it inside each other multiply, and each root may ask for everything.
enum IntrospectionCost {
    /// One for a field of an introspection type that answers with a list, otherwise nothing.
    static func lists(_ field: Schema.Field?, of parent: NamedType?) -> Int {
        guard let field, let parent, parent.isIntrospection else { return 0 }
        return field.type.nullable.isList ? 1 : 0
    }

    /// Whether a field of this type is `__schema` or `__type`: the way from an ordinary type to introspection's.
    static func isRoot(_ type: NamedType?, in parent: NamedType?) -> Bool {
        guard let type, let parent else { return false }
        return type.isIntrospection && !parent.isIntrospection
    }
}

extension NamedType {
    /// Names that begin with two underscores are introspection's own (section 4.1).
    var isIntrospection: Bool { name.utf8.starts(with: "__".utf8) }
}
