extension Schema {
    /// Holds a document against every rule of chapter 5, and against the limits that concern its meaning.
    ///
    /// The work grows with the document, not with what its fragments expand to: expansion is counted, by arithmetic,
    /// before anything follows a spread.
    ///
    /// - Returns: nothing for a document that may be executed; otherwise every fault with all its places, up to
    ///   `limits.errors`, or only the limit that is exceeded (`LIMIT_EXCEEDED`). No message repeats a value.
    public func validate(
        _ document: AST.Document,
        limits: Limits = Limits(),
        options: ValidationOptions = ValidationOptions()
    ) -> [GraphQLError] {
        var walk = DocumentWalk(document, against: self, limits: limits, options: options)
        walk.walk()
        guard !walk.context.report.isFull else { return walk.context.report.errors }

        var context = walk.context
        let fragments = FragmentGraph(walk.fragmentFootprints)
        FragmentSpreadsMustNotFormCycles.check(fragments, &context)
        FragmentsMustBeUsed.check(fragments, from: walk.operations, &context)
        if let order = fragments.bottomUp {
            if let error = Expansion.check(walk.operations, in: fragments, bottomUp: order, limits: limits) {
                return [error]
            }
            SingleRootField.check(walk.operations, &context)
            if let error = FieldSelectionMerging.check(walk.overlaps, limits: limits, &context) {
                return [error]
            }
        }
        VariableScopes.check(walk.operations, in: fragments, &context)
        return context.report.errors
    }
}
