import Logging
import Postgres
import Roster
import Vault

extension Database {
    /// Opens the registry for the length of `body`, bringing the tables up to date first.
    ///
    /// The master key is tried before that, so that a server with the wrong one leaves everything as it was.
    func withRegistry(
        of keyring: Keyring,
        home: Home,
        logger: Logger,
        _ body: (Registry) async throws -> Void
    ) async throws {
        let pool = Pool(connection, logger: logger)
        let result: Result<Void, any Error>
        do {
            try await MasterKeyCheck.run(on: pool, keyring: keyring)
            try await migrate(with: home, logger: logger)
            let registry = try await Registry.open(pool, keyring: keyring, logger: logger)
            result = .success(try await registry.following(logger: logger) { try await body(registry) })
        } catch RegistryError.wrongMasterKey(let check) {
            result = .failure(CommandFault.keyCheck(check))
        } catch RegistryError.unavailable(let error) {
            result = .failure(CommandFault.database(error))
        } catch {
            result = .failure(error)
        }
        await pool.close()
        try result.get()
    }
}

extension Registry {
    /// Looks again and again, for the length of `body`, whether the database is there and what others changed in it.
    fileprivate func following(logger: Logger, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask {
                while true {
                    try await Task.sleep(for: .seconds(2))
                    try? await self.catchUp()
                }
            }
            defer { group.cancelAll() }
            try await body()
        }
    }
}
