package import Logging
package import Postgres
import Synchronization
package import Vault

/// The configuration of one database, held in memory: reads are answered from a snapshot, without waiting and without
/// SQL; changes go through the database first.
package final class Registry: Sendable {
    let pool: Pool
    package let keys: ProviderKeys
    let logger: Logger
    private let state: Mutex<State>
    let tokenUses = Mutex(TokenUses())

    private struct State {
        var snapshot: Snapshot
        var publishedAt = Instant.now
        var isStale = false
        var listeners = Listeners()

        mutating func publish(_ snapshot: Snapshot) {
            self.snapshot = snapshot
            publishedAt = .now
            listeners.tell(snapshot)
        }
    }

    private init(pool: Pool, keys: ProviderKeys, snapshot: Snapshot, logger: Logger) {
        self.pool = pool
        self.keys = keys
        self.logger = logger
        state = Mutex(State(snapshot: snapshot))
    }

    /// Opens a database whose migrations have been applied.
    ///
    /// - Throws: `RegistryError.wrongMasterKey` before anything is written, and errors of the database.
    package static func open(_ pool: Pool, keyring: Keyring, logger: Logger) async throws -> Registry {
        try await MasterKeyCheck.run(on: pool, keyring: keyring)
        let (head, snapshot) = try await pool.withConnection { connection in try await Snapshot.load(on: connection) }
        _ = try await pool.withConnection { connection in
            try await connection.execute(MasterKeyCheck.record(keyring.current.id, at: head.now))
        }
        let keys = ProviderKeys(keyring: keyring, installation: head.installation)
        return Registry(pool: pool, keys: keys, snapshot: snapshot, logger: logger)
    }

    /// The last known state of the configuration.
    package var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// Since when it has been that, by this machine's clock.
    var publishedAt: Instant { state.withLock { $0.publishedAt } }

    /// Whether the database could not be reached when it was last wanted, so that the snapshot may be of old.
    package var isStale: Bool { state.withLock { $0.isStale } }

    /// Reads from the database.
    ///
    /// - Throws: what `body` throws, and `RegistryError` where the database is away, which is noted.
    func read<Value: Sendable>(
        _ body: @Sendable (isolated Connection) async throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.withConnection(body)
        } catch {
            let error = RegistryError.translating(error)
            noteFailure(error)
            throw error
        }
    }
}

extension Registry {
    /// Makes a newer snapshot the one that is read; an older one comes too late and is dropped.
    func publish(_ snapshot: Snapshot) {
        state.withLock { state in
            if snapshot.version > state.snapshot.version { state.publish(snapshot) }
        }
        note(isStale: false)
    }

    /// Makes what the tables say the snapshot that is read, even if it is older: then the database was put back.
    ///
    /// - Parameter known: what was the snapshot before the tables were read. Another one since then is newer.
    /// - Returns: whether they said anything new.
    func adopt(_ found: Snapshot, insteadOf known: Snapshot) -> Bool {
        let isNew = found != known
        state.withLock { state in
            let current = state.snapshot
            guard found.version > current.version || (isNew && current.version == known.version) else { return }
            var found = found
            found.timeline = current.timeline + (found.version > current.version ? 0 : 1)
            state.publish(found)
        }
        note(isStale: false)
        return isNew
    }

    /// Tells all listeners the snapshot once more.
    func republish() {
        state.withLock { $0.listeners.tell($0.snapshot) }
    }

    /// Makes these the tokens of the snapshot that is read, whatever its version.
    func publish(tokens: TokenBook) {
        state.withLock { state in
            var snapshot = state.snapshot
            snapshot.tokens = tokens
            state.publish(snapshot)
        }
    }

    func noteFailure(_ error: any Error) {
        if let error = error as? RegistryError, error.isAway { note(isStale: true) }
    }

    /// Notes whether the database was there when it was wanted; the log hears of it once.
    func note(isStale: Bool) {
        let isNews = state.withLock { state in
            defer { state.isStale = isStale }
            return state.isStale != isStale
        }
        guard isNews else { return }
        if isStale {
            logger.warning("the database is away; queries are answered from memory")
        } else {
            logger.notice("the database is back")
        }
    }
}

extension Registry {
    /// Tells a new listener the current snapshot, and all that follow; nil where none will.
    func addListener(_ continuation: AsyncStream<Snapshot>.Continuation) -> Int? {
        state.withLock { state in
            continuation.yield(state.snapshot)
            return state.listeners.add(continuation)
        }
    }

    func removeListener(_ number: Int) {
        state.withLock { $0.listeners.remove(number) }
    }

    /// Ends every stream of publications, those that are begun later too: the server is stopping.
    package func endPublications() {
        // Outside of the lock, which every stream takes once more when it ends.
        for continuation in state.withLock({ $0.listeners.end() }) { continuation.finish() }
    }
}
