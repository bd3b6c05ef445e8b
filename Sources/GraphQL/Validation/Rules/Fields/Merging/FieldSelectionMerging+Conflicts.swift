extension FieldSelectionMerging {
    /// What has to be the same in fields of one response name.
    private enum Demand {
        /// Only the response's shape, because the fields are never met on one object.
        case shape
        /// Name and arguments too.
        case identity
    }

    /// Conflicts among the fields of one selection set.
    mutating func conflicts(in candidate: Candidate) -> [FieldConflict] {
        var groups = FieldGroups()
        groups.collect(candidate.set, on: candidate.parent, from: .here, for: &self)
        return conflicts(in: groups, demand: .identity)
    }

    private mutating func conflicts(in groups: FieldGroups, demand: Demand) -> [FieldConflict] {
        var conflicts: [FieldConflict] = []
        for group in groups.repeated {
            conflicts += self.conflicts(among: group.map { groups.occurrences[$0] }, demand: demand)
        }
        return conflicts
    }

    /// `FieldsInSetCanMerge` for the fields of one response name, of which there are at least two.
    private mutating func conflicts(among fields: [FieldOccurrence], demand: Demand) -> [FieldConflict] {
        guard let first = fields.first, Self.areComparedHere(fields) else { return [] }
        let cliques = FieldCliques(fields)
        if demand == .identity {
            let differences = differences(in: cliques)
            guard differences.isEmpty else { return differences }
        }
        let shapes = conflicts(of: fields.dropFirst(), with: first) { $0.shapeConflict(with: $1, $2) }
        guard shapes.isEmpty else { return shapes }

        if demand == .shape || cliques.all.count > 1 {
            let conflicts = subfieldConflicts(of: fields, demand: .shape)
            guard conflicts.isEmpty, demand == .identity else { return conflicts }
        }
        for clique in cliques.all where Self.areComparedHere(clique) {
            let conflicts = subfieldConflicts(of: clique, demand: .identity)
            guard conflicts.isEmpty else { return conflicts }
        }
        return []
    }

    /// Whether any two of them have to be compared with each other in this place.
    private static func areComparedHere(_ fields: [FieldOccurrence]) -> Bool {
        guard let first = fields.first else { return false }
        return fields.dropFirst().contains { !$0.isComparedElsewhere(with: first) }
    }

    /// Fields that may be met on one object and have not the same name and arguments.
    private mutating func differences(in cliques: FieldCliques) -> [FieldConflict] {
        func compare(_ one: FieldOccurrence, _ other: FieldOccurrence, _: Schema) -> FieldConflict.Reason? {
            one.identityConflict(with: other)
        }
        var differences: [FieldConflict] = []
        if let first = cliques.shared.first {
            differences += conflicts(of: cliques.shared.dropFirst(), with: first, by: compare)
        }
        for group in cliques.exclusive {
            if let first = cliques.shared.first {
                differences += conflicts(of: group[...], with: first, by: compare)
            } else if let first = group.first {
                differences += conflicts(of: group.dropFirst(), with: first, by: compare)
            }
        }
        return differences
    }

    /// Compares each with the first.
    private mutating func conflicts(
        of fields: ArraySlice<FieldOccurrence>,
        with first: FieldOccurrence,
        by compare: (FieldOccurrence, FieldOccurrence, Schema) -> FieldConflict.Reason?
    ) -> [FieldConflict] {
        var conflicts: [FieldConflict] = []
        for field in fields {
            guard spend() else { return conflicts }
            guard let reason = compare(first, field, schema), !field.isComparedElsewhere(with: first) else { continue }
            conflicts.append(FieldConflict(first, field, because: reason))
        }
        return conflicts
    }

    /// Conflicts of the merged selection sets, one for each two fields that have any.
    private mutating func subfieldConflicts(of fields: [FieldOccurrence], demand: Demand) -> [FieldConflict] {
        guard budgetRemains, fields.contains(where: { $0.field.selectionSet != nil }) else { return [] }
        var groups = FieldGroups()
        for (index, occurrence) in fields.enumerated() {
            guard let set = occurrence.field.selectionSet else { continue }
            let type = occurrence.definition.map { schema[$0.type.namedType] }
            groups.collect(set, on: type, from: .member(index), for: &self)
        }
        return FieldConflict.grouped(conflicts(in: groups, demand: demand), by: fields)
    }
}
