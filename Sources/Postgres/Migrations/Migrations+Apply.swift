package import Logging

extension Migrations {
    /// The advisory lock that whoever migrates holds; any constant does, as long as nobody else uses it.
    private static let lock: Int64 = 0x526F_7374_6572

    /// Brings the database to the last migration and returns what was applied, in order.
    ///
    /// One process migrates at a time; the others ask again until `limit` and then find nothing left to do. Each
    /// migration is one transaction. When anything does not fit, nothing is written.
    @discardableResult
    package func apply(
        to settings: ConnectionSettings,
        waitingForLock limit: Duration = .seconds(60),
        logger: Logger
    ) async throws(PostgresError) -> [Migration] {
        let connection = try await Connection.open(settings.withoutStatementTimeout)
        let result: Result<[Migration], PostgresError>
        do {
            try await lock(connection, within: limit)
            result = .success(try await apply(on: connection, logger: logger))
        } catch {
            result = .failure(error as? PostgresError ?? .cancelled)
        }
        // Ends the session, and with it the lock.
        await connection.close()
        return try result.get()
    }

    private func lock(_ connection: Connection, within limit: Duration) async throws {
        let deadline = ContinuousClock.now + limit
        while try await connection.query("SELECT pg_try_advisory_lock(\(Self.lock))", as: Bool.self) != [true] {
            guard ContinuousClock.now < deadline else { throw PostgresError.timedOut(.migrationLock) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func apply(on connection: isolated Connection, logger: Logger) async throws -> [Migration] {
        let checksums = try await connection.query(
            """
            SELECT encode(sha256(convert_to(migration.sql, 'UTF8')), 'hex')
            FROM unnest(\(all.map(\.sql))) WITH ORDINALITY AS migration (sql, position)
            ORDER BY migration.position
            """,
            as: String.self)
        let pending = try pending(after: try await applied(on: connection), checksums: checksums)
        for migration in pending {
            try await apply(migration, checksum: checksums[migration.number - 1], on: connection)
            logger.info("migrated", metadata: ["number": "\(migration.number)", "name": "\(migration.name)"])
        }
        return Array(pending)
    }

    private func applied(on connection: isolated Connection) async throws(PostgresError) -> [Applied] {
        let exists = try await connection.query("SELECT to_regclass('schema_migrations') IS NOT NULL", as: Bool.self)
        guard exists == [true] else { return [] }
        let row = RowDefinition("number", "name", "checksum", make: Applied.init)
        return try await connection.query("SELECT \(row) FROM schema_migrations ORDER BY number", as: row)
    }

    private func apply(
        _ migration: Migration,
        checksum: String,
        on connection: isolated Connection
    ) async throws {
        let isFirst = migration.number == 1
        do {
            try await connection.transaction { connection in
                if isFirst { try await connection.script(Self.table) }
                try await connection.script(migration.sql)
                guard connection.isInTransaction else { throw PostgresError.misuse(.transactionEndedInside) }
                try await connection.execute(
                    """
                    INSERT INTO schema_migrations (number, name, checksum)
                    VALUES (\(migration.number), \(migration.name), \(checksum))
                    """)
            }
        } catch PostgresError.server(let error) {
            throw PostgresError.migration(.failed(number: migration.number, name: migration.name, error))
        } catch PostgresError.misuse(.transactionEndedInside) {
            throw PostgresError.migration(.endsTransaction(number: migration.number, name: migration.name))
        }
    }

    private static let table = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number integer PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        )
        """
}
