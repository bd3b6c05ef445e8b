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
        let isFinite = FiniteTypes(inputs, count: schema.types.count).isFinite
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

/// Finds the types with a finite value, from those that need no other type on to those that wait for them.
private struct FiniteTypes {
    /// By type.
    private(set) var isFinite: [Bool]
    /// By type, how many more types must be finite before it is.
    private var missing: [Int]
    /// By type, those that wait for it.
    private var waiting: [[TypeID]]

    init(_ inputs: [(NamedType, Schema.InputObject)], count: Int) {
        isFinite = Array(repeating: true, count: count)
        missing = Array(repeating: 0, count: count)
        waiting = Array(repeating: [], count: count)
        for (type, _) in inputs { isFinite[type.id.index] = false }
        for (type, input) in inputs { note(input, of: type.id) }
        var settled = inputs.map(\.0.id).filter { missing[$0.index] == 0 }
        while let id = settled.popLast() {
            guard !isFinite[id.index] else { continue }
            isFinite[id.index] = true
            for type in waiting[id.index] {
                missing[type.index] -= 1
                if missing[type.index] <= 0 { settled.append(type) }
            }
        }
    }

    private mutating func note(_ input: Schema.InputObject, of type: TypeID) {
        let fields = input.fields.values.filter { input.isOneOf || $0.type.isNonNull }
        let targets = fields.compactMap { field -> TypeID? in
            guard case .named(let id) = field.type.nullable, !isFinite[id.index] else { return nil }
            return id
        }
        if input.isOneOf {
            missing[type.index] = targets.isEmpty || targets.count < fields.count ? 0 : 1
        } else {
            missing[type.index] = targets.count
        }
        for target in targets { waiting[target.index].append(type) }
    }
}
