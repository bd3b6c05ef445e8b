/// A value that an asynchronous field has still to produce.
@usableFromInline
struct PendingValue: Sendable {
    /// Where in the response its bytes go.
    let offset: Int
    let resolve: @Sendable () async -> Segment

    @usableFromInline
    init(offset: Int, resolve: @escaping @Sendable () async -> Segment) {
        self.offset = offset
        self.resolve = resolve
    }
}

/// Bytes of the response that may yet be replaced by null, and what is pending inside them.
@usableFromInline
struct NullableRegion: Sendable {
    let bytes: Range<Int>
    let pending: Range<Int>
}

/// What an asynchronous field came to.
@usableFromInline
struct Segment: Sendable {
    /// The value as JSON; nil where a non-null value failed, so that null has to go further up.
    let bytes: [UInt8]?
    let errors: [GraphQLError]
    /// Why the whole operation is given up; nil while it is not.
    let outcome: GraphQLError?
}

extension Run {
    /// Leaves a gap in the response for the value of an asynchronous field.
    ///
    /// - Parameter write: resolves the field and writes its value; runs beside its siblings in queries.
    @usableFromInline
    mutating func suspend(
        in field: Int,
        at offset: Int,
        isNullable: Bool,
        write: @escaping @Sendable (inout ResponseWriter, inout Run) async throws -> Void
    ) {
        let operation = operation
        let path = path + [~field]
        pending.append(
            PendingValue(offset: offset) {
                var run = Run(operation, at: path)
                var response = ResponseWriter()
                do {
                    try await write(&response, &run)
                    try await run.settle(&response)
                    return Segment(bytes: response.bytes(), errors: run.errors, outcome: run.outcome)
                } catch {
                    // A `FieldFailure` was recorded where it happened.
                    if !(error is FieldFailure) { _ = run.fail(error) }
                    let bytes = isNullable ? Array("null".utf8) : nil
                    return Segment(bytes: bytes, errors: run.errors, outcome: run.outcome)
                }
            }
        )
    }

    /// Waits for everything pending, all at once, and puts it in its place.
    nonisolated(nonsending) mutating func settle(_ response: inout ResponseWriter) async throws(FieldFailure) {
        guard !pending.isEmpty else { return }
        let values = pending
        let nullables = nullables
        pending = []
        self.nullables = []
        let deadline = operation.options.deadline
        let isLate = deadline.map { $0 <= .now } ?? false
        let segments = isLate ? [] : await Self.resolve(values, until: deadline)
        // Before what was cancelled says that it failed.
        if Task.isCancelled { giveUp(.cancelled) }
        for segment in segments {
            errors += segment.errors
            if let outcome = segment.outcome { giveUp(outcome) }
        }
        if segments.count < values.count { giveUp(.deadlineExceeded) }
        if outcome != nil { throw FieldFailure() }

        // What failed makes the innermost nullable value around it null; with none, the whole.
        var edits: [(range: Range<Int>, bytes: [UInt8])] = []
        for (index, segment) in segments.enumerated() {
            if let bytes = segment.bytes {
                edits.append((values[index].offset..<values[index].offset, bytes))
            } else if let region = nullables.first(where: { $0.pending.contains(index) }) {
                edits.append((region.bytes, Array("null".utf8)))
            } else {
                throw FieldFailure()
            }
        }
        // From the back, so that offsets before an edit stay true; what lies inside a nulled region goes with it.
        edits.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
        var outermost: [(range: Range<Int>, bytes: [UInt8])] = []
        for edit in edits {
            if let last = outermost.last, !last.range.isEmpty, edit.range.upperBound <= last.range.upperBound {
                continue
            }
            outermost.append(edit)
        }
        response.splice(outermost)
    }

    /// What the values came to, in their order; fewer where the deadline came first, which cancels the others.
    private static func resolve(
        _ values: [PendingValue],
        until deadline: ContinuousClock.Instant?
    ) async -> [Segment] {
        if values.count == 1, deadline == nil, let value = values.first { return [await value.resolve()] }
        return await withTaskGroup(of: (Int, Segment)?.self) { group in
            for (index, value) in values.enumerated() {
                group.addTask { (index, await value.resolve()) }
            }
            if let deadline {
                group.addTask {
                    try? await Task.sleep(until: deadline, clock: .continuous)
                    return nil
                }
            }
            var segments = [Segment?](repeating: nil, count: values.count)
            var waiting = values.count
            while waiting > 0, case .some(.some(let (index, segment))) = await group.next() {
                segments[index] = segment
                waiting -= 1
            }
            group.cancelAll()
            return segments.compactMap(\.self)
        }
    }
}

extension ResponseWriter {
    /// Replaces several ranges at once, in order and not overlapping.
    mutating func splice(_ edits: [(range: Range<Int>, bytes: [UInt8])]) {
        guard let first = edits.first else { return }
        let start = first.range.lowerBound
        let old = bytes(from: start)
        truncate(to: start)
        var position = 0
        for edit in edits {
            append(Array(old[position..<edit.range.lowerBound - start]))
            append(edit.bytes)
            position = edit.range.upperBound - start
        }
        append(Array(old[position...]))
    }
}
