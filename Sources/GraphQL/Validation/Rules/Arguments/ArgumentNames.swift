import OrderedCollections

/// Section 5.4.1: a field or directive is given no arguments that it does not have.
enum ArgumentNames {
    /// - Parameter argument: one that `owner` does not have.
    static func report(_ argument: AST.Argument, of owner: ArgumentOwner, _ context: inout ValidationContext) {
        let name = argument.name.value
        let suggestion = context.suggestions.sentence(for: name, among: owner.definitions.keys)
        let subject =
            switch owner {
            case .field(let field, let type): "field \"\(type.name).\(field.name)\""
            case .directive(let directive): "directive \"@\(directive.name)\""
            }
        context.report.add("Unknown argument \"\(name)\" on \(subject).\(suggestion)", at: argument.name.location)
    }
}
