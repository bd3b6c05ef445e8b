import Logging
import Postgres
import Vault

/// The database of a server while it is open: a cluster of our own in the data directory, or the one that was named.
struct Database: Sendable {
    let connection: ConnectionSettings

    /// Opens the database for the length of `body`. A cluster of our own is stopped after it, however it ends.
    static func withDatabase(
        _ settings: DatabaseSettings,
        logger: Logger,
        _ body: (Database) async throws -> Void
    ) async throws {
        guard let url = settings.url else {
            return try await withCluster(settings, logger: logger, body)
        }
        do {
            let lock = try DirectoryLock(settings.dataDirectory)
            try await body(Database(connection: url.withText(ConnectionSettings.init)))
            withExtendedLifetime(lock) {}
        } catch let error as PostgresError {
            throw CommandFault.database(error)
        }
    }

    private static func withCluster(
        _ settings: DatabaseSettings,
        logger: Logger,
        _ body: (Database) async throws -> Void
    ) async throws {
        let cluster = Cluster(directory: settings.dataDirectory, logger: logger)
        do {
            try await cluster.start()
            try await body(Database(connection: cluster.settings()))
        } catch {
            try? await cluster.stop()
            throw (error as? PostgresError).map(CommandFault.database) ?? error
        }
        do {
            try await cluster.stop()
        } catch {
            throw CommandFault.database(error)
        }
    }

    /// Brings the tables to what this version of the program needs; returns what was done for it.
    @discardableResult
    func migrate(with home: Home, logger: Logger) async throws(PostgresError) -> [Migration] {
        try await Migrations(directory: home.migrations).apply(to: connection, logger: logger)
    }
}
