extension Schema {
    /// What is wrong with a constant where one of this type is expected (section 5.6), in sentences.
    func faults(of value: AST.Value, as type: TypeReference) -> [String] {
        var walk = DocumentWalk(
            AST.Document(definitions: []),
            against: self,
            limits: Limits(),
            options: ValidationOptions()
        )
        walk.walk(value, of: type, hasDefault: false)
        return walk.context.report.errors.map(\.message)
    }

    /// Every breach of chapter 3's "type validation" in the frozen table.
    var typeProblems: [TypeProblem] {
        var validation = TypeValidation(self)
        validation.check()
        return validation.problems
    }
}
