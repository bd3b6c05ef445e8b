/// Section 5.4.2: an argument is given once.
enum ArgumentUniqueness {
    static func check(_ arguments: [AST.Argument], _ context: inout ValidationContext) {
        guard arguments.count > 1 else { return }
        context.report.addRepetitions(of: arguments.lazy.map(\.name)) {
            "There can be only one argument named \"\($0)\"."
        }
    }
}
