/// Section 5.8.2: a variable's type exists and is made of scalars, enums and input objects.
enum VariablesAreInputTypes {
    /// - Parameter type: what the definition's type resolves to, nil where its name is unknown.
    static func check(
        _ variable: AST.VariableDefinition,
        _ type: TypeReference?,
        _ context: inout ValidationContext
    ) {
        guard let type else {
            FragmentSpreadTypeExistence.check(variable.type.namedType, &context)
            return
        }
        guard !context.schema[type.namedType].isInput else { return }
        context.report.add(
            "Variable \"$\(variable.name.value)\" cannot be non-input type \"\(context.schema.spelling(of: type))\".",
            at: variable.type.location
        )
    }
}
