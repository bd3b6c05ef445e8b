import Postgres

extension Snapshot {
    /// Reads all that the tables say.
    ///
    /// The caller sees to it that they do not change meanwhile: by the lock on the `registry` row, or by a
    /// transaction of its own view.
    static func stored(on connection: isolated Connection, at head: Head) async throws(PostgresError) -> Snapshot {
        let providers = try await connection.query(Provider.all, as: Provider.row)
        let models = try await connection.query(Model.all, as: Model.row)
        var snapshot = Snapshot(version: head.version, providers: providers, models: models)
        snapshot.tokens = TokenBook(sorted: try await connection.query(Token.all, as: Token.row))
        snapshot.changedAt = head.changedAt
        return snapshot
    }

    /// Reads the tables as they were at one moment, without keeping anyone from changing them.
    ///
    /// - Parameter known: a state of the same database, of which only what is newer is read.
    static func load(
        on connection: isolated Connection, knowing known: Snapshot? = nil
    ) async throws -> (head: Head, snapshot: Snapshot) {
        try await connection.transaction { connection in
            try await connection.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            let head = try await Head.read(on: connection, locking: false)
            if let newer = try await known?.caughtUp(to: head, on: connection) { return (head, newer) }
            return (head, try await Snapshot.stored(on: connection, at: head))
        }
    }
}

/// The one row of `registry`, and what time it is in the database.
struct Head: Sendable {
    let version: Int
    let installation: String
    let now: Instant
    /// When the version was made; now where there was no change yet.
    let changedAt: Instant

    /// - Parameter locking: whether to hold the row until the transaction ends, as whoever changes anything must.
    static func read(on connection: isolated Connection, locking: Bool) async throws -> Head {
        let row = RowDefinition(
            "version",
            "installation_id::text",
            "floor(extract(epoch FROM clock_timestamp()))::bigint",
            "(SELECT max(at) FROM changes WHERE changes.version = registry.version)",
            make: { (version: Int, installation: String, now: Int, changedAt: Int?) in
                Head(
                    version: version,
                    installation: installation,
                    now: Instant(secondsSince1970: now),
                    changedAt: Instant(secondsSince1970: changedAt ?? now)
                )
            }
        )
        let sql: SQL = "SELECT \(row) FROM registry" + (locking ? " FOR UPDATE" : "")
        guard let head = try await connection.query(sql, as: row).first else { throw RegistryError.damaged }
        return head
    }
}
