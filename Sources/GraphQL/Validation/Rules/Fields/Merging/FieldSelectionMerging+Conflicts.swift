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
        guard let first = fields.first, fields.contains(where: { !$0.isComparedElsewhere(with: first) }) else {
            return []
        }
        let shapes = conflicts(of: fields.dropFirst(), with: first) { $0.shapeConflict(with: $1, $2) }
        guard shapes.isEmpty else { return shapes }
        switch demand {
        case .shape:
            return subfieldConflicts(of: fields, demand: .shape)
        case .identity:
            let cliques = Self.cliques(of: fields)
            if cliques.count > 1 {
                let shapes = subfieldConflicts(of: fields, demand: .shape)
                guard shapes.isEmpty else { return shapes }
            }
            return cliques.flatMap { identityConflicts(among: $0) }
        }
    }

    /// For fields that may all be met on one object.
    private mutating func identityConflicts(among fields: [FieldOccurrence]) -> [FieldConflict] {
        guard
            let first = fields.first,
            fields.contains(where: { !$0.isComparedElsewhere(with: first) })
        else { return [] }
        let differences = conflicts(of: fields.dropFirst(), with: first) { first, other, _ in
            first.identityConflict(with: other)
        }
        guard differences.isEmpty else { return differences }
        return subfieldConflicts(of: fields, demand: .identity)
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

    /// Splits fields into groups whose members may all be met on one object; fields on abstract types are in each.
    private static func cliques(of fields: [FieldOccurrence]) -> [[FieldOccurrence]] {
        guard let first = fields.first else { return [] }
        if fields.allSatisfy({ $0.exclusiveParent == first.exclusiveParent }) { return [fields] }
        let shared = fields.filter { $0.exclusiveParent == nil }
        var order: [TypeID] = []
        var exclusive: [TypeID: [FieldOccurrence]] = [:]
        for field in fields {
            guard let parent = field.exclusiveParent else { continue }
            if exclusive[parent] == nil { order.append(parent) }
            exclusive[parent, default: []].append(field)
        }
        return order.map { shared + (exclusive[$0] ?? []) }
    }
}
