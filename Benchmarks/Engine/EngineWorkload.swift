import Foundation
import JSON
import OrderedCollections

/// One schema and one document that the engine and its peer both work on, read by both from the same files.
struct EngineWorkload {
    let name: String
    let schema: String
    let document: String
    var operation: String?
    var variables: OrderedDictionary<String, JSONValue> = [:]
    /// What a phase's time is divided by: fields in the document, or types in the schema.
    let units: Int

    /// Writes `<name>.schema.graphql` and `<name>.graphql`, for the peer to read.
    func write(to folder: URL) throws {
        let file = folder.appending(path: name)
        try Data(schema.utf8).write(to: file.appendingPathExtension("schema.graphql"))
        try Data(document.utf8).write(to: file.appendingPathExtension("graphql"))
    }

    /// The document that has every production, checked in so that it can be read.
    static func kitchenSink(in folder: URL) throws -> EngineWorkload {
        func text(_ file: String) throws -> String {
            try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        return EngineWorkload(
            name: "kitchen-sink",
            schema: try text("kitchen-sink.schema.graphql"),
            document: try text("kitchen-sink.graphql"),
            operation: "Overview",
            variables: ["by": ["id": "7"]],
            units: 49
        )
    }

    /// A thousand leaves of one object, all under aliases.
    static func thousandFields(of schema: String) -> EngineWorkload {
        let names = ["id", "name", "price", "inStock", "note"]
        let fields = (0..<1_000).map { "field\($0): \(names[$0 % names.count])" }
        return EngineWorkload(
            name: "1000-fields",
            schema: schema,
            document: "{\n  item {\n    \(fields.joined(separator: "\n    "))\n  }\n}\n",
            units: 1_001
        )
    }

    /// A list whose answer has fifty thousand leaves.
    static func tenThousandItems(of schema: String) -> EngineWorkload {
        EngineWorkload(
            name: "10000-items",
            schema: schema,
            document: "{ items { id name price inStock note } }\n",
            units: 50_000
        )
    }

    /// Two thousand types that mention each other.
    static var largeSchema: EngineWorkload {
        let objects = (0..<1_400).map { index in
            """
            "What number \(index) is."
            type Object\(index) implements Interface\(index % 200) {
              id: ID!
              name(first: Int = 10, where: Input\(index % 200)): String
              next: Object\((index * 7 + 1) % 1_400)!
              all(after: String, kinds: [Enum\(index % 200)!] = [FIRST]): [Object\((index + 1) % 1_400)!]!
              kind: Enum\(index % 200)
              old: Int @deprecated(reason: "It counted nothing.")
            }
            """
        }
        let others = (0..<200).map { index in
            """
            interface Interface\(index) {
              id: ID!
              kind: Enum\(index)
            }
            enum Enum\(index) {
              FIRST
              SECOND
              "The last."
              THIRD
            }
            input Input\(index) {
              text: String
              kinds: [Enum\(index)!]
              and: [Input\((index + 1) % 200)!]
              limit: Int! = 20
            }
            """
        }
        return EngineWorkload(
            name: "2000-types",
            schema: (["type Query {\n  first: Object0\n}"] + objects + others).joined(separator: "\n\n") + "\n",
            document: introspection,
            units: 2_001
        )
    }

    /// All that a schema tells of itself, as tools ask for it.
    private static let introspection = """
        query Introspection {
          __schema {
            description
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types {
              kind name description specifiedByURL
              fields(includeDeprecated: true) {
                name description args(includeDeprecated: true) { ...Input } type { ...Type } isDeprecated deprecationReason
              }
              inputFields(includeDeprecated: true) { ...Input }
              interfaces { ...Type }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...Type }
            }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...Input } }
          }
        }

        fragment Input on __InputValue {
          name description type { ...Type } defaultValue isDeprecated deprecationReason
        }

        fragment Type on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        }

        """
}
