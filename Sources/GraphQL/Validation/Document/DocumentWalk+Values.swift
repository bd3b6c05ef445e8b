import OrderedCollections

extension DocumentWalk {
    /// A value where one of `type` is expected (section 5.6); nil where that is unknown.
    ///
    /// - Parameter hasDefault: whether the argument or input field has a default value.
    mutating func walk(
        _ value: AST.Value,
        of type: TypeReference?,
        hasDefault: Bool,
        oneOf: TypeID? = nil
    ) {
        guard let type else { return walkUntyped(value) }
        if case .variable(let name, let location) = value {
            footprint.variables.append(
                VariableUsage(name: name, location: location, type: type, hasDefault: hasDefault, oneOf: oneOf)
            )
            return
        }
        if case .null = value {
            if type.isNonNull { ValuesOfCorrectType.report(value, type, &context) }
            return
        }
        switch type.nullable {
        case .nonNull: return
        case .list(let item):
            if case .list(let values, _) = value {
                for value in values where !context.report.isFull { walk(value, of: item, hasDefault: false) }
            } else {
                // A single item stands for a list of one (section 3.11).
                walk(value, of: item, hasDefault: false)
            }
        case .named(let id):
            let named = context.schema[id]
            if case .inputObject(let input) = named.kind, case .object(let fields, let location) = value {
                walk(fields, of: input, named, at: location)
            } else {
                ValuesOfCorrectType.check(value, type, named, &context)
                // Variables may stand inside a custom scalar's lists and objects.
                walkUntyped(value)
            }
        }
    }

    private mutating func walk(
        _ fields: [AST.ObjectField],
        of input: Schema.InputObject,
        _ type: NamedType,
        at location: Location
    ) {
        InputObjectRequiredFields.check(fields, of: input, type, at: location, &context)
        InputObjectFieldUniqueness.check(fields, &context)
        if input.isOneOf { OneOfInputObjects.check(fields, of: type, at: location, &context) }
        for field in fields {
            guard !context.report.isFull else { return }
            if let definition = input.fields[field.name.value] {
                walk(
                    field.value,
                    of: definition.type,
                    hasDefault: definition.defaultValue != nil,
                    oneOf: input.isOneOf ? type.id : nil
                )
            } else {
                InputObjectFieldNames.report(field, of: input, type, &context)
                walkUntyped(field.value)
            }
        }
    }

    /// A value of whose place nothing is known: its variables are used all the same.
    mutating func walkUntyped(_ value: AST.Value) {
        switch value {
        case .variable(let name, let location):
            footprint.variables.append(
                VariableUsage(name: name, location: location, type: nil, hasDefault: false, oneOf: nil)
            )
        case .list(let values, _):
            for value in values { walkUntyped(value) }
        case .object(let fields, _):
            InputObjectFieldUniqueness.check(fields, &context)
            for field in fields { walkUntyped(field.value) }
        default: return
        }
    }
}
