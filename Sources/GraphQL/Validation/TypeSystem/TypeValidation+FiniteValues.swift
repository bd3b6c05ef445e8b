import OrderedCollections

extension TypeValidation {
    /// Section 3.10: of every input object there is a value that ends, in spite of fields that refer back to it.
    ///
    /// A type has one once all its required fields have one, or with `@oneOf` once any field has; what is left when
    /// nothing more can be said so has none.
    mutating func checkFiniteValues() {
        let inputs = schema.types.compactMap { type -> (NamedType, Schema.InputObject)? in
            if case .inputObject(let input) = type.kind { (type, input) } else { nil }
        }
        var isFinite = Array(repeating: true, count: schema.types.count)
        for (type, _) in inputs { isFinite[type.id.index] = false }
        var isSettled = false
        while !isSettled {
            isSettled = true
            for (type, input) in inputs where !isFinite[type.id.index] {
                guard Self.endlessField(of: input, isFinite) == nil else { continue }
                isFinite[type.id.index] = true
                isSettled = false
            }
        }
        for (type, input) in inputs {
            guard !isFinite[type.id.index], let field = Self.endlessField(of: input, isFinite) else { continue }
            report(
                input.isOneOf
                    ? "OneOf Input Object \(type.name) has no finite value: each of its fields leads back to it."
                    : """
                    Cannot reference Input Object \(type.name) within itself through a series of non-null fields: \
                    \(way(from: type, isFinite)).
                    """,
                at: .member(type.name, field.name)
            )
        }
    }

    /// A field for whose sake the type has no finite value as far as is known; nil where it has one.
    private static func endlessField(of input: Schema.InputObject, _ isFinite: [Bool]) -> Schema.InputValue? {
        if input.isOneOf {
            // A list may be empty.
            let ends = input.fields.values.contains { $0.type.nullable.isList || isFinite[$0.type.namedType.index] }
            return ends ? nil : input.fields.values.first
        }
        return input.fields.values.first { field in
            guard case .nonNull(.named(let id)) = field.type else { return false }
            return !isFinite[id.index]
        }
    }

    /// The fields on the way from a type without a finite value until a type comes again.
    private func way(from start: NamedType, _ isFinite: [Bool]) -> String {
        var steps: [String] = []
        var seen: Set<TypeID> = []
        var type = start
        while seen.insert(type.id).inserted, case .inputObject(let input) = type.kind,
            let field = Self.endlessField(of: input, isFinite)
        {
            steps.append("\(type.name).\(field.name)")
            type = schema[field.type.namedType]
        }
        return steps.joined(separator: ", ")
    }
}
