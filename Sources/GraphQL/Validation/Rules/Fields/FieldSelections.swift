import OrderedCollections

/// Section 5.3.1: a field exists on the type on which it is selected.
enum FieldSelections {
    /// - Parameter field: one that `type` does not have.
    static func report(_ field: AST.Field, on type: NamedType, _ context: inout ValidationContext) {
        let name = field.name.value
        var suggestion = context.suggestions.sentence(
            naming: typesThatHave(name, within: type, context.schema),
            kind: "to use an inline fragment on"
        )
        if suggestion.isEmpty {
            suggestion = context.suggestions.sentence(for: name, among: type.fields.keys)
        }
        context.report.add(
            "Cannot query field \"\(name)\" on type \"\(type.name)\".\(suggestion)",
            at: field.location
        )
    }

    /// Types that an abstract type may turn out to be and that do have the field: first the interfaces, those with
    /// most implementations before others, then the object types.
    private static func typesThatHave(_ field: String, within type: NamedType, _ schema: Schema) -> [String] {
        guard type.isAbstract else { return [] }
        let objects = schema.possibleTypes(of: type.id).map { schema[$0] }.filter { $0.fields[field] != nil }
        var implementations: [TypeID: Int] = [:]
        for object in objects {
            for interface in object.interfaces where schema[interface].fields[field] != nil {
                implementations[interface, default: 0] += 1
            }
        }
        let interfaces = implementations.sorted { ($1.value, $0.key.index) < ($0.value, $1.key.index) }
        return interfaces.map { schema[$0.key].name } + objects.map(\.name)
    }
}
