/// A field as it was met in a selection set or in a fragment that belongs to it.
struct FieldOccurrence {
    let field: AST.Field
    /// The type on which it is selected, nil where that is unknown.
    let parent: NamedType?
    let definition: Schema.Field?
    let origin: Origin

    /// From where it comes. Two fields of one origin that is not `.here` are compared elsewhere.
    enum Origin: Hashable {
        /// The selection set itself.
        case here
        /// A fragment that the set spreads.
        case fragment(Int)
        /// One of the fields whose selection sets are merged, by its place among them.
        case member(Int)
    }

    /// The object type on which alone it is selected; nil where it may be met on several, or the type is unknown.
    var exclusiveParent: TypeID? {
        guard let parent, parent.isObject else { return nil }
        return parent.id
    }

    func isComparedElsewhere(with other: FieldOccurrence) -> Bool {
        origin == other.origin && origin != .here
    }
}

/// The fields of a merged selection set by response name, in the order in which they are met: `CollectFields` without
/// variables.
struct FieldGroups {
    private(set) var occurrences: [FieldOccurrence] = []
    /// Indices of occurrences, by response name; only for names that came twice.
    private(set) var repeated: [[Int]] = []
    private var places: [String: Place] = [:]
    private var visited: Set<Int> = []

    private enum Place {
        case once(Int)
        case repeated(Int)
    }

    /// Adds a set's fields and those of its fragments, each of which is followed once.
    ///
    /// It recurses as deep as the expanded document nests.
    mutating func collect(
        _ set: AST.SelectionSet,
        on parent: NamedType?,
        from origin: FieldOccurrence.Origin,
        for merging: inout FieldSelectionMerging
    ) {
        for selection in set.selections {
            switch selection {
            case .field(let field):
                guard origin == .here || merging.spend() else { return }
                let definition = parent.flatMap { merging.schema.field(field.name.value, of: $0) }
                add(FieldOccurrence(field: field, parent: parent, definition: definition, origin: origin))
            case .inlineFragment(let fragment):
                let type = fragment.typeCondition.map { merging.schema.compositeType(named: $0.value) } ?? parent
                collect(fragment.selectionSet, on: type, from: origin, for: &merging)
            case .fragmentSpread(let spread):
                guard
                    let index = merging.fragments.index(of: spread.name.value),
                    visited.insert(index).inserted
                else { continue }
                guard merging.spend() else { return }
                collect(
                    merging.fragments.definitions[index].selectionSet,
                    on: merging.fragments.conditions[index],
                    from: origin == .here ? .fragment(index) : origin,
                    for: &merging
                )
            }
        }
    }

    private mutating func add(_ occurrence: FieldOccurrence) {
        let name = occurrence.field.responseName
        let index = occurrences.count
        occurrences.append(occurrence)
        switch places[name] {
        case nil: places[name] = .once(index)
        case .once(let first):
            places[name] = .repeated(repeated.count)
            repeated.append([first, index])
        case .repeated(let group): repeated[group].append(index)
        }
    }
}
