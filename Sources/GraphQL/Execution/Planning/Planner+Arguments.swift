import JSON
import OrderedCollections

extension Planner {
    /// Where a field finds its arguments: made now where they are constants, once per operation where they are not.
    @usableFromInline
    mutating func arguments<each Input: InputType>(
        _ arguments: Arguments<repeat each Input>,
        of selection: FieldSelection
    ) -> ArgumentSource<repeat each Input> {
        source(of: selection) { try arguments.decode($0) }
    }

    /// The same for resolvers that take arguments as they are.
    mutating func rawArguments(
        of selection: FieldSelection
    ) -> ArgumentSource<OrderedDictionary<String, CoercedValue>> {
        source(of: selection) { $0 }
    }

    private mutating func source<each Input: Sendable>(
        of selection: FieldSelection,
        decode: @escaping @Sendable (OrderedDictionary<String, CoercedValue>) throws -> (repeat each Input)
    ) -> ArgumentSource<repeat each Input> {
        let coerce = coercion(of: selection)
        let make: @Sendable (Variables) -> CoercedArguments<repeat each Input> = { variables in
            CoercedArguments(Result { try decode(try coerce(variables)) })
        }
        guard selection.hasVariables else { return ArgumentSource(constant: make(.none)) }
        slots.append(ArgumentSlot(make: make))
        return ArgumentSource(slot: slots.count - 1)
    }

    /// `CoerceArgumentValues` (section 6.4.1) for one field.
    private func coercion(
        of selection: FieldSelection
    ) -> @Sendable (Variables) throws -> OrderedDictionary<String, CoercedValue> {
        let schema = schema
        let definitions = selection.definition.arguments
        let given = selection.arguments
        return { variables in
            var coercion = Coercion(schema, source: .literal, variables: variables.values)
            let values = coercion.coerce(given, to: definitions) { name, type in
                "Argument \"\(name)\" of required type \"\(type)\" was not provided."
            }
            // One error for each position of the response (section 6.4.4).
            if let failure = coercion.failures.first { throw GraphQLError(argument: failure) }
            return values
        }
    }
}

extension FieldSelection {
    /// Validation has seen to it that merged nodes have the same arguments (section 5.3.2).
    fileprivate var arguments: [String: UncoercedValue] {
        Dictionary(
            (nodes.first?.arguments ?? []).map { ($0.name.value, UncoercedValue($0.value)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    fileprivate var hasVariables: Bool { arguments.values.contains(where: \.hasVariables) }
}

extension UncoercedValue {
    fileprivate var hasVariables: Bool {
        switch self {
        case .leaf, .longInteger: false
        case .variable: true
        case .list(let values): values.contains(where: \.hasVariables)
        case .object(let fields): fields.contains { $0.value.hasVariables }
        }
    }
}

extension GraphQLError {
    /// For an argument: names it, or the field inside it.
    fileprivate init(argument failure: Coercion.Failure) {
        let place = String(failure.path.spelling.dropFirst())
        self.init(
            "Argument \"\(place)\" has an invalid value: \(failure.message)",
            code: .badUserInput,
            extensions: ["field": .string(place)]
        )
    }
}
