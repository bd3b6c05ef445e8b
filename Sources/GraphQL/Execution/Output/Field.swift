import OrderedCollections

/// The declaration of a field: its name, its type, which the resolver's Swift type gives, and how to get its value.
///
///     Field("name", "As astronomers write it.") { $0.name }
///     Field("moons", Argument("first", default: 10)) { planet, context, first in planet.moons.prefix(first) }
///     Field.asynchronous("weather") { planet, context in try await context.forecast(planet) }
///
/// A resolver that throws makes the field null, or its nearest nullable ancestor (section 6.4.4).
public struct Field<Parent: ObjectType>: Sendable {
    public let name: String
    let description: String?
    let arguments: [AnyArgument]
    let type: @Sendable (inout SchemaBuilder) -> TypeReference
    let usesContext: Bool
    let step: @Sendable (FieldSelection, inout Planner) -> Step<Parent>
    var deprecationReason: String?
    var directives: [Schema.AppliedDirective] = []

    @usableFromInline
    init<Value: OutputType>(
        _ name: String,
        _ description: String?,
        _ type: Value.Type,
        arguments: [AnyArgument] = [],
        usesContext: Bool,
        step: @escaping @Sendable (FieldSelection, inout Planner) -> Step<Parent>
    ) {
        self.name = name
        self.description = description
        self.arguments = arguments
        self.type = { Value.reference(in: &$0) }
        self.usesContext = usesContext
        self.step = step
    }

    /// The same field, no longer to be used.
    public func deprecated(_ reason: String) -> Field {
        var field = self
        field.deprecationReason = reason
        return field
    }

    /// The same field with a directive on its definition.
    public func directive(_ name: String, _ argument: String, _ value: CoercedValue) -> Field {
        var field = self
        field.directives.append(Schema.AppliedDirective(name, [argument: value]))
        return field
    }
}

extension Field {
    /// A stored or computed property.
    @inlinable
    public init<Value: OutputType>(
        _ name: String,
        _ description: String? = nil,
        get: @escaping @Sendable (Parent) -> Value
    ) {
        self.init(name, description, Value.self, usesContext: false) { selection, planner in
            let plan = Value.plan(selection, &planner)
            let number = selection.number
            return Step { parent, response, run in
                try get(parent).write(plan, asField: number, isNullable: false, to: &response, &run)
            }
        }
    }

    /// A value that takes arguments, the context, or may fail.
    @inlinable
    public init<Value: OutputType, each Input: InputType>(
        _ name: String,
        _ description: String? = nil,
        _ arguments: repeat Argument<each Input>,
        get: @escaping @Sendable (Parent, Parent.Context, repeat each Input) throws -> Value
    ) {
        let arguments = Arguments(repeat each arguments)
        self.init(name, description, Value.self, arguments: arguments.erased, usesContext: true) { selection, planner in
            let plan = Value.plan(selection, &planner)
            let number = selection.number
            let source = planner.arguments(arguments, of: selection)
            return Step { parent, response, run in
                let value: Value
                do {
                    let inputs = try source.values(run.operation).get()
                    value = try get(parent, run.operation.context(as: Parent.Context.self), repeat each inputs)
                } catch {
                    run.enter(number)
                    let failure = run.fail(error)
                    guard Value.isNullable else { throw failure }
                    run.leave()
                    return response.writeNull()
                }
                try value.write(plan, asField: number, isNullable: false, to: &response, &run)
            }
        }
    }

    /// A value that has to be waited for: siblings are resolved at once in queries, in order for a mutation's root.
    @inlinable
    public static func asynchronous<Value: OutputType, each Input: InputType>(
        _ name: String,
        _ description: String? = nil,
        _ arguments: repeat Argument<each Input>,
        get: @escaping @Sendable (Parent, Parent.Context, repeat each Input) async throws -> Value
    ) -> Field {
        let arguments = Arguments(repeat each arguments)
        return Field(name, description, Value.self, arguments: arguments.erased, usesContext: true) {
            selection, planner in
            let plan = Value.plan(selection, &planner)
            let number = selection.number
            let source = planner.arguments(arguments, of: selection)
            return Step { parent, response, run in
                let context = run.operation.context(as: Parent.Context.self)
                let values = source.values(run.operation)
                run.suspend(in: number, at: response.count, isNullable: Value.isNullable) { response, run in
                    let inputs = try values.get()
                    try await get(parent, context, repeat each inputs).write(plan, to: &response, &run)
                }
            }
        }
    }
}
