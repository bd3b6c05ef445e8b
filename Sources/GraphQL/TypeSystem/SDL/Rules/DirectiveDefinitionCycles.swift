import OrderedCollections

/// A directive's definition does not refer to the directive itself, directly or through the types and directives of
/// its arguments (section 3.13, "type validation").
enum DirectiveDefinitionCycles {
    static func check(_ document: TypeSystemDocument, _ report: inout ValidationReport) {
        var graph = DefinitionGraph(document)
        graph.connect()
        for cycle in CycleSearch(graph.edges).cycles {
            // Input objects may refer to each other in circles.
            guard let node = cycle.lazy.compactMap({ graph.directive(at: $0.node) }).first else { continue }
            report.add("Cannot reference directive \"@\(node.value)\" within its own definition.", at: node.location)
        }
    }
}

/// Directives and types: a directive leads to what stands on its arguments and to their types, a type to what stands on
/// it and its parts and to its input fields' types.
private struct DefinitionGraph {
    private(set) var edges: [[Int]] = []
    private let directives: [AST.DirectiveDefinition]
    private let types: [ExtendedType]
    private let directiveNodes: [String: Int]
    private let typeNodes: [String: Int]

    init(_ document: TypeSystemDocument) {
        directives = Array(document.directives.values)
        types = Array(document.types.values)
        let offset = directives.count
        directiveNodes = Dictionary(
            directives.enumerated().map { ($1.name.value, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        typeNodes = Dictionary(
            types.enumerated().map { ($1.definition.name.value, $0 + offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func directive(at node: Int) -> AST.Name? {
        node < directives.count ? directives[node].name : nil
    }

    mutating func connect() {
        edges = directives.map { targets(of: $0.arguments, []) }
        edges += types.map { type in
            targets(of: type.inputFields, type.directives + type.values.flatMap(\.directives))
        }
    }

    private func targets(of values: [AST.InputValueDefinition], _ applied: [AST.Directive]) -> [Int] {
        let applied = applied + values.flatMap(\.directives)
        return applied.compactMap { directiveNodes[$0.name.value] }
            + values.compactMap { typeNodes[$0.type.namedType.value] }
    }
}
