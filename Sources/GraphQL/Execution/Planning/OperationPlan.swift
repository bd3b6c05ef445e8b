public import OrderedCollections

/// An operation, settled: run it as often as you like, with any variables that have the same conditions.
public final class OperationPlan: Sendable {
    public let operation: AST.OperationType
    /// The directives that stand on the definitions of all selected fields, each once: roles, for example.
    public let directives: OrderedSet<Schema.AppliedDirective>
    @usableFromInline let fields: [PlannedField]
    /// The class of context that the schema's resolvers take; nil where none takes any.
    let context: ObjectIdentifier?
    let root: RootPlan
    let slots: [ArgumentSlot]

    /// - Throws: a limit.
    init(
        _ operation: AST.OperationDefinition,
        of document: AST.Document,
        schema: Schema,
        conditions: [String: Bool],
        limits: Limits
    ) throws(RequestErrors) {
        guard let plan = schema.roots.plan(operation.operation) else {
            throw RequestErrors(
                GraphQLError(
                    "Schema is not configured to execute \(operation.operation.rawValue) operation.",
                    code: .validationFailed,
                    at: [operation.location]
                )
            )
        }
        var planner = Planner(schema: schema, document: document, conditions: conditions, limits: limits)
        root = plan(operation.selectionSet, &planner)
        if let refusal = planner.refusal { throw RequestErrors(refusal) }
        self.operation = operation.operation
        context = schema.roots.context
        directives = planner.directives
        fields = planner.fields
        slots = planner.slots
    }

    /// The coordinates (`Type.field`, section 2.14) of all selected fields, of some more than once.
    public var coordinates: [String] { fields.map(\.coordinate) }

    /// A run's way through the plan as the path of an error.
    func path(_ path: [Int]) -> [PathSegment] {
        path.map { $0 < 0 ? .name(fields[~$0].responseName) : .index($0) }
    }
}

/// The steps of an operation's root, with the root value inside.
struct RootPlan: Sendable {
    let steps: [RootStep]
    let end: [UInt8]

    init<Root: Sendable>(_ value: Root, _ plan: ObjectPlan<Root>) {
        var position = 0
        steps = plan.steps.map { step in
            let key = Array(plan.keys[position..<step.keyEnd])
            position = step.keyEnd
            var root = RootStep(key: key) { response, run in try step.write(value, &response, &run) }
            if let events = step.events { root.events = { operation in try await events(value, operation) } }
            return root
        }
        end = Array(plan.keys[position...])
    }
}

struct RootStep: Sendable {
    /// Everything before the value.
    let key: [UInt8]
    let write: @Sendable (inout ResponseWriter, inout Run) throws -> Void
    /// For fields of a subscription's root: their events.
    var events: (@Sendable (RunningOperation) async throws -> any EventSource)?
}

extension Schema {
    /// What a schema knows for execution beyond its table: its meta-fields and its root values.
    struct Roots: Sendable {
        let typename: Field
        /// `__schema` and `__type`, which the query's root has besides its own.
        let introspection: [String: Field]
        /// The one class of context that resolvers take; nil where none takes any.
        var context: ObjectIdentifier?
        var query: PlanRoot?
        var mutation: PlanRoot?
        var subscription: PlanRoot?

        typealias PlanRoot = @Sendable (AST.SelectionSet, inout Planner) -> RootPlan

        func plan(_ operation: AST.OperationType) -> PlanRoot? {
            switch operation {
            case .query: query
            case .mutation: mutation
            case .subscription: subscription
            }
        }
    }
}
