/// Section 5.3.3: leaves have no selection, everything else has one.
enum LeafFieldSelections {
    static func check(
        _ field: AST.Field,
        _ definition: Schema.Field,
        _ type: NamedType,
        _ context: inout ValidationContext
    ) {
        let name = field.name.value
        if type.isComposite {
            guard field.selectionSet == nil else { return }
            let spelling = context.schema.spelling(of: definition.type)
            let suggestion = context.suggestions.sentence(naming: ["\(name) { ... }"])
            context.report.add(
                "Field \"\(name)\" of type \"\(spelling)\" must have a selection of subfields.\(suggestion)",
                at: field.location
            )
        } else if let set = field.selectionSet {
            let spelling = context.schema.spelling(of: definition.type)
            context.report.add(
                "Field \"\(name)\" must not have a selection since type \"\(spelling)\" has no subfields.",
                at: set.location
            )
        }
    }
}
