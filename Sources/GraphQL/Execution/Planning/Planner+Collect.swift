import OrderedCollections

extension Planner {
    /// `CollectFields` (section 6.3.2), for one object type, over selection sets that are to be merged.
    mutating func collect(
        _ selectionSets: [AST.SelectionSet],
        of type: NamedType
    ) -> OrderedDictionary<String, [AST.Field]> {
        var grouped: OrderedDictionary<String, [AST.Field]> = [:]
        grouped.reserveCapacity(selectionSets.reduce(0) { $0 + $1.selections.count })
        var visited: Set<String> = []
        for set in selectionSets { collect(set, of: type, &grouped, &visited) }
        return grouped
    }

    /// Recurses as deep as inline fragments nest, which the parser limits, and once through each named fragment.
    private func collect(
        _ set: AST.SelectionSet,
        of type: NamedType,
        _ grouped: inout OrderedDictionary<String, [AST.Field]>,
        _ visited: inout Set<String>
    ) {
        for selection in set.selections {
            switch selection {
            case .field(let field):
                guard isIncluded(field.directives) else { continue }
                grouped[field.responseName, default: []].append(field)
            case .inlineFragment(let fragment):
                guard isIncluded(fragment.directives), applies(fragment.typeCondition, to: type) else { continue }
                collect(fragment.selectionSet, of: type, &grouped, &visited)
            case .fragmentSpread(let spread):
                guard isIncluded(spread.directives), visited.insert(spread.name.value).inserted,
                    let fragment = fragments[spread.name.value], applies(fragment.typeCondition, to: type)
                else { continue }
                collect(fragment.selectionSet, of: type, &grouped, &visited)
            }
        }
    }

    private func applies(_ condition: AST.Name?, to type: NamedType) -> Bool {
        guard let condition else { return true }
        guard let named = schema.type(named: condition.value) else { return false }
        return schema.satisfies(type.id, condition: named.id)
    }

    /// `@skip` and `@include` (sections 3.13.1 and 3.13.2).
    private func isIncluded(_ directives: [AST.Directive]) -> Bool {
        directives.allSatisfy { directive in
            switch directive.name.value {
            case "skip": !condition(of: directive)
            case "include": condition(of: directive)
            default: true
            }
        }
    }

    private func condition(of directive: AST.Directive) -> Bool {
        switch directive.arguments.first(where: { $0.name.value == "if" })?.value {
        case .boolean(let bool, _): bool
        case .variable(let name, _): conditions[name] ?? false
        default: false
        }
    }
}

extension AST.Document {
    /// The variables that any `@skip` or `@include` of the document names.
    var conditionVariables: Set<String> {
        var names: Set<String> = []
        for definition in definitions {
            switch definition {
            case .operation(let operation): operation.selectionSet.collectConditions(&names)
            case .fragment(let fragment): fragment.selectionSet.collectConditions(&names)
            case .typeSystem: break
            }
        }
        return names
    }
}

extension AST.SelectionSet {
    fileprivate func collectConditions(_ names: inout Set<String>) {
        for selection in selections {
            let (directives, children): ([AST.Directive], AST.SelectionSet?) =
                switch selection {
                case .field(let field): (field.directives, field.selectionSet)
                case .inlineFragment(let fragment): (fragment.directives, fragment.selectionSet)
                case .fragmentSpread(let spread): (spread.directives, nil)
                }
            for directive in directives where ["skip", "include"].contains(directive.name.value) {
                for case .variable(let name, _) in directive.arguments.map(\.value) { names.insert(name) }
            }
            children?.collectConditions(&names)
        }
    }
}
