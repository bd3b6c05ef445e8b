/// Section 5.6.3: an input object's field is given once.
enum InputObjectFieldUniqueness {
    static func check(_ fields: [AST.ObjectField], _ context: inout ValidationContext) {
        guard fields.count > 1 else { return }
        context.report.addRepetitions(of: fields.lazy.map(\.name)) {
            "There can be only one input field named \"\($0)\"."
        }
    }
}
