import OrderedCollections

/// An extension extends a type of its own kind that is defined (section 3.4.3), and does not make it a OneOf input
/// object (section 3.10.2).
enum ExtensionTargets {
    static func check(_ document: TypeSystemDocument, _ report: inout ValidationReport) {
        var suggestions = Suggestions(isEnabled: true)
        for case .typeSystem(.type(let type)) in document.source.definitions where type.isExtension {
            let name = type.name.value
            guard let target = document.types[name] else {
                let suggestion = suggestions.sentence(for: name, among: document.types.keys)
                report.add(
                    "Cannot extend type \"\(name)\" because it is not defined.\(suggestion)",
                    at: type.name.location
                )
                continue
            }
            if target.definition.kind.noun != type.kind.noun {
                report.add(
                    "Cannot extend non-\(type.kind.noun) type \"\(name)\".",
                    at: target.definition.location,
                    type.location
                )
            }
            for directive in type.directives where directive.name.value == "oneOf" {
                report.add("Directive \"@oneOf\" may not be used on an extension.", at: directive.location)
            }
        }
    }
}
