/// Section 5.5.1.2: a fragment's condition names a type of the schema. The same is said of variables' types.
enum FragmentSpreadTypeExistence {
    static func check(_ name: AST.Name, _ context: inout ValidationContext) {
        guard context.schema.type(named: name.value) == nil else { return }
        let suggestion = context.suggestions.sentence(for: name.value, among: context.schema.types.lazy.map(\.name))
        context.report.add("Unknown type \"\(name.value)\".\(suggestion)", at: name.location)
    }
}
