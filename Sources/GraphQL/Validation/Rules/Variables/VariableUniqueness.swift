/// Section 5.8.1: an operation defines a variable once.
enum VariableUniqueness {
    static func check(_ variables: [AST.VariableDefinition], _ context: inout ValidationContext) {
        guard variables.count > 1 else { return }
        context.report.addRepetitions(of: variables.lazy.map(\.name)) {
            "There can be only one variable named \"$\($0)\"."
        }
    }
}
