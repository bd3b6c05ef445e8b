/// What one execution carries from field to field: the context, the arguments, the way down and what went wrong.
public struct Run: ~Copyable {
    /// What all runs of one operation share.
    @usableFromInline let operation: RunningOperation
    /// The way from the root to the value being written: a list's index, or the complement of a field's number.
    @usableFromInline var path: [Int]
    @usableFromInline var errors: [GraphQLError] = []
    /// Values that are still to come, in the order of their places in the response.
    @usableFromInline var pending: [PendingValue] = []
    /// Nullable values that have something pending inside, inner before outer.
    @usableFromInline var nullables: [NullableRegion] = []

    /// Why the whole operation is given up; nil while it is not.
    private(set) var outcome: GraphQLError?
    /// List items until the next look at whether to go on.
    @usableFromInline var countdown = Self.itemsBetweenLooks

    private static let itemsBetweenLooks = 256
    /// List items written by the last look.
    private var items = 0
    /// Errors kept of one run: enough to tell what is wrong.
    private static let errorsKept = 1_000

    init(_ operation: RunningOperation, at path: [Int] = []) {
        self.operation = operation
        self.path = path
        self.path.reserveCapacity(16)
    }

    /// Steps into a field, for the paths of errors.
    @inlinable
    mutating func enter(_ field: Int) {
        path.append(~field)
    }

    @inlinable
    mutating func leave() {
        path.removeLast()
    }

    /// Records why the value at `path` cannot be had, and gives what to throw so that its nearest nullable ancestor
    /// becomes null.
    @usableFromInline
    mutating func fail(_ error: any Error) -> FieldFailure {
        let plan = operation.plan
        // Every path begins with a field: nothing is written before the root's steps enter one.
        let field = plan.fields[path.last { $0 < 0 }.map(~) ?? 0]
        for var found in (error as? any FieldErrors)?.errors ?? [operation.options.describe(error, field.coordinate)] {
            found.path = plan.path(path)
            found.locations = field.locations
            if errors.count < Self.errorsKept { errors.append(found) }
        }
        return FieldFailure()
    }

    /// Counts a list item, and now and then looks whether the operation may go on.
    @inlinable
    mutating func tick(_ response: borrowing ResponseWriter) throws {
        countdown &-= 1
        if countdown <= 0 { try look(response.count) }
    }

    @usableFromInline
    mutating func look(_ bytes: Int) throws {
        items &+= Self.itemsBetweenLooks
        if Task.isCancelled {
            giveUp(.cancelled)
        } else if let deadline = operation.options.deadline, .now >= deadline {
            giveUp(.deadlineExceeded)
        } else if items > operation.options.items {
            giveUp(
                GraphQLError(
                    "The response has more than \(operation.options.items) list items: ask for less at a time.",
                    code: .limitExceeded
                )
            )
        } else if bytes > operation.options.responseBytes {
            giveUp(
                GraphQLError(
                    "The response is larger than \(operation.options.responseBytes) bytes: ask for less at a time.",
                    code: .limitExceeded
                )
            )
        }
        guard outcome == nil else { throw FieldFailure() }
        countdown = Self.itemsBetweenLooks
    }

    /// Gives the whole operation up: every item from now on fails, and the response has this error alone.
    mutating func giveUp(_ error: GraphQLError) {
        outcome = outcome ?? error
        countdown = 0
    }

    /// Where a nullable value began, so that everything since can be taken back.
    @inlinable
    func mark(at count: Int) -> Mark {
        Mark(count: count, depth: path.count, pending: pending.count, nullables: nullables.count)
    }

    /// Takes back everything since `mark` and writes null: null propagation (section 6.4.4).
    @usableFromInline
    mutating func nullify(_ mark: Mark, _ response: inout ResponseWriter) {
        response.truncate(to: mark.count)
        response.writeNull()
        path.removeLast(path.count - mark.depth)
        pending.removeLast(pending.count - mark.pending)
        nullables.removeLast(nullables.count - mark.nullables)
    }

    /// Remembers a nullable value with something pending inside, which may yet make it null.
    @usableFromInline
    mutating func keep(_ mark: Mark, until end: Int) {
        nullables.append(NullableRegion(bytes: mark.count..<end, pending: mark.pending..<pending.count))
    }

    /// A state to go back to.
    @usableFromInline
    struct Mark {
        @usableFromInline let count: Int
        @usableFromInline let depth: Int
        @usableFromInline let pending: Int
        @usableFromInline let nullables: Int

        @inlinable
        init(count: Int, depth: Int, pending: Int, nullables: Int) {
            self.count = count
            self.depth = depth
            self.pending = pending
            self.nullables = nullables
        }
    }
}

/// What all runs of one operation share.
@usableFromInline
final class RunningOperation: Sendable {
    @usableFromInline let plan: OperationPlan
    @usableFromInline let context: any AnyObject & Sendable
    /// Per argument slot: a `CoercedArguments` of the type that the slot's field expects.
    @usableFromInline let arguments: [any AnyObject & Sendable]
    let options: ExecutionOptions

    init(
        plan: OperationPlan,
        context: any AnyObject & Sendable,
        arguments: [any AnyObject & Sendable],
        options: ExecutionOptions
    ) {
        self.plan = plan
        self.context = context
        self.arguments = arguments
        self.options = options
    }

    /// The context, as the type that every resolver of the schema takes.
    ///
    /// Sound because a schema whose resolvers take different context types is refused when it is built, and an
    /// operation is only run with a context of that type.
    @inlinable
    func context<Context: AnyObject>(as type: Context.Type) -> Context {
        if ObjectIdentifier(type) == ObjectIdentifier(NoContext.self) {
            return unsafeDowncast(NoContext.shared, to: type)
        }
        return unsafeDowncast(context, to: type)
    }
}

extension GraphQLError {
    static let cancelled = GraphQLError("The operation was cancelled.", code: .cancelled)
    static let deadlineExceeded = GraphQLError("The operation took too long.", code: .deadlineExceeded)
}

/// Thrown from where a non-null field failed to its nearest nullable ancestor; the error itself is recorded already.
public struct FieldFailure: Error {
    @usableFromInline
    init() {}
}

/// An error that knows what to say in a response; a resolver may throw one to report several things at once.
public protocol FieldErrors: Error {
    /// Never empty. Path and locations are the engine's to fill in.
    var errors: [GraphQLError] { get }
}

extension GraphQLError: FieldErrors {
    public var errors: [GraphQLError] { [self] }
}
