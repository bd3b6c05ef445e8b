import OrderedCollections

extension TypeValidation {
    /// Default values fit their types (section 3.6.1), and filling them in comes to an end (section 3.10).
    mutating func checkDefaultValues() {
        for directive in schema.directives.values {
            for argument in directive.arguments.values {
                checkDefault(of: argument, at: .directiveArgument(directive.name, argument.name))
            }
        }
        for type in schema.types {
            for field in type.fields.values {
                for argument in field.arguments.values {
                    checkDefault(of: argument, at: .argument(type.name, field.name, argument.name))
                }
            }
            guard case .inputObject(let input) = type.kind else { continue }
            for field in input.fields.values { checkDefault(of: field, at: .member(type.name, field.name)) }
        }
        checkDefaultCycles()
    }

    private mutating func checkDefault(of value: Schema.InputValue, at coordinate: Coordinate) {
        guard let literal = value.defaultLiteral, schema[value.type.namedType].isInput else { return }
        for message in schema.faults(of: literal, as: value.type) {
            report("\(coordinate.spelling) has an invalid default value: \(message)", at: coordinate)
        }
    }

    /// `InputObjectDefaultValueHasCycle`: a graph of input fields with defaults, each leading to those that are filled
    /// in where its own default is.
    private mutating func checkDefaultCycles() {
        var graph = DefaultGraph(schema)
        graph.connect()
        for cycle in CycleSearch(graph.edges).cycles {
            guard let first = cycle.first else { continue }
            let coordinate = graph.coordinates[first.node]
            let others = cycle.dropFirst().prefix(10).map { graph.coordinates[$0.node].spelling }
            let way = others.isEmpty ? "" : " via the default values of: \(others.joined(separator: ", "))"
            report(
                """
                Invalid circular reference. The default value of Input Object field \(coordinate.spelling) \
                references itself\(way).
                """,
                at: coordinate
            )
        }
    }
}

/// Which input fields' defaults are filled in on account of which others'.
private struct DefaultGraph {
    let schema: Schema
    private(set) var coordinates: [Coordinate] = []
    private(set) var edges: [[Int]] = []
    private var fields: [Schema.InputValue] = []
    private var nodes: [Coordinate: Int] = [:]

    init(_ schema: Schema) {
        self.schema = schema
        for type in schema.types {
            guard case .inputObject(let input) = type.kind else { continue }
            for field in input.fields.values where field.defaultValue != nil {
                let coordinate = Coordinate.member(type.name, field.name)
                nodes[coordinate] = coordinates.count
                coordinates.append(coordinate)
                fields.append(field)
            }
        }
    }

    mutating func connect() {
        edges = fields.map { field in
            guard let value = field.defaultValue else { return [] }
            var targets: [Int] = []
            collect(value, of: field.type, into: &targets)
            return targets
        }
    }

    private func collect(_ value: CoercedValue, of type: TypeReference, into targets: inout [Int]) {
        switch (value, type) {
        case (_, .nonNull(let type)): collect(value, of: type, into: &targets)
        case (.list(let values), .list(let item)):
            for value in values { collect(value, of: item, into: &targets) }
        case (_, .list(let item)): collect(value, of: item, into: &targets)
        case (.object(let given), .named(let id)):
            guard case .inputObject(let input) = schema[id].kind else { return }
            for field in input.fields.values {
                if let value = given[field.name] {
                    collect(value, of: field.type, into: &targets)
                } else if let node = nodes[.member(schema[id].name, field.name)] {
                    targets.append(node)
                }
            }
        default: return
        }
    }
}
