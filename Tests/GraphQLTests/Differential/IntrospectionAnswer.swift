import GraphQL
import JSON
import OrderedCollections

/// The answer to the introspection query that tools send, in a form that two engines can agree on.
struct IntrospectionAnswer {
    private let schema: JSONValue

    /// As our own engine answers.
    init(of schema: Schema) async throws {
        let response = try await PreparedDocument(Self.query, schema: schema).operation().run(in: NoContext())
        self.init(try JSONValue(parsing: response.body)["data"] ?? nil)
    }

    /// Types and directives by name, as their order is nobody's business; without the engines' own descriptions.
    init(_ answer: JSONValue) {
        var schema = answer["__schema"]?.objectValue ?? [:]
        for list in ["types", "directives"] {
            var items = schema[list]?.arrayValue ?? []
            items.sort { ($0["name"]?.stringValue ?? "") < ($1["name"]?.stringValue ?? "") }
            schema[list] = .array(
                items.map { item in
                    let name = item["name"]?.stringValue ?? ""
                    let isOurs = name.hasPrefix("__") || Self.specified.contains(name)
                    return isOurs ? item.withoutDescriptions : item.withSortedImplementations
                }
            )
        }
        self.schema = .object(schema)
    }

    private static let specified: Set<String> = [
        "Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf",
    ]

    /// Where they differ, and what is there.
    func differences(from other: IntrospectionAnswer) -> [(place: String, ours: String, theirs: String)] {
        Self.differences(schema, other.schema, at: "")
    }

    private static func differences(
        _ ours: JSONValue,
        _ theirs: JSONValue,
        at place: String
    ) -> [(place: String, ours: String, theirs: String)] {
        switch (ours, theirs) {
        case (.object(let left), .object(let right)) where left.keys == right.keys:
            let name = ours["name"]?.stringValue.map { "(\($0))" } ?? ""
            return left.keys.flatMap { key in
                differences(left[key] ?? nil, right[key] ?? nil, at: "\(place)\(name).\(key)")
            }
        case (.array(let left), .array(let right)) where left.count == right.count:
            return zip(left, right).flatMap { differences($0, $1, at: place) }
        default: return ours == theirs ? [] : [(place, "\(ours)", "\(theirs)")]
        }
    }

    static let query = """
        query IntrospectionQuery {
            __schema {
                description queryType { name } mutationType { name } subscriptionType { name }
                types { ...FullType }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
            }
        }
        fragment FullType on __Type {
            kind name description specifiedByURL isOneOf
            fields(includeDeprecated: true) {
                name description
                args(includeDeprecated: true) { ...InputValue }
                type { ...TypeRef }
                isDeprecated deprecationReason
            }
            inputFields(includeDeprecated: true) { ...InputValue }
            interfaces { ...TypeRef }
            enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
            possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue {
            name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
        }
        fragment TypeRef on __Type {
            kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        }
        """
}

extension JSONValue {
    fileprivate var withoutDescriptions: JSONValue {
        switch self {
        case .array(let items): .array(items.map(\.withoutDescriptions))
        case .object(var members):
            {
                for (name, value) in members { members[name] = name == "description" ? nil : value.withoutDescriptions }
                return .object(members)
            }()
        default: self
        }
    }

    /// The order of an interface's implementations is that of the types.
    fileprivate var withSortedImplementations: JSONValue {
        guard self["kind"] == "INTERFACE", var members = objectValue,
            let types = members["possibleTypes"]?.arrayValue
        else { return self }
        members["possibleTypes"] = .array(
            types.sorted { ($0["name"]?.stringValue ?? "") < ($1["name"]?.stringValue ?? "") }
        )
        return .object(members)
    }
}
