/// Values by key, bounded in bytes; what has not been asked for lately goes first.
///
/// Two generations stand in for exact order of use: what is kept or found is young; when the young ones have half of
/// the bytes they become the old ones, and those that were old go.
package struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Kept: Sendable {
        let value: Value
        let bytes: Int
    }

    private let limit: Int
    private var young: [Key: Kept] = [:]
    private var old: [Key: Kept] = [:]
    private var youngBytes = 0

    /// - Parameter bytes: the most that all values may take together.
    package init(bytes: Int) {
        limit = bytes
    }

    package mutating func find(_ key: Key) -> Value? {
        if let found = young[key] { return found.value }
        guard let found = old.removeValue(forKey: key) else { return nil }
        keep(found.value, for: key, bytes: found.bytes)
        return found.value
    }

    /// Keeps a value that takes so many bytes with its key, unless it is too large to leave room for others.
    package mutating func keep(_ value: Value, for key: Key, bytes: Int) {
        guard bytes <= limit / 8 else { return }
        if youngBytes + bytes > limit / 2 {
            old = young
            young = [:]
            youngBytes = 0
        }
        if young.updateValue(Kept(value: value, bytes: bytes), forKey: key) == nil { youngBytes += bytes }
    }

    package mutating func removeAll() {
        self = RecentlyUsed(bytes: limit)
    }

    package var count: Int { young.count + old.count }
}
