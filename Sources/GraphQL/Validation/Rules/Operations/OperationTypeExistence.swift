/// Section 5.2.1.1: the schema has a root type for the kind of operation.
enum OperationTypeExistence {
    /// - Parameter operation: one without a root type.
    static func report(_ operation: AST.OperationDefinition, _ context: inout ValidationContext) {
        context.report.add(
            "The \(operation.operation.rawValue) operation is not supported by the schema.",
            at: operation.location
        )
    }
}
