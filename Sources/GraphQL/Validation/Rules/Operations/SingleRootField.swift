/// Section 5.2.4.1: a subscription asks for exactly one field, whatever its variables are.
enum SingleRootField {
    /// - Parameter operations: of a document without fragment cycles and within its limits.
    static func check(_ operations: [WalkedOperation], _ context: inout ValidationContext) {
        for operation in operations where operation.definition.operation == .subscription {
            guard operation.root != nil else { continue }
            check(operation.definition, &context)
        }
    }

    private static func check(_ operation: AST.OperationDefinition, _ context: inout ValidationContext) {
        var fields = RootFields(context.fragments)
        fields.collect(operation.selectionSet)
        let subject = operation.name.map { "Subscription \"\($0.value)\"" } ?? "Anonymous Subscription"

        if !fields.conditions.isEmpty {
            context.report.add(
                "\(subject) must not use `@skip` or `@include` directives in the top level selection.",
                at: fields.conditions
            )
        }
        if let first = fields.found.first?.responseName {
            let others = fields.found.filter { $0.responseName != first }
            if !others.isEmpty {
                context.report.add(
                    "\(subject) must select only one top level field.",
                    at: others.map(\.location)
                )
            }
        }
        for field in fields.found where field.name.value.hasPrefix("__") {
            context.report.add(
                "\(subject) must not select an introspection top level field.",
                at: field.location
            )
        }
    }
}

/// `CollectSubscriptionFields`: the fields of an outermost selection set, fragments followed once each.
private struct RootFields {
    let fragments: FragmentTable
    private(set) var found: [AST.Field] = []
    /// Where `@skip` and `@include` stand.
    private(set) var conditions: [Location] = []
    private var visited: Set<Int> = []

    init(_ fragments: FragmentTable) {
        self.fragments = fragments
    }

    mutating func collect(_ set: AST.SelectionSet) {
        for selection in set.selections {
            switch selection {
            case .field(let field):
                note(field.directives)
                found.append(field)
            case .inlineFragment(let fragment):
                note(fragment.directives)
                collect(fragment.selectionSet)
            case .fragmentSpread(let spread):
                note(spread.directives)
                guard let index = fragments.index(of: spread.name.value) else { continue }
                if visited.insert(index).inserted { collect(fragments.definitions[index].selectionSet) }
            }
        }
    }

    private mutating func note(_ directives: [AST.Directive]) {
        for directive in directives where directive.name.value == "skip" || directive.name.value == "include" {
            conditions.append(directive.location)
        }
    }
}
