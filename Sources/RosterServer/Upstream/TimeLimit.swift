/// Runs `body`, and cancels it when it takes too long.
///
/// - Throws: what `body` throws, or `fault`.
func withTimeLimit<Value: Sendable, Fault: Error>(
    _ limit: Duration,
    _ fault: Fault,
    _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: body)
        group.addTask {
            try await Task.sleep(for: limit)
            throw fault
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}

extension Duration {
    /// Whole seconds, for people.
    var roundedSeconds: Int { Int((self / .seconds(1)).rounded()) }
}
