/// The source stream of a subscription, its events ready to be written (section 6.2.3.1).
@usableFromInline
typealias EventSource = AsyncSequence<EventWriter, any Error> & Sendable

/// Writes one event's value as the value of the subscription's root field.
@usableFromInline
typealias EventWriter = @Sendable (inout ResponseWriter, inout Run) throws -> Void

extension Field {
    /// A field of a subscription's root: each event of its stream becomes a response (section 6.2.3).
    ///
    /// - Parameter subscribe: makes the source stream; what it throws refuses the subscription. The stream ends the
    ///   subscription when it ends, and fails it when it throws.
    @inlinable
    public static func events<Value: OutputType, Events: AsyncSequence & Sendable, each Input: InputType>(
        _ name: String,
        _ description: String? = nil,
        _ arguments: repeat Argument<each Input>,
        subscribe: @escaping @Sendable (Parent, Parent.Context, repeat each Input) async throws -> Events
    ) -> Field where Events.Element == Value {
        let arguments = Arguments(repeat each arguments)
        return Field(name, description, Value.self, arguments: arguments.erased, usesContext: true) {
            selection, planner in
            let plan = Value.plan(selection, &planner)
            let number = selection.number
            let source = planner.arguments(arguments, of: selection)
            // Never called: `run` refuses subscriptions, and `subscribe` asks for the events.
            var step = Step<Parent> { _, _, _ in throw FieldFailure() }
            step.events = { parent, operation in
                let context = operation.context(as: Parent.Context.self)
                let inputs = try source.values(operation).get()
                return EventWriters(base: try await subscribe(parent, context, repeat each inputs)) { value in
                    { response, run in
                        try value.write(plan, asField: number, isNullable: false, to: &response, &run)
                    }
                }
            }
            return step
        }
    }
}

/// A stream of values as a stream of what writes them.
@usableFromInline
struct EventWriters<Base: AsyncSequence & Sendable>: AsyncSequence, Sendable {
    let base: Base
    let writer: @Sendable (Base.Element) -> EventWriter

    @usableFromInline
    init(base: Base, writer: @escaping @Sendable (Base.Element) -> EventWriter) {
        self.base = base
        self.writer = writer
    }

    @usableFromInline
    struct AsyncIterator: AsyncIteratorProtocol {
        var base: Base.AsyncIterator
        let writer: @Sendable (Base.Element) -> EventWriter

        @usableFromInline
        mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> EventWriter? {
            do { return try await base.next(isolation: actor).map(writer) } catch { throw error }
        }
    }

    @usableFromInline
    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: base.makeAsyncIterator(), writer: writer)
    }
}

extension ReadyOperation {
    /// Begins a subscription: `Subscribe` (section 6.2.3).
    ///
    /// - Returns: its responses, one for each event, until the source ends, throws, or the task is cancelled.
    /// - Throws: why there is no stream, as request errors.
    public func subscribe(
        in context: some AnyObject & Sendable,
        options: ExecutionOptions = ExecutionOptions()
    ) async throws(RequestErrors) -> ResponseStream {
        let running = try begin(in: context, options)
        guard plan.operation == .subscription, let step = plan.root.steps.first, let events = step.events else {
            throw RequestErrors(GraphQLError("The operation is not a subscription.", code: .badUserInput))
        }
        do {
            let source = try await events(running)
            return ResponseStream(running: running, step: step, end: plan.root.end, source: source)
        } catch {
            var run = Run(running)
            run.enter(0)
            _ = run.fail(error)
            throw RequestErrors(run.errors)
        }
    }
}

/// The responses of a subscription: `MapSourceToResponseEvent` (section 6.2.3.2).
public struct ResponseStream: AsyncSequence, Sendable {
    let running: RunningOperation
    let step: RootStep
    let end: [UInt8]
    let source: any EventSource

    public struct AsyncIterator: AsyncIteratorProtocol {
        let stream: ResponseStream
        var source: any AsyncIteratorProtocol<EventWriter, any Error>

        /// - Throws: what the source stream throws.
        public mutating func next() async throws -> Response? {
            guard let write = try await source.next(isolation: #isolation) else { return nil }
            let stream = stream
            return await stream.running.response { response, run throws in
                response.append(stream.step.key)
                try write(&response, &run)
                response.append(stream.end)
            }
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(stream: self, source: source.makeAsyncIterator())
    }
}
