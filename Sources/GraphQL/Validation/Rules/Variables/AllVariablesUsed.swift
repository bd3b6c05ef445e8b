/// Section 5.8.4: a variable that an operation defines is used, in it or in a fragment that it reaches.
enum AllVariablesUsed {
    /// - Parameter variable: one that `operation` does not use.
    static func report(
        _ variable: AST.VariableDefinition,
        in operation: AST.OperationDefinition,
        _ context: inout ValidationContext
    ) {
        let scope = operation.name.map { " in operation \"\($0.value)\"" } ?? ""
        context.report.add(
            "Variable \"$\(variable.name.value)\" is never used\(scope).",
            at: variable.location
        )
    }
}
