/// Section 5.5.2.2: no fragment spreads itself, not even through others.
enum FragmentSpreadsMustNotFormCycles {
    /// Fragments of a ring that a message names.
    private static let maximumNamed = 10

    static func check(_ graph: FragmentGraph, _ context: inout ValidationContext) {
        for cycle in graph.cycles {
            // Every step is a spread of the next fragment; the last one closes the ring.
            guard let closing = cycle.last else { continue }
            let definitions = context.fragments.definitions
            let steps = cycle.dropLast().map { "\"\(definitions[$0.fragment].name.value)\"" }
            var via = steps.prefix(maximumNamed).joined(separator: ", ")
            if steps.count > maximumNamed { via += ", …" }
            let name = definitions[closing.fragment].name.value
            context.report.add(
                "Cannot spread fragment \"\(name)\" within itself\(via.isEmpty ? "." : " via \(via).")",
                at: cycle.map(\.location)
            )
        }
    }
}
