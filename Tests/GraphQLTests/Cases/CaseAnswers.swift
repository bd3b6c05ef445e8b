import GraphQL
import JSON
import OrderedCollections
import Synchronization

/// Answers for every field from a tree of JSON.
///
/// A field's value is the parent's member of its name. An object with `__typename` says which object type it is of, and
/// one with `$error` is an error with that message, in the place of a field's value or of an item. Two scalars have
/// answers of their own: `Arguments` the coerced arguments of the field, `Turn` how many of its kind were asked before.
final class CaseAnswers: Sendable {
    private let root: JSONValue
    private let schema: Schema
    private let turns = Mutex(0)

    init(_ root: JSONValue, of schema: Schema) {
        self.root = root
        self.schema = schema
    }

    func answer(_ call: FieldCall) -> ResolvedValue {
        switch schema[call.field.type.namedType].name {
        case "Arguments":
            return .value(.object(call.arguments.mapValues(JSONValue.init)))
        case "Turn":
            return turns.withLock { turn in
                turn += 1
                return .value(.int(turn))
            }
        default:
            let parent = call.parent.isNull ? root : call.parent
            return ResolvedValue(parent[call.field.name] ?? .null)
        }
    }
}

extension ResolvedValue {
    fileprivate init(_ json: JSONValue) {
        switch json {
        case .array(let items): self = .list(items.map(ResolvedValue.init))
        case .object(let members):
            if let message = members["$error"]?.stringValue {
                self = .failure(GraphQLError(message))
            } else if let type = members["__typename"]?.stringValue {
                self = .object(typeName: type, json)
            } else {
                self = .value(json)
            }
        default: self = .value(json)
        }
    }
}

extension JSONValue {
    fileprivate init(_ value: CoercedValue) {
        self =
            switch value {
            case .null: .null
            case .boolean(let bool): .bool(bool)
            case .int(let int): .int(int)
            case .double(let double): .double(double)
            case .string(let text), .enum(let text): .string(text)
            case .list(let values): .array(values.map(JSONValue.init))
            case .object(let fields): .object(fields.mapValues(JSONValue.init))
            }
    }
}
