/// Section 5.3.2: fields that answer to one name in one selection set, fragments spread, are one field.
///
/// The specification compares all pairs. Equality of shape, and of name and arguments, is transitive, so here each
/// field is compared with the first of its group; a group is split only where parent types exclude each other, and
/// selection sets are merged for a whole group at once. Fields of one set are compared with each other only there,
/// never again where that set is merged into another. What still multiplies is held by a budget.
struct FieldSelectionMerging {
    let schema: Schema
    let fragments: FragmentTable
    /// Fields collected through fragments and mergers, and comparisons, that are left.
    private var budget: Int

    /// A selection set of the document with the type that it stands on.
    struct Candidate {
        let set: AST.SelectionSet
        /// Nil where it is unknown.
        let parent: NamedType?
    }

    /// - Parameter candidates: of a document without fragment cycles and within its limits of nesting.
    /// - Returns: an error where the budget did not suffice.
    static func check(
        _ candidates: [Candidate],
        limits: Limits,
        _ context: inout ValidationContext
    ) -> GraphQLError? {
        guard !candidates.isEmpty else { return nil }
        var merging = FieldSelectionMerging(
            schema: context.schema,
            fragments: context.fragments,
            budget: limits.fieldComparisons
        )
        for candidate in candidates {
            for conflict in merging.conflicts(in: candidate) {
                context.report.add(conflict.message, at: conflict.locations)
            }
            guard merging.budgetRemains else {
                return .limitExceeded(
                    "fieldComparisons",
                    limits.fieldComparisons,
                    at: [candidate.set.location]
                )
            }
            guard !context.report.isFull else { return nil }
        }
        return nil
    }

    /// Whether two fields of the set could have one response name: sure to be true where they do, seldom where not.
    static func mayOverlap(_ set: AST.SelectionSet) -> Bool {
        if set.selections.count == 1 {
            // A fragment's own set is looked at by itself.
            guard case .inlineFragment(let fragment) = set.selections[0] else { return false }
            return mayOverlap(fragment.selectionSet)
        }
        return ResponseNames.repeatOrAreUnknown(in: set.selections)
    }

    var budgetRemains: Bool { budget >= 0 }

    /// Takes from the budget.
    /// - Returns: whether there was anything left.
    mutating func spend(_ amount: Int = 1) -> Bool {
        budget -= amount
        return budget >= 0
    }
}

private enum ResponseNames {
    /// Whether there are fragments, or fields of one name. A few names are compared faster than they are hashed.
    static func repeatOrAreUnknown(in selections: [AST.Selection]) -> Bool {
        guard selections.count > 12 else {
            for (index, selection) in selections.enumerated() {
                guard case .field(let field) = selection else { return true }
                let name = field.responseName
                for case .field(let earlier) in selections[..<index] where earlier.responseName == name {
                    return true
                }
            }
            return false
        }
        var names: Set<String> = []
        names.reserveCapacity(selections.count)
        for selection in selections {
            guard case .field(let field) = selection, names.insert(field.responseName).inserted else { return true }
        }
        return false
    }
}
