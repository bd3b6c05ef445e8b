extension TypeSystemDocument {
    /// The rules that have to hold before there can be a table.
    func check(limits: Limits) throws(SDLErrors) {
        var report = ValidationReport(limit: limits.errors)
        for definition in source.definitions {
            switch definition {
            case .operation(let operation):
                report.add("Operations are not part of a type system.", at: operation.location)
            case .fragment(let fragment):
                report.add(
                    "The \"\(fragment.name.value)\" fragment is not part of a type system.", at: fragment.location)
            case .typeSystem: continue
            }
        }
        DefinitionUniqueness.check(self, &report)
        ExtensionTargets.check(self, &report)
        BuiltInNames.check(self, &report)
        KnownTypes.check(self, &report)
        KnownLocations.check(self, &report)
        guard report.errors.isEmpty else { throw SDLErrors(report.errors) }
    }

    /// The rules that need the table: "type validation", and that directives are applied as they are defined.
    func faults(against schema: Schema, limits: Limits) -> [GraphQLError] {
        var report = ValidationReport(limit: limits.errors)
        let problems = schema.typeProblems
        if !problems.isEmpty {
            let places = CoordinatePlaces(self)
            for problem in problems {
                report.add(problem.sentence, at: [places[problem.coordinate]].compactMap(\.self))
            }
        }
        DirectiveDefinitionCycles.check(self, &report)
        guard !report.isFull else { return report.errors }
        var walk = DocumentWalk(
            AST.Document(definitions: []),
            against: schema,
            limits: limits,
            options: ValidationOptions()
        )
        walk.walkDirectives(of: self)
        return report.errors + walk.context.report.errors
    }
}

extension SDLErrors {
    /// Problems that only the builder could see, with the places of the names concerned.
    init(_ errors: SchemaErrors, in document: TypeSystemDocument) {
        let places = CoordinatePlaces(document)
        self.init(
            errors.errors.map { error in
                let place: Location? =
                    switch error {
                    case .duplicateType(let name), .undefinedType(let name): places[.type(name)]
                    case .duplicateDirective(let name): places[.directive(name)]
                    case .invalid: nil
                    }
                return GraphQLError(
                    SchemaErrors([error]).description,
                    code: .validationFailed,
                    at: [place].compactMap(\.self)
                )
            }
        )
    }
}
