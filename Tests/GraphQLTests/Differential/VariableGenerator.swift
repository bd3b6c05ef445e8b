import GraphQL
import JSON
import OrderedCollections

/// Random variables for an operation, fitting or broken in one place.
struct VariableGenerator {
    let schema: Schema
    var dice: Dice
    /// Of a hundred values at any depth, how many are of a wrong kind.
    private var wrong = 0

    init(schema: Schema, seed: UInt64) {
        self.schema = schema
        dice = Dice(seed: seed)
    }

    mutating func variables(for operation: AST.OperationDefinition) -> JSONValue {
        var values: OrderedDictionary<String, JSONValue> = [:]
        let isBroken = dice.percent(25)
        for definition in operation.variables {
            guard let type = schema.resolve(definition.type) else { continue }
            wrong = isBroken ? 12 : 0
            let isOptional = !type.isNonNull || definition.defaultValue != nil
            if isOptional ? dice.percent(30) : dice.percent(wrong) { continue }
            values[definition.name.value] = value(of: type)
        }
        if dice.percent(5) { values["unknown"] = 1 }
        return .object(values)
    }

    private mutating func value(of type: TypeReference, room: Int = 3) -> JSONValue {
        if dice.percent(wrong) { return dice.pick(Self.free) }
        switch type {
        case .nonNull(let type): return present(type, room)
        default: return dice.percent(12) ? nil : present(type, room)
        }
    }

    private mutating func present(_ type: TypeReference, _ room: Int) -> JSONValue {
        switch type {
        case .nonNull(let type): return present(type, room)
        case .list(let item):
            if dice.percent(20) { return present(item.nullable, room) }
            return .array((0..<dice.number(0...3)).map { _ in value(of: item, room: room) })
        case .named(let id):
            switch schema[id].kind {
            case .enumeration(let enumeration): return .string(dice.pick(Array(enumeration.values.keys)))
            case .inputObject(let input): return object(input, room)
            default: return dice.pick(Self.leaves[schema[id].name] ?? Self.free)
            }
        }
    }

    private mutating func object(_ input: Schema.InputObject, _ room: Int) -> JSONValue {
        var fields: OrderedDictionary<String, JSONValue> = [:]
        if input.isOneOf {
            let plain = input.fields.values.filter { schema[$0.type.namedType].isLeaf }
            for _ in 0..<(dice.percent(wrong) ? 2 : 1) {
                guard let field = dice.any(room > 0 ? Array(input.fields.values) : plain) else { continue }
                fields[field.name] = dice.percent(wrong) ? nil : present(field.type, room - 1)
            }
        } else {
            for field in dice.shuffled(Array(input.fields.values)) {
                let isLeaf = schema[field.type.namedType].isLeaf
                guard field.isRequired ? !dice.percent(wrong) : dice.percent(60) && (room > 0 || isLeaf) else {
                    continue
                }
                fields[field.name] = value(of: field.type, room: room - 1)
            }
        }
        if dice.percent(wrong) { fields["unknown"] = nil }
        return .object(fields)
    }

    private static let leaves: [String: [JSONValue]] = [
        "Int": [0, 1, -1, 2_147_483_647, -2_147_483_648, 3.0, -0.0],
        "Float": [0, 1, -1.5, 1e100, 0.1, 9_007_199_254_740_993],
        "String": ["", "a", "é😀שלום", "\"\\\n\u{0}"],
        "Boolean": [true, false],
        "ID": ["", "a", 1, -7, 9_007_199_254_740_993],
    ]
    private static let free: [JSONValue] = [
        0, 1.5, 2_147_483_648, "any", true, nil, [1, nil, ["b": [], "a": "c"]], ["z": 1, "a": nil], [], .object([:]),
    ]
}
