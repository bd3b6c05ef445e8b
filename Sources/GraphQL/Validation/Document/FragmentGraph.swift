/// Which fragments spread which.
struct FragmentGraph {
    /// By fragment number.
    let footprints: [Footprint]
    /// Rings of spreads: each leads to the fragment in which the next one stands, the last to the first's.
    let cycles: [[Footprint.Spread]]
    /// Every fragment after all that it spreads; nil where there are cycles.
    let bottomUp: [Int]?

    init(_ footprints: [Footprint]) {
        self.footprints = footprints
        let search = CycleSearch(footprints.map { $0.spreads.map(\.fragment) })
        cycles = search.cycles.map { $0.map { footprints[$0.node].spreads[$0.index] } }
        bottomUp = search.cycles.isEmpty ? search.finished : nil
    }

    var isEmpty: Bool { footprints.isEmpty }

    /// By fragment number, whether it can be reached from these spreads.
    func reachable(from spreads: some Sequence<Footprint.Spread>) -> [Bool] {
        var isReached = Array(repeating: false, count: footprints.count)
        var open = spreads.map(\.fragment)
        while let fragment = open.popLast() {
            guard !isReached[fragment] else { continue }
            isReached[fragment] = true
            for spread in footprints[fragment].spreads where !isReached[spread.fragment] {
                open.append(spread.fragment)
            }
        }
        return isReached
    }
}
