import Postgres

/// All that the tables say, read in one go.
struct Stored: Sendable {
    let snapshot: Snapshot
    let tokens: TokenBook

    /// Reads the tables.
    ///
    /// The caller sees to it that they do not change meanwhile: by the lock on the `registry` row, or by a
    /// transaction of its own view.
    init(on connection: isolated Connection, version: Int) async throws(PostgresError) {
        let providers = try await connection.query(Provider.all, as: Provider.row)
        let models = try await connection.query(Model.all, as: Model.row)
        snapshot = Snapshot(version: version, providers: providers, models: models)
        tokens = TokenBook(try await connection.query(Token.all, as: Token.row))
    }

    /// Reads the tables as they were at one moment, without keeping anyone from changing them.
    static func load(from pool: Pool) async throws -> (head: Head, stored: Stored) {
        try await pool.transaction { connection in
            try await connection.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            let head = try await Head.read(on: connection, locking: false)
            return (head, try await Stored(on: connection, version: head.version))
        }
    }
}

/// The one row of `registry`, and what time it is in the database.
struct Head: Sendable {
    let version: Int
    let installation: String
    let now: Instant

    /// - Parameter locking: whether to hold the row until the transaction ends, as whoever changes anything must.
    static func read(on connection: isolated Connection, locking: Bool) async throws -> Head {
        let row = RowDefinition(
            "version", "installation_id::text", "floor(extract(epoch FROM clock_timestamp()))::bigint",
            make: { (version: Int, installation: String, now: Int) in
                Head(version: version, installation: installation, now: Instant(secondsSince1970: now))
            }
        )
        let sql: SQL = "SELECT \(row) FROM registry" + (locking ? " FOR UPDATE" : "")
        guard let head = try await connection.query(sql, as: row).first else { throw RegistryError.damaged }
        return head
    }
}
