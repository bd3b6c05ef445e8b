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
        var isStale = false
        var listeners = Listeners()

        mutating func publish(_ snapshot: Snapshot) {
            self.snapshot = snapshot
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
        let (head, snapshot) = try await Snapshot.load(from: pool)
        _ = try await pool.withConnection { connection in
            try await connection.execute(MasterKeyCheck.record(keyring.current.id, at: head.now))
        }
        let keys = ProviderKeys(keyring: keyring, installation: head.installation)
        return Registry(pool: pool, keys: keys, snapshot: snapshot, logger: logger)
    }

    /// The last known state of the configuration.
    package var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// Whether the database could not be reached when it was last wanted, so that the snapshot may be of old.
    package var isStale: Bool { state.withLock { $0.isStale } }

    /// Looks whether the database is there, and reads it again if others have changed it.
    package func catchUp() async throws {
        let version = try await read { connection in try await Head.read(on: connection, locking: false).version }
        if version > snapshot.version { publish(try await Snapshot.load(from: pool).snapshot) }
        state.withLock { $0.isStale = false }
    }

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
            state.isStale = false
        }
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
        if let error = error as? RegistryError, error.isAway { state.withLock { $0.isStale = true } }
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
