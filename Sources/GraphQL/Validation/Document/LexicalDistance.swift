/// How many insertions, deletions, substitutions and swaps of neighbours are between two names; another case counts
/// as one altogether.
struct LexicalDistance {
    private let name: [UInt8]
    private let folded: [UInt8]

    init(from name: String) {
        self.name = Array(name.utf8)
        folded = self.name.map(\.lowercased)
    }

    /// - Returns: nil where the distance is above `threshold`.
    func distance(to other: String, atMost threshold: Int) -> Int? {
        let bytes = Array(other.utf8)
        if bytes == name { return 0 }
        let other = bytes.map(\.lowercased)
        if other == folded { return 1 }

        var beforePrevious = [Int](repeating: 0, count: other.count + 1)
        var previous = Array(0...other.count)
        var current = previous
        for row in 1...max(folded.count, 1) where row <= folded.count {
            current[0] = row
            var smallest = row
            for column in 1..<(other.count + 1) {
                let cost = folded[row - 1] == other[column - 1] ? 0 : 1
                var cell = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                if row > 1, column > 1, folded[row - 1] == other[column - 2], folded[row - 2] == other[column - 1] {
                    cell = min(cell, beforePrevious[column - 2] + 1)
                }
                current[column] = cell
                smallest = min(smallest, cell)
            }
            if smallest > threshold { return nil }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        let distance = previous[other.count]
        return distance <= threshold ? distance : nil
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
