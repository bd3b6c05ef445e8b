public import JSON
public import OrderedCollections

/// What a schema from SDL is executed with: one function that answers for every field (`ResolveFieldValue`,
/// section 6.4.2).
///
/// It gets the call and answers at once; what it throws makes the field an error, as in any resolver.
public typealias FieldResolver = @Sendable (FieldCall) throws -> ResolvedValue

/// A field to be resolved.
public struct FieldCall: Sendable {
    /// The object that the field belongs to; `.null` at the root.
    public let parent: JSONValue
    /// Coerced: declared order, defaults filled in, absent ones left out.
    public let arguments: OrderedDictionary<String, CoercedValue>
    private let definition: Definition
    private let operation: RunningOperation
    private let way: [Int]

    /// What is the same for all calls of a planned field, in one object so that a call costs no copies of it.
    final class Definition: Sendable {
        let typeName: String
        let field: Schema.Field

        init(of field: Schema.Field, on typeName: String) {
            self.field = field
            self.typeName = typeName
        }
    }

    /// - Parameter way: as `Run.path`.
    init(
        _ definition: Definition,
        of parent: JSONValue,
        _ arguments: OrderedDictionary<String, CoercedValue>,
        _ operation: RunningOperation,
        at way: [Int]
    ) {
        self.definition = definition
        self.parent = parent
        self.arguments = arguments
        self.operation = operation
        self.way = way
    }

    /// The name of the parent's object type.
    public var typeName: String { definition.typeName }
    public var field: Schema.Field { definition.field }
    /// Where in the response the value will stand.
    public var path: [PathSegment] { operation.plan.path(way) }
}

/// What a resolver answers.
public indirect enum ResolvedValue: Sendable, Hashable {
    case null
    /// A leaf; or, where the type is known from the schema, an object or a list of them.
    case value(JSONValue)
    /// An object whose type the schema leaves open, with the name of its object type.
    case object(typeName: String, JSONValue)
    case list([ResolvedValue])
    /// This value, or this item of a list, failed.
    case failure(GraphQLError)
}

extension Schema {
    /// The same schema, to be executed with one resolver for every field.
    ///
    /// The planner and the executor are those of schemas declared in Swift.
    /// - Parameter events: without it the schema has no subscriptions.
    public func resolving(_ resolver: @escaping FieldResolver, events: EventResolver? = nil) -> Schema {
        var roots = roots
        roots.context = nil
        roots.query = Self.root(self[query], resolver)
        roots.mutation = mutation.map { Self.root(self[$0], resolver) }
        roots.subscription = events.flatMap { events in subscription.map { Self.root(self[$0], resolver, events) } }
        return Schema(
            description: description,
            types: types,
            directives: directives,
            query: query,
            mutation: mutation,
            subscription: subscription,
            roots: roots
        )
    }

    private static func root(
        _ type: NamedType,
        _ resolver: @escaping FieldResolver,
        _ events: EventResolver? = nil
    ) -> Roots.PlanRoot {
        { set, planner in RootPlan(.null, planner.plan(resolvedBy: resolver, events: events, type, [set])) }
    }
}

extension Planner {
    /// The steps that write the selected fields of an object whose values come from a resolver.
    mutating func plan(
        resolvedBy resolver: @escaping FieldResolver,
        events: EventResolver? = nil,
        _ type: NamedType,
        _ selectionSets: [AST.SelectionSet]
    ) -> ObjectPlan<JSONValue> {
        plan(type, selectionSets) { name in
            guard type.fields[name] != nil else { return nil }
            return { selection, planner in
                guard let events else { return planner.step(resolvedBy: resolver, type, selection) }
                return planner.step(resolvedBy: resolver, events: events, type, selection)
            }
        }
    }

    private mutating func step(
        resolvedBy resolver: @escaping FieldResolver,
        _ type: NamedType,
        _ selection: FieldSelection
    ) -> Step<JSONValue> {
        let definition = FieldCall.Definition(of: selection.definition, on: type.name)
        let completion = completion(of: selection.definition.type, selection, resolver)
        let source = rawArguments(of: selection)
        let number = selection.number
        return Step { parent, response, run in
            try completion.write(asField: number, to: &response, &run) { run in
                let arguments = try source.values(run.operation).get()
                return try resolver(FieldCall(definition, of: parent, arguments, run.operation, at: run.path))
            }
        }
    }

    /// How values of a type are written, with the selection planned for each object type that they may have.
    mutating func completion(
        of type: TypeReference,
        _ selection: FieldSelection,
        _ resolver: @escaping FieldResolver
    ) -> Completion {
        switch type {
        case .nonNull(let type): return .nonNull(completion(of: type, selection, resolver))
        case .list(let type): return .list(completion(of: type, selection, resolver))
        case .named(let id):
            let type = schema[id]
            guard type.isComposite else { return .leaf(type, BuiltInScalar(rawValue: type.name)) }
            var plans: [String: ObjectPlan<JSONValue>] = [:]
            for possible in schema.possibleTypes(of: id) {
                let object = schema[possible]
                plans[object.name] = plan(resolvedBy: resolver, object, selection.selectionSets)
            }
            return .composite(type, plans)
        }
    }
}
