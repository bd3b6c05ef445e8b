/// Section 5.5.1.1: a fragment's name tells it from all others of the document.
enum FragmentNameUniqueness {
    static func check(_ document: AST.Document, _ context: inout ValidationContext) {
        let names = document.definitions.lazy.compactMap { definition -> AST.Name? in
            if case .fragment(let fragment) = definition { fragment.name } else { nil }
        }
        context.report.addRepetitions(of: names) { "There can be only one fragment named \"\($0)\"." }
    }
}
