public import JSON
public import OrderedCollections

/// An operation's variables after coercion; a variable that was not given and has no default is not in it.
public struct Variables: Sendable, Hashable {
    let values: [String: CoercedValue]

    static let none = Variables(values: [:])
}

extension Schema {
    /// `CoerceVariableValues` (section 6.1.2).
    ///
    /// - Throws: all that is wrong with the variables, as request errors.
    public func coerceVariables(
        _ given: OrderedDictionary<String, JSONValue>,
        for operation: AST.OperationDefinition,
        limits: Limits = Limits()
    ) throws(RequestErrors) -> Variables {
        guard !operation.variables.isEmpty else { return .none }
        var values: [String: CoercedValue] = [:]
        var errors: [GraphQLError] = []
        for definition in operation.variables {
            let name = definition.name.value
            guard let type = resolve(definition.type) else { continue }
            var coercion = Coercion(self, source: .variable, failures: limits.errors)
            if let value = given[name] {
                values[name] = coercion.coerce(UncoercedValue(value), to: type)
            } else if let literal = definition.defaultValue {
                coercion = Coercion(self, source: .literal, failures: limits.errors)
                values[name] = coercion.coerce(UncoercedValue(literal), to: type)
            } else if type.isNonNull {
                errors.append(
                    GraphQLError(
                        "Variable \"$\(name)\" of required type \"\(spelling(of: type))\" was not provided.",
                        code: .badUserInput,
                        at: [definition.location]
                    )
                )
            }
            errors += coercion.failures.map { failure in
                let place = failure.path.isEmpty ? "" : " at \"\(name)\(failure.path.spelling)\""
                return GraphQLError(
                    "Variable \"$\(name)\" got an invalid value\(place): \(failure.message)",
                    code: .badUserInput,
                    at: [definition.location],
                    extensions: ["field": .string(name + failure.path.spelling)]
                )
            }
            if errors.count > limits.errors { break }
        }
        guard errors.isEmpty else { throw RequestErrors(Array(errors.prefix(limits.errors))) }
        return Variables(values: values)
    }
}

extension [PathSegment] {
    /// As a program would write the way: `.models[0].name`.
    var spelling: String {
        map { segment in
            switch segment {
            case .name(let name): ".\(name)"
            case .index(let index): "[\(index)]"
            }
        }.joined()
    }
}

/// Request errors: those that come before execution, so that a response has no `data` (section 7.1.6).
public struct RequestErrors: Error, Sendable, Hashable {
    /// Never empty.
    public let errors: [GraphQLError]

    public init(_ errors: [GraphQLError]) {
        self.errors = errors
    }

    public init(_ error: GraphQLError) {
        errors = [error]
    }
}
