import GraphQL
import JSON
import OrderedCollections
import Roster

/// What a part of an answer looks like, and with that how it is brought from GraphQL's spelling into that of the
/// routes: ids as integers, times as Unix seconds, and an object of which there is only the id as `<name>Id`.
indirect enum RESTShape: Sendable {
    case object(OrderedDictionary<String, RESTShape>)
    case list(RESTShape)
    case optional(RESTShape)
    case id
    case time
    case leaf(NamedType)

    /// The shape of what a selection of fields answers.
    init(_ selections: AST.SelectionSet, of type: NamedType, in schema: Schema) throws {
        var members: OrderedDictionary<String, RESTShape> = [:]
        for selection in selections.selections {
            guard case .field(let field) = selection, let declared = schema.field(field.name.value, of: type) else {
                throw RESTMismatch()
            }
            members[field.responseName] = try RESTShape(declared.type, field.selectionSet, in: schema)
        }
        self = .object(members)
    }

    private init(_ type: TypeReference, _ selections: AST.SelectionSet?, in schema: Schema) throws {
        switch type {
        case .nonNull(.list(let type)): self = .list(try RESTShape(type, selections, in: schema))
        case .nonNull(.named(let id)):
            let named = schema[id]
            if let selections {
                self = try RESTShape(selections, of: named, in: schema)
            } else {
                switch named.name {
                case "ID": self = .id
                case "DateTime": self = .time
                default: self = .leaf(named)
                }
            }
        case .nonNull(.nonNull): throw RESTMismatch()
        case .list, .named: self = .optional(try RESTShape(.nonNull(type), selections, in: schema))
        }
    }

    /// The shape of a member, also of an object that may be null.
    func member(_ name: String) throws -> RESTShape {
        switch self {
        case .object(let members): if let member = members[name] { return member }
        case .optional(let shape): return try shape.member(name)
        default: break
        }
        throw RESTMismatch()
    }
}

extension RESTShape {
    /// A value of this shape in the routes' spelling.
    func spelt(_ value: JSONValue) -> JSONValue {
        switch (self, value) {
        case (.optional(let shape), _): value.isNull ? .null : shape.spelt(value)
        case (.list(let shape), .array(let values)): .array(values.map(shape.spelt))
        case (.object(let members), .object(let values)):
            .object(
                OrderedDictionary(
                    members.map { name, shape in shape.named(name, values[name] ?? .null) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        case (.id, .string(let text)): RESTID.number(in: text).map(JSONValue.int) ?? value
        case (.time, .string(let text)): Instant(text).map { .int($0.secondsSince1970) } ?? value
        default: value
        }
    }

    /// A member of an object in the routes' spelling.
    private func named(_ name: String, _ value: JSONValue) -> (String, JSONValue) {
        guard let id = onlyID else { return (name, spelt(value)) }
        return ("\(name)Id", id.spelt(value["id"] ?? .null))
    }

    /// The shape of the id of an object of which nothing else was selected.
    var onlyID: RESTShape? {
        guard case .object(let members) = self, members.count == 1 else { return nil }
        return members["id"]
    }
}

/// Ids as integers.
enum RESTID {
    /// `12` of `provider_12`.
    static func number(in text: String) -> Int? {
        text.utf8.lastIndex(of: UInt8(ascii: "_")).flatMap { Int(text[text.index(after: $0)...]) }
    }

    /// `provider_12` of `12`, spelt without sign and leading zeros as ids are.
    static func global(_ number: some StringProtocol, _ noun: String) -> String? {
        guard let value = Int32(number), value > 0, String(value) == number else { return nil }
        return "\(noun)_\(value)"
    }
}
