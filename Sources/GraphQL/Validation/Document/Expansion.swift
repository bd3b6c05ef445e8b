/// What a document's operations come to after all fragments are spread, by arithmetic: a fragment's sums are computed
/// once, from those of the fragments that it spreads.
struct Expansion {
    private var totals: [Totals]

    fileprivate struct Totals {
        var selections = 0
        var aliases = 0
        var directives = 0
        var rootFields = 0
        var depth = 0
        var introspectionDepth = 0
        var introspectionRoots = 0
    }

    /// - Returns: the first limit that an operation or fragment exceeds.
    static func check(
        _ operations: [WalkedOperation],
        in graph: FragmentGraph,
        bottomUp order: [Int],
        limits: Limits
    ) -> GraphQLError? {
        let expansion = Expansion(graph, bottomUp: order)
        for operation in operations {
            let totals = expansion.totals(of: operation.footprint)
            let isMutation = operation.definition.operation == .mutation
            if let error = totals.excess(over: limits, isMutation: isMutation, at: operation.definition.location) {
                return error
            }
        }
        // Fragments that no operation spreads are checked by other rules as well, which recurse.
        for totals in expansion.totals where totals.depth > limits.selectionDepth {
            return .limitExceeded("selectionDepth", limits.selectionDepth)
        }
        return nil
    }

    private init(_ graph: FragmentGraph, bottomUp order: [Int]) {
        totals = Array(repeating: Totals(), count: graph.footprints.count)
        for fragment in order { totals[fragment] = totals(of: graph.footprints[fragment]) }
    }

    /// The sums of one definition whose fragments' sums are known.
    private func totals(of footprint: Footprint) -> Totals {
        var sum = Totals(
            selections: footprint.selections,
            aliases: footprint.aliases,
            directives: footprint.directives,
            rootFields: footprint.rootFields,
            depth: footprint.depth,
            introspectionDepth: footprint.introspectionDepth,
            introspectionRoots: footprint.introspectionRoots
        )
        for spread in footprint.spreads {
            let spreadTotals = totals[spread.fragment]
            sum.selections = sum.selections.cappedSum(spreadTotals.selections)
            sum.aliases = sum.aliases.cappedSum(spreadTotals.aliases)
            sum.directives = sum.directives.cappedSum(spreadTotals.directives)
            if spread.isAtRoot { sum.rootFields = sum.rootFields.cappedSum(spreadTotals.rootFields) }
            sum.depth = max(sum.depth, spread.depth.cappedSum(spreadTotals.depth))
            sum.introspectionDepth = max(
                sum.introspectionDepth,
                spread.introspectionDepth.cappedSum(spreadTotals.introspectionDepth)
            )
            sum.introspectionRoots = sum.introspectionRoots.cappedSum(spreadTotals.introspectionRoots)
        }
        return sum
    }
}

extension Expansion.Totals {
    fileprivate func excess(over limits: Limits, isMutation: Bool, at location: Location) -> GraphQLError? {
        let places = [location]
        if selections > limits.expandedSelections {
            return .limitExceeded("expandedSelections", limits.expandedSelections, at: places)
        }
        if aliases > limits.aliases {
            return .limitExceeded("aliases", limits.aliases, at: places)
        }
        if directives > limits.directives {
            return .limitExceeded("directives", limits.directives, at: places)
        }
        if isMutation, rootFields > limits.rootFields {
            return .limitExceeded("rootFields", limits.rootFields, at: places)
        }
        if depth > limits.selectionDepth {
            return .limitExceeded("selectionDepth", limits.selectionDepth, at: places)
        }
        if introspectionDepth > limits.introspectionDepth {
            return .limitExceeded("introspectionDepth", limits.introspectionDepth, at: places)
        }
        if introspectionRoots > limits.introspectionRoots {
            return .limitExceeded("introspectionRoots", limits.introspectionRoots, at: places)
        }
        return nil
    }
}

extension Int {
    /// The sum of two numbers of at least zero, or a number above every limit where it has no place.
    fileprivate func cappedSum(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}
