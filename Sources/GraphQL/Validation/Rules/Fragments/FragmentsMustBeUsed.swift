/// Section 5.5.1.4: every fragment is spread by an operation, directly or through others.
enum FragmentsMustBeUsed {
    static func check(
        _ graph: FragmentGraph,
        from operations: [WalkedOperation],
        _ context: inout ValidationContext
    ) {
        guard !graph.isEmpty else { return }
        let used = graph.reachable(from: operations.flatMap(\.footprint.spreads))
        for (fragment, isUsed) in zip(context.fragments.definitions, used) where !isUsed {
            context.report.add("Fragment \"\(fragment.name.value)\" is never used.", at: fragment.location)
        }
    }
}
