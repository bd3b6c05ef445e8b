import GraphQL
import OrderedCollections

/// Documents that select a given field of a schema, made up from the schema itself.
struct SampleDocument {
    let schema: Schema
    let operation: AST.OperationType
    /// From a field of the root to the one that it is all about.
    let path: [(type: NamedType, field: Schema.Field)]

    var coordinates: [String] { path.map { "\($0.type.name).\($0.field.name)" } }

    /// One for each field of each object type, by a shortest path. Introspection is left out.
    static func all(of schema: Schema) -> [SampleDocument] {
        let roots = [AST.OperationType.query, .mutation, .subscription].flatMap { operation in
            schema.root(operation).map { root in
                root.fields.values.map { SampleDocument(schema: schema, operation: operation, path: [(root, $0)]) }
            } ?? []
        }
        var known: Set<String> = []
        var all: [SampleDocument] = []
        var next = roots
        while !next.isEmpty {
            let fresh = next.filter { known.insert($0.coordinates.last ?? "").inserted }
            all += fresh
            next = fresh.flatMap(\.below)
        }
        return all
    }

    private var below: [SampleDocument] {
        guard let last = path.last else { return [] }
        return schema.possibleTypes(of: last.field.type.namedType).flatMap { id in
            schema[id].fields.values.map {
                SampleDocument(schema: schema, operation: operation, path: path + [(schema[id], $0)])
            }
        }
    }

    /// The field in its different places: in the operation itself, under another name, in fragments, on a condition.
    var texts: [String] {
        let keyword = "\(operation)"
        let root = path.first?.type.name ?? ""
        let selection = selection()
        let everywhere = [
            "\(keyword) { \(selection) }",
            "\(keyword) { alias: \(selection) }",
            "\(keyword) { ...A } fragment A on \(root) { ...B } fragment B on \(root) { \(selection) }",
        ]
        // A subscription's root takes no conditions (section 5.2.3.1).
        guard operation != .subscription else { return everywhere }
        return everywhere + [
            "\(keyword) { ... on \(root) { ... @include(if: true) { \(selection) } } }",
            "\(keyword) ($yes: Boolean! = true) { \(self.selection(directive: "@include(if: $yes)")) }",
        ]
    }

    /// The fields of the path, one in the other.
    private func selection(directive: String = "") -> String {
        var text = ""
        for (index, step) in path.enumerated().reversed() {
            let type = schema[step.field.type.namedType]
            let inner = text.isEmpty && type.isComposite ? "__typename" : text
            let narrowed =
                index + 1 < path.count && type.isAbstract ? "... on \(path[index + 1].type.name) { \(inner) }" : inner
            text = step.field.name + arguments(of: step.field) + (index == 0 ? directive : "")
            if type.isComposite { text += " { \(narrowed) }" }
        }
        return text
    }

    private func arguments(of field: Schema.Field) -> String {
        let required = field.arguments.values.filter(\.isRequired)
        guard !required.isEmpty else { return " " }
        return "(\(required.map { "\($0.name): \(value(of: $0.type))" }.joined(separator: ", "))) "
    }

    /// The plainest value of a type.
    private func value(of type: TypeReference) -> String {
        if case .list = type.nullable { return "[]" }
        let named = schema[type.namedType]
        switch named.kind {
        case .enumeration(let enumeration): return enumeration.values.keys.first ?? ""
        case .inputObject(let input):
            let fields = input.isOneOf ? Array(input.fields.values.prefix(1)) : input.fields.values.filter(\.isRequired)
            return "{ \(fields.map { "\($0.name): \(value(of: $0.type))" }.joined(separator: ", ")) }"
        default:
            return ["Int": "1", "Float": "1", "Boolean": "true"][named.name] ?? "\"x\""
        }
    }
}
