/// Section 5.5.1.3: a fragment's condition is an object, interface or union type.
enum FragmentsOnCompositeTypes {
    /// - Parameter name: the fragment's, nil for an inline fragment.
    static func check(_ condition: AST.Name, of name: AST.Name?, _ context: inout ValidationContext) {
        guard let type = context.schema.type(named: condition.value), !type.isComposite else { return }
        let subject = name.map { "Fragment \"\($0.value)\"" } ?? "Fragment"
        context.report.add(
            "\(subject) cannot condition on non composite type \"\(type.name)\".",
            at: condition.location
        )
    }
}
