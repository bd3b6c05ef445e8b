import OrderedCollections

/// Every type that is referred to is defined.
enum KnownTypes {
    static func check(_ document: TypeSystemDocument, _ report: inout ValidationReport) {
        var suggestions = Suggestions(isEnabled: true)
        for name in references(in: document) where !document.knows(name.value) {
            let candidates = BuiltInScalar.allCases.map(\.rawValue) + document.types.keys
            let suggestion = suggestions.sentence(for: name.value, among: candidates)
            report.add("Unknown type \"\(name.value)\".\(suggestion)", at: name.location)
            guard !report.isFull else { return }
        }
    }

    private static func references(in document: TypeSystemDocument) -> [AST.Name] {
        var names = ([document.schema].compactMap(\.self) + document.schemaExtensions)
            .flatMap { $0.operationTypes.map(\.type) }
        for type in document.types.values {
            names += type.interfaces
            names += type.members
            for field in type.fields {
                names.append(field.type.namedType)
                names += field.arguments.map(\.type.namedType)
            }
            names += type.inputFields.map(\.type.namedType)
        }
        for directive in document.directives.values { names += directive.arguments.map(\.type.namedType) }
        return names
    }
}
