/// Section 5.2.3.1: an operation without a name is the only one.
enum LoneAnonymousOperation {
    static func check(_ document: AST.Document, _ context: inout ValidationContext) {
        var count = 0
        for case .operation(_) in document.definitions { count += 1 }
        guard count > 1 else { return }
        for case .operation(let operation) in document.definitions where operation.name == nil {
            context.report.add(
                "This anonymous operation must be the only defined operation.",
                at: operation.location
            )
        }
    }
}
