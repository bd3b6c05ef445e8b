/// Section 5.7.1: a directive is one of the schema's.
enum DirectivesAreDefined {
    /// - Parameter directive: one that the schema does not have.
    static func report(_ directive: AST.Directive, _ context: inout ValidationContext) {
        context.report.add("Unknown directive \"@\(directive.name.value)\".", at: directive.location)
    }
}
