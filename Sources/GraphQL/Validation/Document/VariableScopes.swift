/// Brings each operation's variables together with their uses, in it and in all fragments that it reaches
/// (sections 5.8.3 to 5.8.5).
enum VariableScopes {
    static func check(
        _ operations: [WalkedOperation],
        in graph: FragmentGraph,
        _ context: inout ValidationContext
    ) {
        // Operations may share fragments with thousands of uses: those that are alike are looked at once.
        let shared = graph.footprints.map { distinct($0.variables) }
        let isUsedInFragments = shared.contains { !$0.isEmpty }
        for operation in operations {
            guard !context.report.isFull else { return }
            let own = operation.footprint
            guard isUsedInFragments || !own.variables.isEmpty || !operation.definition.variables.isEmpty else {
                continue
            }
            var scope = VariableScope(operation.definition, context.schema)
            for usage in own.variables { scope.check(usage, &context) }
            if isUsedInFragments, !own.spreads.isEmpty {
                for (usages, isReached) in zip(shared, graph.reachable(from: own.spreads)) where isReached {
                    for usage in usages {
                        guard !context.report.isFull else { return }
                        scope.check(usage, &context)
                    }
                }
            }
            scope.checkUnused(&context)
        }
    }

    private static func distinct(_ usages: [VariableUsage]) -> [VariableUsage] {
        guard usages.count > 16 else { return usages }
        var seen: Set<VariableUsage> = []
        let nowhere = Location(line: 0, column: 0)
        return usages.filter { usage in
            seen.insert(
                VariableUsage(
                    name: usage.name,
                    location: nowhere,
                    type: usage.type,
                    hasDefault: usage.hasDefault,
                    oneOf: usage.oneOf
                )
            ).inserted
        }
    }
}

/// One operation's variables.
private struct VariableScope {
    let operation: AST.OperationDefinition
    private let types: [TypeReference?]
    private let indices: [String: Int]
    private var isUsed: [Bool]

    init(_ operation: AST.OperationDefinition, _ schema: Schema) {
        self.operation = operation
        types = operation.variables.map { schema.resolve($0.type) }
        isUsed = Array(repeating: false, count: operation.variables.count)
        indices = Dictionary(
            operation.variables.enumerated().map { ($1.name.value, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func check(_ usage: VariableUsage, _ context: inout ValidationContext) {
        guard let index = indices[usage.name] else {
            AllVariableUsesDefined.report(usage, in: operation, &context)
            return
        }
        isUsed[index] = true
        guard let type = types[index] else { return }
        AllVariableUsagesAreAllowed.check(operation.variables[index], type, usage, &context)
    }

    func checkUnused(_ context: inout ValidationContext) {
        for (index, variable) in operation.variables.enumerated() where !isUsed[index] {
            // Of several with one name the first stands for all.
            guard indices[variable.name.value] == index else { continue }
            AllVariablesUsed.report(variable, in: operation, &context)
        }
    }
}
