import GraphQL
import JSON
import OrderedCollections

/// Values for every field of any schema, derived from where the field stands: the same on both sides.
///
/// The recipe is that of `Tests/Peers/derivation.py`, step by step: a text of type, field, path, parent and arguments
/// is hashed, the hash seeds a generator, and its numbers choose among nulls, failures, wrong kinds of value and right
/// ones.
struct Derivation {
    let schema: Schema
    private var random: SeededGenerator

    /// Answers every field of `schema`.
    static func resolver(for schema: Schema) -> FieldResolver {
        { call in
            let path = call.path.map { segment in
                switch segment {
                case .name(let name): name
                case .index(let index): String(index)
                }
            }
            let parent = call.parent.intValue.map(String.init) ?? "None"
            let arguments = spelling(.object(call.arguments))
            var derivation = Derivation(
                schema: schema,
                text: "\(call.typeName).\(call.field.name)|\(path.joined(separator: "/"))|\(parent)|\(arguments)"
            )
            return derivation.value(of: call.field.type)
        }
    }

    private init(schema: Schema, text: String) {
        self.schema = schema
        random = SeededGenerator(seed: fnv1a(text))
    }

    private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    private mutating func value(of type: TypeReference, depth: Int = 0) -> ResolvedValue {
        let roll = below(100)
        if case .nonNull(let type) = type { return roll < 2 ? .null : present(type, depth) }
        return roll < 12 ? .null : present(type, depth)
    }

    private mutating func present(_ type: TypeReference, _ depth: Int) -> ResolvedValue {
        let roll = below(100)
        if roll < 3 { return .failure(GraphQLError("derived failure")) }
        switch type {
        case .nonNull(let type): return present(type, depth)
        case .list(let item):
            if roll < 5 { return .value(7) }
            return .list((0..<below(depth == 0 ? 4 : 3)).map { _ in value(of: item, depth: depth + 1) })
        case .named(let id): return present(schema[id], roll)
        }
    }

    private mutating func present(_ type: NamedType, _ roll: Int) -> ResolvedValue {
        switch type.kind {
        case .enumeration(let enumeration):
            if roll < 6 { return .value("NO_SUCH_VALUE") }
            return .value(.string(enumeration.values.keys[below(enumeration.values.count)]))
        case .object: return .value(roll < 5 ? 7 : .int(below(1000)))
        case .scalar:
            let leaves = Self.leaves[type.name] ?? Self.free
            return .value(leaves[below(leaves.count)])
        case .interface, .union:
            if roll < 5 { return .object(typeName: schema[schema.query].name, .int(below(1000))) }
            if roll < 7 { return .value(.int(below(1000))) }
            let names = schema.possibleTypes(of: type.id).map { schema[$0].name }.sorted()
            if names.isEmpty { return .null }
            return .object(typeName: names[below(names.count)], .int(below(1000)))
        case .inputObject: return .null
        }
    }

    private static let leaves: [String: [JSONValue]] = [
        "Int": [
            0, 1, -1, 42, 2_147_483_647, -2_147_483_648, 3.0, true, 2_147_483_648, -2_147_483_649, 1.5, "x", "", [1],
            ["a": 1],
        ],
        "Float": [
            0, 1, -1.5, 1e300, 0.1, 2_147_483_648, 1e-7, false, .double(.infinity), "x", [1.5], .object([:]),
        ],
        "String": ["", "a", "héllo 😀", "q\"\\\n\t\u{0}", "שלום", 7, -7, 1.5, true, false, ["a"], ["a": "b"]],
        "Boolean": [true, false, 0, 1, 2, 1.5, 0.0, "true", "", [true], .object([:])],
        "ID": ["", "a", "4", 4, -4, 2_147_483_648, true, 1.5, [1], .object([:])],
    ]
    private static let free: [JSONValue] = [
        0, 1.5, "any", true, [1, nil, ["b": [], "a": "c"]], ["z": 1, "a": nil], [], .object([:]),
    ]
}

/// FNV-1a with 64 bits.
private func fnv1a(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// A coerced argument as text that tells kinds and values apart; enum values are strings here.
private func spelling(_ value: CoercedValue) -> String {
    switch value {
    case .null: "n"
    case .boolean(let bool): bool ? "t" : "f"
    case .int(let int): "i\(int)"
    case .double(let double):
        "d" + String((String(repeating: "0", count: 16) + String((double + 0).bitPattern, radix: 16)).suffix(16))
    case .string(let text), .enum(let text): "s\(text.utf8.count):\(text)"
    case .list(let values): "[" + values.map(spelling).joined(separator: ",") + "]"
    case .object(let fields): "{" + fields.map { "\($0.key)=\(spelling($0.value))" }.joined(separator: ",") + "}"
    }
}
