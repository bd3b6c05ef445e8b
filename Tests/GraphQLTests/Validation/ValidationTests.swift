import GraphQL
import Testing

@Suite("Validation holds documents against chapter 5")
struct ValidationTests {
    let schema: Schema

    init() throws {
        schema = try Library.schema()
    }

    @Test("documents and operations (5.1, 5.2)", arguments: ValidationCase.operations)
    func operations(_ document: ValidationCase) throws { try document.expect(against: schema) }

    @Test("fields (5.3.1, 5.3.3)", arguments: ValidationCase.fields)
    func fields(_ document: ValidationCase) throws { try document.expect(against: schema) }

    @Test("field selection merging (5.3.2)", arguments: ValidationCase.merging)
    func merging(_ document: ValidationCase) throws { try document.expect(against: schema) }

    @Test("arguments (5.4)", arguments: ValidationCase.arguments)
    func arguments(_ document: ValidationCase) throws { try document.expect(against: schema) }

    @Test("fragments (5.5)", arguments: ValidationCase.fragments)
    func fragments(_ document: ValidationCase) throws { try document.expect(against: schema) }

    @Test("values (5.6)", arguments: ValidationCase.values)
    func values(_ document: ValidationCase) throws { try document.expect(against: schema) }

    @Test("directives (5.7)", arguments: ValidationCase.directives)
    func directives(_ document: ValidationCase) throws { try document.expect(against: schema) }

    @Test("variables (5.8)", arguments: ValidationCase.variables)
    func variables(_ document: ValidationCase) throws { try document.expect(against: schema) }
}
