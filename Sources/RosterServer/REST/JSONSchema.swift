import GraphQL
import JSON
import OrderedCollections

extension RESTShape {
    /// The JSON Schema (draft 2020-12) of values of this shape, in the routes' spelling.
    var schema: JSONValue {
        switch self {
        case .id: ["type": "integer", "minimum": 1, "maximum": 2_147_483_647]
        case .time: ["type": "integer", "description": "Seconds since 1970-01-01 00:00 UTC."]
        case .leaf(let type): InputSchema.leaf(type)
        case .list(let shape): ["type": "array", "items": shape.schema]
        case .optional(let shape): InputSchema.orNull(shape.schema)
        case .object(let members):
            [
                "type": "object",
                "required": .array(memberNames.map(JSONValue.string)),
                "properties": .object(
                    OrderedDictionary(
                        zip(memberNames, members.values.map { ($0.onlyID ?? $0).schema }),
                        uniquingKeysWith: { first, _ in first }
                    )
                ),
            ]
        }
    }

    /// The shape of what is there.
    var withoutNull: RESTShape {
        if case .optional(let shape) = self { shape } else { self }
    }
}

/// The JSON Schema of what a variable takes.
struct InputSchema {
    private let schema: Schema

    init(_ schema: Schema) {
        self.schema = schema
    }

    func json(of type: AST.TypeReference) -> JSONValue {
        schema.resolve(type).map(json) ?? true
    }

    private func json(of type: TypeReference) -> JSONValue {
        switch type {
        case .nonNull(.list(let element)): ["type": "array", "items": json(of: element)]
        case .nonNull(.named(let id)): json(of: schema[id])
        case .nonNull(.nonNull(let type)): json(of: .nonNull(type))
        case .list, .named: Self.orNull(json(of: .nonNull(type)))
        }
    }

    private func json(of type: NamedType) -> JSONValue {
        guard case .inputObject(let object) = type.kind else { return Self.leaf(type) }
        var properties: OrderedDictionary<String, JSONValue> = [:]
        for (name, field) in object.fields {
            var property = json(of: field.type).objectValue ?? [:]
            property["description"] = field.description.map(JSONValue.string)
            properties[name] = .object(property)
        }
        let required = object.fields.values.filter(\.isRequired).map { JSONValue.string($0.name) }
        return ["type": "object", "properties": .object(properties), "required": .array(required)]
    }

    /// A scalar or an enumeration.
    static func leaf(_ type: NamedType) -> JSONValue {
        if case .enumeration(let enumeration) = type.kind {
            return ["type": "string", "enum": .array(enumeration.values.keys.map(JSONValue.string))]
        }
        return switch type.name {
        case "Int": ["type": "integer"]
        case "Float": ["type": "number"]
        case "Boolean": ["type": "boolean"]
        default: ["type": "string"]
        }
    }

    /// The schema of the same values, and null.
    static func orNull(_ schema: JSONValue) -> JSONValue {
        ["anyOf": [schema, ["type": "null"]]]
    }
}

extension AST.TypeReference {
    /// The same type where null may stand.
    var nullable: AST.TypeReference {
        if case .nonNull(let type) = self { type } else { self }
    }
}
