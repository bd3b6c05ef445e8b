/// What makes introspection dear: lists of it inside each other multiply, and each root may ask for everything.
enum IntrospectionCost {
    /// One for a field of an introspection type that answers with a list, otherwise nothing.
    static func lists(_ field: Schema.Field?, of parent: NamedType?) -> Int {
        guard let field, let parent, parent.isIntrospection else { return 0 }
        return field.type.nullable.isList ? 1 : 0
    }

    /// One for `__schema` and `__type`, otherwise nothing.
    static func roots(_ field: Schema.Field?, of parent: NamedType?, _ type: NamedType?) -> Int {
        guard let field, let parent, let type, type.isIntrospection, !parent.isIntrospection else { return 0 }
        return field.name == "__typename" ? 0 : 1
    }
}

extension NamedType {
    /// Names that begin with two underscores are introspection's own (section 4.1).
    var isIntrospection: Bool { name.utf8.starts(with: "__".utf8) }
}
