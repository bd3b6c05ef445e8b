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
            result = .success(try await registry.following { try await body(registry) })
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
    /// Follows the database for the length of `body`.
    fileprivate func following(_ body: () async throws -> Void) async throws {
        do {
            try await withThrowingTaskGroup { group in
                group.addTask { await self.run() }
                defer { group.cancelAll() }
                try await body()
            }
        } catch {
            await finish()
            throw error
        }
        await finish()
    }
}
