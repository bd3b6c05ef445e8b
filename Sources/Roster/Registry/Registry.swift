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

    private struct State {
        var snapshot: Snapshot
        var tokens: TokenBook
        var isStale = false
    }

    private init(pool: Pool, keys: ProviderKeys, stored: Stored, logger: Logger) {
        self.pool = pool
        self.keys = keys
        self.logger = logger
        state = Mutex(State(snapshot: stored.snapshot, tokens: stored.tokens))
    }

    /// Opens a database whose migrations have been applied.
    ///
    /// - Throws: `RegistryError.wrongMasterKey` before anything is written, and errors of the database.
    package static func open(_ pool: Pool, keyring: Keyring, logger: Logger) async throws -> Registry {
        try await MasterKeyCheck.run(on: pool, keyring: keyring)
        let (head, stored) = try await Stored.load(from: pool)
        _ = try await pool.withConnection { connection in
            try await connection.execute(MasterKeyCheck.record(keyring.current.id, at: head.now))
        }
        let keys = ProviderKeys(keyring: keyring, installation: head.installation)
        return Registry(pool: pool, keys: keys, stored: stored, logger: logger)
    }

    /// The last known state of the configuration.
    package var snapshot: Snapshot { state.withLock { $0.snapshot } }

    /// Whether the database could not be reached when it was last wanted, so that the snapshot may be of old.
    package var isStale: Bool { state.withLock { $0.isStale } }

    /// Whoever holds a token; nil where it is unknown, expired or revoked.
    package func viewer(presenting token: AccessToken) throws(VaultError) -> Viewer? {
        let tokens = state.withLock { $0.tokens }
        return try tokens.viewer(presenting: token, at: .now)
    }

    /// Whoever holds the token with that digest; nil as above.
    package func viewer(holding hash: TokenHash) -> Viewer? {
        let tokens = state.withLock { $0.tokens }
        return tokens.viewer(holding: hash, at: .now)
    }

    /// Looks whether the database is there, and reads it again if others have changed it.
    package func catchUp() async throws {
        do {
            let version = try await pool.withConnection { connection in
                try await Head.read(on: connection, locking: false).version
            }
            if version > snapshot.version { publish(try await Stored.load(from: pool).stored) }
            state.withLock { $0.isStale = false }
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
            if snapshot.version > state.snapshot.version { state.snapshot = snapshot }
            state.isStale = false
        }
    }

    func publish(_ stored: Stored) {
        publish(stored.snapshot)
        state.withLock { $0.tokens = stored.tokens }
    }

    func noteFailure(_ error: any Error) {
        if let error = error as? RegistryError, error.isAway { state.withLock { $0.isStale = true } }
    }
}
