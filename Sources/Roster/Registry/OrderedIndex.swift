/// A sorted dictionary whose copies share almost everything.
///
/// The entries lie in chunks of at most a few hundred. Changing one entry of a copy copies its chunk and the list of
/// chunks, a few microseconds with 100,000 entries; looking one up is two binary searches.
package struct OrderedIndex<Key: Comparable & Sendable, Value: Sendable>: Sendable {
    package typealias Element = (key: Key, value: Value)

    /// A chunk that grows beyond this is cut in two; two neighbours that fit in half of it together become one.
    private static var chunkLimit: Int { 512 }

    /// None is empty, and keys ascend throughout.
    private var chunks: [[Element]] = []
    package private(set) var count = 0

    package init() {}

    /// - Parameter sorted: in ascending order of keys, each key once.
    package init(sorted: [Element]) {
        let size = Self.chunkLimit / 2
        chunks = stride(from: 0, to: sorted.count, by: size).map {
            Array(sorted[$0..<Swift.min($0 + size, sorted.count)])
        }
        count = sorted.count
    }

    package subscript(key: Key) -> Value? {
        get {
            let position = lowerBound(of: key)
            guard position != endIndex, self[position].key == key else { return nil }
            return self[position].value
        }
        set {
            if let newValue { set(newValue, for: key) } else { remove(key) }
        }
    }

    /// The first entry whose key is not below this one.
    package func lowerBound(of key: Key) -> Index {
        guard let last = chunks.last?.last, last.key >= key else { return endIndex }
        let chunk = chunks.partitioningIndex { chunk in chunk[chunk.endIndex - 1].key >= key }
        return Index(chunk: chunk, offset: chunks[chunk].partitioningIndex { $0.key >= key })
    }

    /// The first entry whose key is above this one.
    package func upperBound(of key: Key) -> Index {
        let position = lowerBound(of: key)
        return position != endIndex && self[position].key == key ? index(after: position) : position
    }

    private mutating func set(_ value: Value, for key: Key) {
        guard !chunks.isEmpty else {
            chunks = [[(key, value)]]
            count = 1
            return
        }
        var position = lowerBound(of: key)
        if position == endIndex {
            position = Index(chunk: chunks.count - 1, offset: chunks[chunks.count - 1].count)
        } else if self[position].key == key {
            chunks[position.chunk][position.offset].value = value
            return
        }
        chunks[position.chunk].insert((key, value), at: position.offset)
        count += 1
        if chunks[position.chunk].count > Self.chunkLimit { split(position.chunk) }
    }

    private mutating func remove(_ key: Key) {
        let position = lowerBound(of: key)
        guard position != endIndex, self[position].key == key else { return }
        chunks[position.chunk].remove(at: position.offset)
        count -= 1
        if chunks[position.chunk].isEmpty {
            chunks.remove(at: position.chunk)
        } else if position.chunk > 0 {
            merge(position.chunk - 1)
        }
    }

    private mutating func split(_ chunk: Int) {
        let half = chunks[chunk].count / 2
        let rest = Array(chunks[chunk][half...])
        chunks[chunk].removeSubrange(half...)
        chunks.insert(rest, at: chunk + 1)
    }

    /// Joins a chunk with the next one, if they are small.
    private mutating func merge(_ chunk: Int) {
        guard chunks[chunk].count + chunks[chunk + 1].count <= Self.chunkLimit / 2 else { return }
        chunks[chunk] += chunks[chunk + 1]
        chunks.remove(at: chunk + 1)
    }
}

extension OrderedIndex {
    /// The values in the order of their keys, without a copy of the keys.
    var values: Values { Values(chunks: chunks) }

    struct Values: Sequence, IteratorProtocol {
        private let chunks: [[(key: Key, value: Value)]]
        private var chunk = 0
        private var offset = 0

        fileprivate init(chunks: [[(key: Key, value: Value)]]) {
            self.chunks = chunks
        }

        mutating func next() -> Value? {
            guard chunk < chunks.count else { return nil }
            let value = chunks[chunk][offset].value
            offset += 1
            if offset == chunks[chunk].count { (chunk, offset) = (chunk + 1, 0) }
            return value
        }
    }
}

extension OrderedIndex: BidirectionalCollection {
    package struct Index: Comparable {
        fileprivate let chunk: Int
        fileprivate let offset: Int

        package static func < (left: Index, right: Index) -> Bool {
            (left.chunk, left.offset) < (right.chunk, right.offset)
        }
    }

    package var startIndex: Index { Index(chunk: 0, offset: 0) }
    package var endIndex: Index { Index(chunk: chunks.count, offset: 0) }

    package subscript(position: Index) -> Element { chunks[position.chunk][position.offset] }

    package func index(after position: Index) -> Index {
        position.offset + 1 < chunks[position.chunk].count
            ? Index(chunk: position.chunk, offset: position.offset + 1)
            : Index(chunk: position.chunk + 1, offset: 0)
    }

    package func index(before position: Index) -> Index {
        position.offset > 0
            ? Index(chunk: position.chunk, offset: position.offset - 1)
            : Index(chunk: position.chunk - 1, offset: chunks[position.chunk - 1].count - 1)
    }
}

extension Array {
    /// Where the elements begin that pass, when all that fail come before all that pass.
    fileprivate func partitioningIndex(_ passes: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
