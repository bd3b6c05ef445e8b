import GraphQL
import OrderedCollections

/// Random literals of any input type of a schema, valid by construction, with variables among them if wished.
struct LiteralGenerator {
    let schema: Schema
    var dice: Dice
    /// What documents may use; nil for constants.
    var variables: VariablePool?

    /// A literal of this type.
    ///
    /// - Parameters:
    ///   - hasDefault: whether the place has one, which lets a nullable variable stand there.
    ///   - room: levels of input objects that may be inside each other, beyond which only what must be given is given.
    mutating func literal(of type: TypeReference, hasDefault: Bool = false, isOneOf: Bool = false, room: Int = 2)
        -> String
    {
        if let variable = variable(of: type, hasDefault: hasDefault, isOneOf: isOneOf) { return variable }
        switch type {
        case .nonNull(let type): return present(type, room)
        default: return !isOneOf && dice.percent(12) ? "null" : present(type, room)
        }
    }

    private mutating func present(_ type: TypeReference, _ room: Int) -> String {
        switch type {
        case .nonNull(let type): return present(type, room)
        case .list(let item):
            // A single item stands for a list of one.
            if dice.percent(20) { return present(item.nullable, room) }
            let items = (0..<dice.number(0...3)).map { _ in literal(of: item, room: room) }
            return "[" + items.joined(separator: ", ") + "]"
        case .named(let id): return present(schema[id], room)
        }
    }

    private mutating func present(_ type: NamedType, _ room: Int) -> String {
        switch type.kind {
        case .enumeration(let enumeration): return dice.pick(Array(enumeration.values.keys))
        case .inputObject(let input): return object(input, room)
        default: return dice.pick(Self.leaves[type.name] ?? Self.free)
        }
    }

    private mutating func object(_ input: Schema.InputObject, _ room: Int) -> String {
        var fields: [String] = []
        if input.isOneOf {
            let plain = input.fields.values.filter { schema[$0.type.namedType].isLeaf }
            let candidates = room > 0 ? Array(input.fields.values) : plain
            guard let field = dice.any(candidates) else { return "{}" }
            fields = ["\(field.name): \(literal(of: field.type, isOneOf: true, room: room - 1))"]
        } else {
            for field in input.fields.values {
                let isObject = !schema[field.type.namedType].isLeaf
                guard field.isRequired || (dice.percent(60) && (room > 0 || !isObject)) else { continue }
                let hasDefault = field.defaultValue != nil
                fields.append(
                    "\(field.name): \(literal(of: field.type, hasDefault: hasDefault, room: room - 1))"
                )
            }
        }
        return "{ " + dice.shuffled(fields).joined(separator: ", ") + " }"
    }

    private mutating func variable(of type: TypeReference, hasDefault: Bool, isOneOf: Bool) -> String? {
        guard var pool = variables, dice.percent(30) else { return nil }
        variables = nil
        let (spelling, literal) = declaration(for: type, hasDefault: hasDefault, isOneOf: isOneOf)
        let name = pool.use(type: spelling, default: literal, &dice)
        variables = pool
        return "$\(name)"
    }

    /// A type and a default, if any, of a variable that may stand in such a place (section 5.8.5).
    private mutating func declaration(
        for type: TypeReference,
        hasDefault: Bool,
        isOneOf: Bool
    ) -> (type: String, default: String?) {
        if isOneOf { return (schema.spelling(of: type.required), dice.percent(20) ? literal(of: type.required) : nil) }
        if type.isNonNull, dice.percent(40) {
            // Nullable in a non-null place, where one of two defaults makes up for it.
            let literal = !hasDefault || dice.percent(50) ? literal(of: type) : nil
            return (schema.spelling(of: type.nullable), literal)
        }
        let declared = dice.percent(25) ? type.required : type
        return (schema.spelling(of: declared), dice.percent(20) ? literal(of: declared) : nil)
    }

    private static let leaves: [String: [String]] = [
        "Int": ["0", "1", "-1", "42", "2147483647", "-2147483648"],
        "Float": ["0", "1", "-1", "1.5", "-0.25", "1e3", "1.5E-3", "123456789.125", "2147483648", "1e100"],
        "String": [
            "\"\"", "\"a\"", "\"\\u00e9\\n\\\"\\\\\"", "\"😀 שלום\"", "\"\"\"\n  block\n    text \\\"\"\"\n\"\"\"",
            "\"\\u{1F600}\"",
            "\"1\"", "\"null\"",
        ],
        "Boolean": ["true", "false"],
        "ID": ["\"a\"", "\"\"", "1", "-7", "0", "9007199254740993", "\"\"\"id\"\"\""],
    ]
    private static let free = [
        "0", "1.5", "\"any\"", "true", "ENUM_LIKE", "[1, \"a\", [null]]", "{ a: 1, b: { c: [] } }", "[]", "{}",
    ]
}

/// The variables of a document's operations: all have names of their own, so that fragments may be shared.
struct VariablePool {
    struct Variable {
        let name: String
        let type: String
        let defaultLiteral: String?
    }

    private(set) var all: [Variable] = []
    /// Names used since this was last emptied.
    var used: OrderedSet<String> = []

    /// A variable of just this type, an earlier one or a new one.
    mutating func use(type: String, default literal: String?, _ dice: inout Dice) -> String {
        let known = all.first { $0.type == type && $0.defaultLiteral == literal }
        if let known, dice.percent(50) {
            used.append(known.name)
            return known.name
        }
        let name = "v\(all.count)"
        all.append(Variable(name: name, type: type, defaultLiteral: literal))
        used.append(name)
        return name
    }
}
