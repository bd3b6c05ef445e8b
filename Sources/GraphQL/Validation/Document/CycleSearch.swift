/// Depth-first search through a graph whose nodes are numbers, with the path in an array: what strangers write may
/// chain as long as it likes.
struct CycleSearch {
    /// Rings of edges: each leads to the next one's node, the last to the first's.
    private(set) var cycles: [[Edge]] = []
    /// Every node after all that its edges lead to, cycles apart.
    private(set) var finished: [Int] = []
    private let edges: [[Int]]
    private var states: [State]
    private var path: [Edge] = []

    /// An edge by the node that it leaves and its place there.
    struct Edge {
        let node: Int
        fileprivate(set) var index: Int
    }

    private enum State {
        case new
        /// With its place in the path.
        case open(Int)
        case finished
    }

    /// Cycles kept: of no more would anyone read.
    private static let maximumCycles = 50

    /// - Parameter edges: by node, the nodes to which it leads.
    init(_ edges: [[Int]]) {
        self.edges = edges
        states = Array(repeating: .new, count: edges.count)
        finished.reserveCapacity(edges.count)
        for node in edges.indices { visit(node) }
    }

    private mutating func visit(_ root: Int) {
        enter(root)
        while var edge = path.popLast() {
            edge.index += 1
            guard edge.index < edges[edge.node].count else {
                states[edge.node] = .finished
                finished.append(edge.node)
                continue
            }
            path.append(edge)
            let target = edges[edge.node][edge.index]
            if case .open(let start) = states[target] {
                if cycles.count < Self.maximumCycles { cycles.append(Array(path[start...])) }
            } else {
                enter(target)
            }
        }
    }

    private mutating func enter(_ node: Int) {
        guard case .new = states[node] else { return }
        states[node] = .open(path.count)
        path.append(Edge(node: node, index: -1))
    }
}
