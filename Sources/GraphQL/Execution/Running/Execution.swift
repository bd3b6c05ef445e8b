public import JSON
public import OrderedCollections

/// How an operation is to be run.
public struct ExecutionOptions: Sendable {
    /// What goes into the response's `extensions`.
    public var extensions: OrderedDictionary<String, JSONValue>
    /// The most that `data` may hold, in bytes; past it the operation is given up as `LIMIT_EXCEEDED`.
    public var responseBytes: Int
    /// The most list items that may be written before the operation is given up as `LIMIT_EXCEEDED`, give or take a few
    /// hundred: a short document that goes to and fro between lists could ask for any number of them.
    public var items: Int
    /// When the operation is given up, as `DEADLINE_EXCEEDED`; nil where it may take as long as it likes.
    public var deadline: ContinuousClock.Instant?
    /// Says what strangers may know of an error that no resolver foresaw; gets the field's coordinate for the log.
    public var describe: @Sendable (_ error: any Error, _ coordinate: String) -> GraphQLError

    public init(
        extensions: OrderedDictionary<String, JSONValue> = [:],
        responseBytes: Int = 64 << 20,
        items: Int = 10_000_000,
        deadline: ContinuousClock.Instant? = nil,
        describe: @escaping @Sendable (any Error, String) -> GraphQLError = { error, _ in
            if let failure = error as? CoercionFailure {
                GraphQLError(failure.message, code: .internal)
            } else {
                GraphQLError("Internal error.", code: .internal)
            }
        }
    ) {
        self.extensions = extensions
        self.responseBytes = responseBytes
        self.items = items
        self.deadline = deadline
        self.describe = describe
    }
}

extension ReadyOperation {
    /// Runs the operation: `ExecuteQuery` and `ExecuteMutation` (section 6.2).
    ///
    /// A query of synchronous fields does not suspend. The root fields of a mutation run one after the other. Where the
    /// task is cancelled, or the deadline is over, the operation is given up, resolvers that are waited for are
    /// cancelled, and the response says so.
    ///
    /// - Parameter context: of the very class that the schema's resolvers take, or anything where they take none.
    nonisolated(nonsending) public func run(
        in context: some AnyObject & Sendable,
        options: ExecutionOptions = ExecutionOptions()
    ) async -> Response {
        let running: RunningOperation
        do { running = try begin(in: context, options) } catch {
            return Response(error, extensions: options.extensions)
        }
        guard plan.operation != .subscription else {
            let error = GraphQLError("A subscription is subscribed to, not executed.", code: .badUserInput)
            return Response(RequestErrors(error), extensions: options.extensions)
        }
        let isMutation = plan.operation == .mutation
        return await running.response { response, run throws in
            for step in plan.root.steps {
                response.append(step.key)
                try step.write(&response, &run)
                if isMutation { try await run.settle(&response) }
            }
            response.append(plan.root.end)
        }
    }

    /// What a run needs, with the arguments coerced.
    func begin(
        in context: some AnyObject & Sendable,
        _ options: ExecutionOptions
    ) throws(RequestErrors) -> RunningOperation {
        guard plan.context == nil || plan.context == ObjectIdentifier(type(of: context)) else {
            throw RequestErrors(GraphQLError("The context is not of the schema's class.", code: .internal))
        }
        return RunningOperation(
            plan: plan,
            context: context,
            arguments: plan.slots.map { $0.make(variables) },
            options: options
        )
    }
}

extension RunningOperation {
    /// A response with the `data` that `write` writes.
    nonisolated(nonsending) func response(
        _ write: nonisolated(nonsending) (inout ResponseWriter, inout Run) async throws -> Void
    ) async -> Response {
        var run = Run(self)
        var response = ResponseWriter()
        response.append("{\"data\":")
        do {
            try await write(&response, &run)
            try await run.settle(&response)
            if run.outcome != nil { throw FieldFailure() }
        } catch {
            let errors = run.outcome.map { [$0] } ?? run.errors
            return Response(errors: errors, data: Array("null".utf8), extensions: options.extensions)
        }
        guard run.errors.isEmpty, options.extensions.isEmpty else {
            return Response(errors: run.errors, data: response.bytes(from: 8), extensions: options.extensions)
        }
        response.append("}")
        return Response(data: response.bytes())
    }
}

extension Response {
    /// A response without errors or extensions, written already.
    fileprivate init(data body: [UInt8]) {
        self.body = body
        errors = []
        hasData = true
    }
}
