/// A Swift type that is a GraphQL output type: it knows its place in the schema and how to write itself as JSON.
///
/// Optionals are nullable types, arrays are lists, and everything else is non-null, so the Swift signature of a field
/// is its GraphQL type (section 3.12). Planning and writing are generic over the Swift type: while an operation runs
/// no value is boxed and nothing is cast.
public protocol OutputType: Sendable {
    /// What is settled once per document: nothing for leaves, the steps of the selection for objects.
    associatedtype Plan: Sendable

    /// Whether null may stand in its place.
    static var isNullable: Bool { get }

    /// The type in the schema's table, defined there if this is the first mention.
    static func reference(in builder: inout SchemaBuilder) -> TypeReference

    static func plan(_ selection: FieldSelection, _ planner: inout Planner) -> Plan

    /// Writes the value: `CompleteValue` of section 6.4.3, with result coercion.
    ///
    /// - Throws: `FieldFailure` where null has to be propagated, after the error was recorded; a `CoercionFailure`
    ///   from a leaf that has no such value, for the field to record.
    func write(_ plan: Plan, to response: inout ResponseWriter, _ run: inout Run) throws

    /// Writes the value as the field with that number in the plan, so that whatever fails inside knows its path.
    ///
    /// - Parameter isNullable: whether a failure stops here, with null in the value's place.
    /// - Throws: `FieldFailure` where null has to go further up.
    func write(
        _ plan: Plan,
        asField number: Int,
        isNullable: Bool,
        to response: inout ResponseWriter,
        _ run: inout Run
    ) throws
}

extension OutputType {
    @inlinable
    public static var isNullable: Bool { false }

    @inlinable
    public func write(
        _ plan: Plan,
        asField number: Int,
        isNullable: Bool,
        to response: inout ResponseWriter,
        _ run: inout Run
    ) throws {
        run.enter(number)
        if isNullable {
            try writeNullable(plan, to: &response, &run)
        } else {
            do { try write(plan, to: &response, &run) } catch let failure as CoercionFailure {
                throw run.fail(failure)
            }
        }
        run.leave()
    }

    /// A nullable position: where a failure inside stops, and everything written since is taken back.
    @inlinable
    func writeNullable(_ plan: Plan, to response: inout ResponseWriter, _ run: inout Run) throws {
        let mark = run.mark(at: response.count)
        do {
            try write(plan, to: &response, &run)
            if run.pending.count > mark.pending { run.keep(mark, until: response.count) }
        } catch {
            if !(error is FieldFailure) { _ = run.fail(error) }
            run.nullify(mark, &response)
        }
    }
}

/// A leaf: it has no selection, so there is nothing to plan.
public protocol LeafType: OutputType where Plan == Void {
    func write(to response: inout ResponseWriter) throws(CoercionFailure)
}

extension LeafType {
    @inlinable
    public static func plan(_ selection: FieldSelection, _ planner: inout Planner) {}

    @inlinable
    public func write(_ plan: Void, to response: inout ResponseWriter, _ run: inout Run) throws {
        try write(to: &response)
    }

    /// Nothing is below a leaf, so its path is of use only where it fails.
    @inlinable
    public func write(
        _ plan: Void,
        asField number: Int,
        isNullable: Bool,
        to response: inout ResponseWriter,
        _ run: inout Run
    ) throws {
        let start = response.count
        do { try write(to: &response) } catch {
            run.enter(number)
            let failure = run.fail(error)
            guard isNullable else { throw failure }
            run.leave()
            response.truncate(to: start)
            response.writeNull()
        }
    }
}

extension Optional: OutputType where Wrapped: OutputType {
    @inlinable
    public static var isNullable: Bool { true }

    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        Wrapped.reference(in: &builder).nullable
    }

    @inlinable
    public static func plan(_ selection: FieldSelection, _ planner: inout Planner) -> Wrapped.Plan {
        Wrapped.plan(selection, &planner)
    }

    @inlinable
    public func write(_ plan: Wrapped.Plan, to response: inout ResponseWriter, _ run: inout Run) throws {
        guard let value = self else { return response.writeNull() }
        try value.writeNullable(plan, to: &response, &run)
    }

    @inlinable
    public func write(
        _ plan: Wrapped.Plan,
        asField number: Int,
        isNullable: Bool,
        to response: inout ResponseWriter,
        _ run: inout Run
    ) throws {
        guard let value = self else { return response.writeNull() }
        try value.write(plan, asField: number, isNullable: true, to: &response, &run)
    }
}

extension Array: OutputType where Element: OutputType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(.list(Element.reference(in: &builder)))
    }

    @inlinable
    public static func plan(_ selection: FieldSelection, _ planner: inout Planner) -> Element.Plan {
        Element.plan(selection, &planner)
    }

    @inlinable
    public func write(_ plan: Element.Plan, to response: inout ResponseWriter, _ run: inout Run) throws {
        guard !isEmpty else { return response.append("[]") }
        let depth = run.path.count
        run.path.append(0)
        var separator = UInt8(ascii: "[")
        for index in indices {
            response.append(separator)
            separator = UInt8(ascii: ",")
            run.path[depth] = index
            try run.tick(response)
            try self[index].write(plan, to: &response, &run)
        }
        run.path.removeLast()
        response.append(UInt8(ascii: "]"))
    }
}
