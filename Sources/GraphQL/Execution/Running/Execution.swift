public import JSON
public import OrderedCollections

/// How an operation is to be run.
public struct ExecutionOptions: Sendable {
    /// What goes into the response's `extensions`.
    public var extensions: OrderedDictionary<String, JSONValue>
    /// Says what strangers may know of an error that no resolver foresaw; gets the field's coordinate for the log.
    public var describe: @Sendable (_ error: any Error, _ coordinate: String) -> GraphQLError

    public init(
        extensions: OrderedDictionary<String, JSONValue> = [:],
        describe: @escaping @Sendable (any Error, String) -> GraphQLError = { error, _ in
            if let failure = error as? CoercionFailure {
                GraphQLError(failure.message, code: .internal)
            } else {
                GraphQLError("Internal error.", code: .internal)
            }
        }
    ) {
        self.extensions = extensions
        self.describe = describe
    }
}

extension ReadyOperation {
    /// Runs the operation: `ExecuteQuery` and `ExecuteMutation` (section 6.2).
    ///
    /// A query of synchronous fields does not suspend. The root fields of a mutation run one after the other.
    ///
    /// - Parameter context: of the very class that the schema's resolvers take, or anything where they take none.
    nonisolated(nonsending) public func run(
        in context: some AnyObject & Sendable,
        options: ExecutionOptions = ExecutionOptions()
    ) async -> Response {
        guard plan.context == nil || plan.context == ObjectIdentifier(type(of: context)) else {
            return Response(RequestErrors(GraphQLError("The context is not of the schema's class.", code: .internal)))
        }
        let running = RunningOperation(
            plan: plan,
            context: context,
            arguments: plan.slots.map { $0.make(variables) }
        ) { error, field in
            options.describe(error, field.coordinate)
        }
        var run = Run(running)
        var response = ResponseWriter()
        response.append("{\"data\":")
        do {
            for step in plan.root.steps {
                response.append(step.key)
                try step.write(&response, &run)
                if plan.operation == .mutation { try await run.settle(&response) }
            }
            response.append(plan.root.end)
            try await run.settle(&response)
        } catch {
            return Response(errors: run.errors, data: Array("null".utf8), extensions: options.extensions)
        }
        guard run.errors.isEmpty, options.extensions.isEmpty else {
            let data = response.bytes(from: 8)
            return Response(errors: run.errors, data: data, extensions: options.extensions)
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
