import OrderedCollections

/// Section 5.7.3: at one place a directive stands once, unless it is repeatable.
enum DirectivesAreUnique {
    static func check(_ directives: [AST.Directive], _ context: inout ValidationContext) {
        guard directives.count > 1 else { return }
        var first: [String: Location] = [:]
        for directive in directives {
            let name = directive.name.value
            guard let definition = context.schema.directives[name], !definition.isRepeatable else { continue }
            if let earlier = first[name] {
                context.report.add(
                    "The directive \"@\(name)\" can only be used once at this location.",
                    at: earlier,
                    directive.location
                )
            } else {
                first[name] = directive.location
            }
        }
    }
}
