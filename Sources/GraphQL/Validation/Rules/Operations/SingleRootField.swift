/// Section 5.2.4.1: a subscription asks for exactly one field, whatever its variables are.
enum SingleRootField {
    /// - Parameter operations: of a document without fragment cycles and within its limits.
    static func check(_ operations: [WalkedOperation], _ context: inout ValidationContext) {
        for operation in operations where operation.definition.operation == .subscription {
            guard let root = operation.root else { continue }
            check(operation.definition, on: root, &context)
        }
    }

    private static func check(
        _ operation: AST.OperationDefinition,
        on root: NamedType,
        _ context: inout ValidationContext
    ) {
        var fields = RootFields(of: root, in: context.schema, context.fragments)
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
    let root: NamedType
    let schema: Schema
    let fragments: FragmentTable
    private(set) var found: [AST.Field] = []
    /// Where `@skip` and `@include` stand.
    private(set) var conditions: [Location] = []
    private var visited: Set<Int> = []

    init(of root: NamedType, in schema: Schema, _ fragments: FragmentTable) {
        self.root = root
        self.schema = schema
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
                if let condition = fragment.typeCondition, !applies(condition) { continue }
                collect(fragment.selectionSet)
            case .fragmentSpread(let spread):
                note(spread.directives)
                guard let index = fragments.index(of: spread.name.value) else { continue }
                let fragment = fragments.definitions[index]
                guard visited.insert(index).inserted, applies(fragment.typeCondition) else { continue }
                collect(fragment.selectionSet)
            }
        }
    }

    /// `DoesFragmentTypeApply`
    private func applies(_ condition: AST.Name) -> Bool {
        guard let type = schema.compositeType(named: condition.value) else { return false }
        return schema.satisfies(root.id, condition: type.id)
    }

    private mutating func note(_ directives: [AST.Directive]) {
        for directive in directives where directive.name.value == "skip" || directive.name.value == "include" {
            conditions.append(directive.location)
        }
    }
}
