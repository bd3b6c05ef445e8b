/// Section 5.8.3: a variable that an operation uses, itself or in a fragment, is defined by it.
enum AllVariableUsesDefined {
    /// - Parameter usage: of a variable that `operation` does not define.
    static func report(
        _ usage: VariableUsage,
        in operation: AST.OperationDefinition,
        _ context: inout ValidationContext
    ) {
        let scope = operation.name.map { " by operation \"\($0.value)\"" } ?? ""
        context.report.add(
            "Variable \"$\(usage.name)\" is not defined\(scope).",
            at: usage.location,
            operation.location
        )
    }
}
