import JSON
import OrderedCollections

/// What a made-up value is made of: a number that depends on the way to it and on nothing else.
struct MockSeed {
    private let value: UInt64

    /// The member of an object's JSON that carries its seed; no field can have this name (section 2.1.8).
    private static let member = "#"

    init(parent: JSONValue, field: String, item: Int) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        if let seed = parent[Self.member]?.intValue { hash ^= UInt64(bitPattern: Int64(seed)) }
        for byte in field.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ UInt64(truncatingIfNeeded: item)) &* 0x100_0000_01b3
        // Mixed, so that neighbours differ in all bits.
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        value = hash ^ (hash >> 33)
    }

    /// A number from zero to `bound - 1`; `bound` is above zero.
    func number(below bound: Int) -> Int {
        Int(truncatingIfNeeded: value % UInt64(max(bound, 1)))
    }

    /// An object that passes the seed on to its fields.
    func object(knowing values: OrderedDictionary<String, JSONValue>) -> JSONValue {
        var members = values
        members[Self.member] = .int(Int(truncatingIfNeeded: value))
        return .object(members)
    }
}
