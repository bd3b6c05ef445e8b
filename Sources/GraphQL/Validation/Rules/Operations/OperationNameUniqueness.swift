/// Section 5.2.2.1: an operation's name tells it from all others of the document.
enum OperationNameUniqueness {
    static func check(_ document: AST.Document, _ context: inout ValidationContext) {
        let names = document.definitions.lazy.compactMap { definition -> AST.Name? in
            if case .operation(let operation) = definition { operation.name } else { nil }
        }
        context.report.addRepetitions(of: names) { "There can be only one operation named \"\($0)\"." }
    }
}
