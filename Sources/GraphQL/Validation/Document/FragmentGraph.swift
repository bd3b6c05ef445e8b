/// Which fragments spread which.
///
/// Found without recursion: fragments can form chains as long as the document.
struct FragmentGraph {
    /// By fragment number.
    let footprints: [Footprint]
    /// Rings of spreads, each beginning after the fragment that its last spread comes back to.
    private(set) var cycles: [[Footprint.Spread]] = []
    /// Every fragment after all that it spreads; nil where there are cycles.
    let bottomUp: [Int]?

    /// Cycles kept: of no more would anyone read.
    private static let maximumCycles = 50

    init(_ footprints: [Footprint]) {
        self.footprints = footprints
        var search = DepthFirstSearch(footprints, maximumCycles: Self.maximumCycles)
        for fragment in footprints.indices { search.visit(fragment) }
        cycles = search.cycles
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

/// Depth-first search with the path in an array.
private struct DepthFirstSearch {
    let footprints: [Footprint]
    let maximumCycles: Int
    private(set) var cycles: [[Footprint.Spread]] = []
    private(set) var finished: [Int] = []
    private var states: [State]
    private var path: [Step] = []

    private enum State {
        case new
        /// With its place in the path.
        case open(Int)
        case finished
    }

    private struct Step {
        let fragment: Int
        /// The next of its spreads to follow; the one before led to the next step.
        var next = 0
    }

    init(_ footprints: [Footprint], maximumCycles: Int) {
        self.footprints = footprints
        self.maximumCycles = maximumCycles
        states = Array(repeating: .new, count: footprints.count)
        finished.reserveCapacity(footprints.count)
    }

    mutating func visit(_ root: Int) {
        enter(root)
        while let step = path.last {
            let spreads = footprints[step.fragment].spreads
            guard step.next < spreads.count else {
                states[step.fragment] = .finished
                finished.append(step.fragment)
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let target = spreads[step.next].fragment
            if case .open(let start) = states[target] {
                note(path[start...])
            } else {
                enter(target)
            }
        }
    }

    private mutating func enter(_ fragment: Int) {
        guard case .new = states[fragment] else { return }
        states[fragment] = .open(path.count)
        path.append(Step(fragment: fragment))
    }

    private mutating func note(_ ring: ArraySlice<Step>) {
        guard cycles.count < maximumCycles else { return }
        cycles.append(ring.map { footprints[$0.fragment].spreads[$0.next - 1] })
    }
}
