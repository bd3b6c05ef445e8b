extension FieldOccurrence {
    /// `SameResponseShape` without the subselections: lists and nullability alike, leaves of one type.
    func shapeConflict(with other: FieldOccurrence, _ schema: Schema) -> FieldConflict.Reason? {
        guard let type = definition?.type, let otherType = other.definition?.type else { return nil }
        guard type != otherType, schema.haveDifferentShapes(type, otherType) else { return nil }
        return .types(schema.spelling(of: type), schema.spelling(of: otherType))
    }

    /// Whether two fields that may be met on one object are the same field with the same arguments.
    func identityConflict(with other: FieldOccurrence) -> FieldConflict.Reason? {
        if field.name.value != other.field.name.value {
            return .names(field.name.value, other.field.name.value)
        }
        return field.arguments.areSame(as: other.field.arguments) ? nil : .arguments
    }
}

extension Schema {
    fileprivate func haveDifferentShapes(_ one: TypeReference, _ other: TypeReference) -> Bool {
        switch (one, other) {
        case (.nonNull(let one), .nonNull(let other)), (.list(let one), .list(let other)):
            haveDifferentShapes(one, other)
        case (.named(let one), .named(let other)):
            one != other && (self[one].isLeaf || self[other].isLeaf)
        default: true
        }
    }
}

extension [AST.Argument] {
    /// The same names with the same values, in whatever order.
    fileprivate func areSame(as others: [AST.Argument]) -> Bool {
        guard count == others.count else { return false }
        return sameMembers(self, others, name: \.name.value, value: \.value)
    }
}

extension AST.Value {
    /// Whether both are written alike, apart from places and the order of an object's fields.
    fileprivate func isSame(as other: AST.Value) -> Bool {
        switch (self, other) {
        case (.variable(let one, _), .variable(let other, _)): one == other
        case (.int(let one, _), .int(let other, _)): one == other
        case (.float(let one, _), .float(let other, _)): one == other
        case (.string(let one, let isBlock, _), .string(let other, let otherIsBlock, _)):
            one.hasSameBytes(as: other) && isBlock == otherIsBlock
        case (.boolean(let one, _), .boolean(let other, _)): one == other
        case (.null, .null): true
        case (.enum(let one, _), .enum(let other, _)): one == other
        case (.list(let one, _), .list(let other, _)):
            one.count == other.count && zip(one, other).allSatisfy { $0.isSame(as: $1) }
        case (.object(let one, _), .object(let other, _)):
            one.count == other.count && sameMembers(one, other, name: \.name.value, value: \.value)
        default: false
        }
    }
}

/// Whether two lists of the same length have the same values under the same names; mostly they have the same order.
private func sameMembers<Member>(
    _ members: [Member],
    _ others: [Member],
    name: (Member) -> String,
    value: (Member) -> AST.Value
) -> Bool {
    if zip(members, others).allSatisfy({ name($0) == name($1) }) {
        return zip(members, others).allSatisfy { value($0).isSame(as: value($1)) }
    }
    let values = Dictionary(others.map { (name($0), value($0)) }, uniquingKeysWith: { first, _ in first })
    return members.allSatisfy { values[name($0)]?.isSame(as: value($0)) ?? false }
}
