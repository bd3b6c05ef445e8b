extension Registry {
    /// Every snapshot from now on: first the current one, then each that is published.
    ///
    /// Whoever is slow misses those in between and gets the newest. A snapshot comes again when a token has expired.
    /// The stream ends with ``endPublications()``, and when its task is cancelled.
    package func publications() -> AsyncStream<Snapshot> {
        let (stream, continuation) = AsyncStream.makeStream(of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
        guard let number = addListener(continuation) else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in self?.removeListener(number) }
        return stream
    }

    /// Waits until the snapshot has at least that version.
    ///
    /// - Returns: false where it has not within the limit, or the server stops.
    package func waitForVersion(_ version: Int, within limit: Duration) async -> Bool {
        if snapshot.version >= version { return true }
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask { await self.publications().contains { $0.version >= version } }
            group.addTask {
                try? await Task.sleep(for: limit)
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }
}

/// Whoever is told of publications.
struct Listeners: Sendable {
    private var continuations: [Int: AsyncStream<Snapshot>.Continuation] = [:]
    private var lastNumber = 0
    private var isEnded = false

    /// The number to remove it by; nil where there is nothing more to be told.
    mutating func add(_ continuation: AsyncStream<Snapshot>.Continuation) -> Int? {
        guard !isEnded else { return nil }
        lastNumber += 1
        continuations[lastNumber] = continuation
        return lastNumber
    }

    mutating func remove(_ number: Int) {
        continuations[number] = nil
    }

    func tell(_ snapshot: Snapshot) {
        for continuation in continuations.values { continuation.yield(snapshot) }
    }

    /// Those that are to be told that it is over.
    mutating func end() -> [AsyncStream<Snapshot>.Continuation] {
        isEnded = true
        defer { continuations = [:] }
        return Array(continuations.values)
    }
}
