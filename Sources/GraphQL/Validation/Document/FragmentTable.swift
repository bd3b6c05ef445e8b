/// A document's fragments by number, so that everything that is known of them can stand in arrays.
struct FragmentTable {
    /// In the document's order; of several with one name the first.
    private(set) var definitions: [AST.FragmentDefinition] = []
    /// What each one's condition names, nil where that is no composite type of the schema.
    private(set) var conditions: [NamedType?] = []
    private var indices: [String: Int] = [:]

    init(_ document: AST.Document, schema: Schema) {
        for case .fragment(let fragment) in document.definitions where indices[fragment.name.value] == nil {
            indices[fragment.name.value] = definitions.count
            definitions.append(fragment)
            conditions.append(schema.compositeType(named: fragment.typeCondition.value))
        }
    }

    func index(of name: String) -> Int? { indices.isEmpty ? nil : indices[name] }
}

extension Schema {
    func compositeType(named name: String) -> NamedType? {
        guard let type = type(named: name), type.isComposite else { return nil }
        return type
    }
}
