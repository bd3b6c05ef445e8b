/// Section 5.5.2.3: a fragment could apply where it is spread: some object type satisfies both.
enum FragmentSpreadIsPossible {
    /// - Parameter name: the fragment's, nil for an inline fragment.
    static func check(
        _ condition: NamedType,
        in parent: NamedType,
        of name: AST.Name?,
        at location: Location,
        _ context: inout ValidationContext
    ) {
        guard !context.schema.overlap(condition.id, parent.id) else { return }
        let subject = name.map { "Fragment \"\($0.value)\"" } ?? "Fragment"
        context.report.add(
            """
            \(subject) cannot be spread here as objects of type "\(parent.name)" can never be of type \
            "\(condition.name)".
            """,
            at: location
        )
    }
}

extension Schema {
    /// Whether an object of one type may be an object of the other.
    fileprivate func overlap(_ one: TypeID, _ other: TypeID) -> Bool {
        if one == other { return true }
        let (few, many) = (possibleTypes(of: one), possibleTypes(of: other))
        return few.count <= many.count
            ? few.contains { satisfies($0, condition: other) }
            : many.contains { satisfies($0, condition: one) }
    }
}
