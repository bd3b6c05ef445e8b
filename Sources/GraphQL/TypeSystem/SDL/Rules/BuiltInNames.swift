import OrderedCollections

/// No type takes the name of a built-in scalar or of an introspection type (section 3.3). A built-in scalar may be
/// defined in so many words, but is not specified elsewhere (section 3.13.4).
enum BuiltInNames {
    static func check(_ document: TypeSystemDocument, _ report: inout ValidationReport) {
        for type in document.types.values {
            let name = type.definition.name
            if TypeValidation.introspection.contains(name.value) {
                report.add(
                    "Name \"\(name.value)\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                    at: name.location
                )
            }
            guard BuiltInScalar(rawValue: name.value) != nil else { continue }
            guard case .scalar = type.definition.kind else {
                report.add("Type \"\(name.value)\" is a built-in scalar and can be nothing else.", at: name.location)
                continue
            }
            for directive in type.directives where directive.name.value == "specifiedBy" {
                report.add(
                    "Built-in scalar \"\(name.value)\" cannot have a specification URL.",
                    at: directive.location
                )
            }
        }
    }
}
