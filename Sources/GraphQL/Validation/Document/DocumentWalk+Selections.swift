extension DocumentWalk {
    /// Where a selection set stands.
    struct Scope {
        /// Nil where the type is unknown, which was reported already.
        let parent: NamedType?
        /// Selection sets inside each other, this one included.
        let depth: Int
        /// Introspection lists around it.
        let introspectionDepth: Int
        /// Whether no field is around it.
        let isRoot: Bool
    }

    mutating func walk(_ set: AST.SelectionSet, in scope: Scope) {
        footprint.depth = max(footprint.depth, scope.depth)
        for selection in set.selections {
            guard !context.report.isFull else { return }
            footprint.selections += 1
            switch selection {
            case .field(let field): walk(field, in: scope)
            case .fragmentSpread(let spread): walk(spread, in: scope)
            case .inlineFragment(let fragment): walk(fragment, in: scope)
            }
        }
    }

    private mutating func walk(_ field: AST.Field, in scope: Scope) {
        if scope.isRoot { footprint.rootFields += 1 }
        if field.alias != nil { footprint.aliases += 1 }
        var definition: Schema.Field?
        var type: NamedType?
        if let parent = scope.parent {
            definition = context.schema.field(field.name.value, of: parent)
            if let definition {
                type = context.schema[definition.type.namedType]
            } else {
                FieldSelections.report(field, on: parent, &context)
            }
        }
        if !field.directives.isEmpty { walk(field.directives, at: .field) }
        if let definition, let parent = scope.parent {
            walk(field.arguments, of: .field(definition, parent), at: field.location)
        } else {
            walkUntyped(field.arguments)
        }
        if let definition, let type { LeafFieldSelections.check(field, definition, type, &context) }
        if IntrospectionCost.isRoot(type, in: scope.parent) {
            footprint.introspectionRoots += 1
            IntrospectionIsAllowed.check(field, &context)
        }
        guard let set = field.selectionSet else { return }
        if FieldSelectionMerging.mayOverlap(set) { overlaps.append(.init(set: set, parent: type)) }
        let lists = scope.introspectionDepth + IntrospectionCost.lists(definition, of: scope.parent)
        footprint.introspectionDepth = max(footprint.introspectionDepth, lists)
        walk(
            set,
            in: Scope(
                parent: type?.isComposite == true ? type : nil,
                depth: scope.depth + 1,
                introspectionDepth: lists,
                isRoot: false
            )
        )
    }

    private mutating func walk(_ spread: AST.FragmentSpread, in scope: Scope) {
        if !spread.directives.isEmpty { walk(spread.directives, at: .fragmentSpread) }
        guard let index = context.fragments.index(of: spread.name.value) else {
            FragmentSpreadTargetDefined.report(spread, &context)
            return
        }
        footprint.spreads.append(
            Footprint.Spread(
                fragment: index,
                location: spread.location,
                depth: scope.depth,
                isAtRoot: scope.isRoot,
                introspectionDepth: scope.introspectionDepth
            )
        )
        if let parent = scope.parent, let condition = context.fragments.conditions[index] {
            FragmentSpreadIsPossible.check(condition, in: parent, of: spread.name, at: spread.location, &context)
        }
    }

    private mutating func walk(_ fragment: AST.InlineFragment, in scope: Scope) {
        if !fragment.directives.isEmpty { walk(fragment.directives, at: .inlineFragment) }
        var parent = scope.parent
        if let condition = fragment.typeCondition {
            let type = context.schema.compositeType(named: condition.value)
            if let type {
                if let parent {
                    FragmentSpreadIsPossible.check(type, in: parent, of: nil, at: fragment.location, &context)
                }
            } else {
                FragmentSpreadTypeExistence.check(condition, &context)
                FragmentsOnCompositeTypes.check(condition, of: nil, &context)
            }
            parent = type
        }
        walk(
            fragment.selectionSet,
            in: Scope(
                parent: parent,
                depth: scope.depth + 1,
                introspectionDepth: scope.introspectionDepth,
                isRoot: scope.isRoot
            )
        )
    }
}
