/// Section 5.1.1: a document that is executed has operations and fragments, and nothing of a type system.
enum ExecutableDefinitions {
    static func check(_ definition: AST.TypeSystemDefinition, _ context: inout ValidationContext) {
        switch definition {
        case .schema(let schema):
            context.report.add("The schema definition is not executable.", at: schema.location)
        case .type(let type):
            context.report.add("The \"\(type.name.value)\" definition is not executable.", at: type.location)
        case .directive(let directive):
            context.report.add("The \"\(directive.name.value)\" definition is not executable.", at: directive.location)
        }
    }
}
