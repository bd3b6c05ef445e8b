import Logging
import Postgres
import Testing

@Suite("A commit whose reply is lost is known to be unknown")
struct LostCommitTests {
    /// A table whose commits wait for the advisory lock 1, so that a test can be there while one is going on.
    private static let schema = """
        CREATE TABLE t (n integer);
        CREATE FUNCTION wait_for_lock() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_advisory_xact_lock(1);
            RETURN NULL;
        END
        $$;
        CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION wait_for_lock();
        """

    /// A test decides when the lock is free.
    private static func patient(_ settings: ConnectionSettings) -> ConnectionSettings {
        var settings = settings
        (settings.statementTimeout, settings.lockTimeout) = (.seconds(60), nil)
        return settings
    }

    /// Begins a commit that waits, does something to it, and returns what the committing caller and the server say.
    private func commit(
        _ settings: (ConnectionSettings) -> ConnectionSettings = { $0 },
        meanwhile: @Sendable (Connection) async throws -> Void
    ) async throws -> (Task<Void, any Error>, TransactionOutcome) {
        try await ScratchDatabase.with { database in
            let observer = try await Connection.open(database.settings)
            try await observer.script(Self.schema)
            try await observer.execute("SELECT pg_advisory_lock(1)")
            let connection = try await Connection.open(settings(Self.patient(database.settings)))
            // The server would notice a client that has gone, and give up for it.
            try await connection.script("SET client_connection_check_interval = 0")
            let committing = Task {
                try await connection.transaction(tracked: true) { connection in
                    _ = try await connection.execute("INSERT INTO t VALUES (1)")
                }
            }
            try await observer.untilWaiters(are: 1)
            try await meanwhile(observer)
            var outcome = TransactionOutcome.forgotten
            do {
                try await committing.value
            } catch PostgresError.outcomeUnknown(let id?) {
                try await observer.execute("SELECT pg_advisory_unlock_all()")
                let pool = Pool(database.settings, logger: Logger(label: "test"))
                outcome = try await pool.outcome(of: id, within: .seconds(60))
                await pool.close()
                let count = try await observer.query("SELECT count(*) FROM t", as: Int.self)
                #expect(count == [outcome == .committed ? 1 : 0])
            }
            await observer.close()
            return (committing, outcome)
        }
    }

    @Test("the server is killed while it commits: nothing happened, and that can be learnt")
    func terminated() async throws {
        let (_, outcome) = try await commit { observer in
            try await observer.execute(
                """
                SELECT pg_terminate_backend(pid)
                FROM pg_locks
                JOIN pg_database ON pg_database.oid = pg_locks.database
                WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
                """)
        }
        #expect(outcome == .aborted)
    }

    @Test("the client hears nothing while the server commits: it happened, and that can be learnt")
    func unheard() async throws {
        let (_, outcome) = try await commit { patient in
            var settings = patient
            settings.responseGrace = .seconds(-57)
            return settings
        } meanwhile: { _ in
        }
        #expect(outcome == .committed)
    }

    @Test("a commit that the server gives up is rolled back, and no doubt about it")
    func lockTimeout() async throws {
        try await ScratchDatabase.with { database in
            let observer = try await Connection.open(database.settings)
            try await observer.script(Self.schema)
            try await observer.execute("SELECT pg_advisory_lock(1)")
            var settings = Self.patient(database.settings)
            settings.lockTimeout = .milliseconds(20)
            let connection = try await Connection.open(settings)
            await #expect(throws: PostgresError.timedOut(.lock)) {
                try await connection.transaction(tracked: true) { connection in
                    _ = try await connection.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(try await observer.query("SELECT n FROM t", as: Int.self).isEmpty)
            await observer.close()
        }
    }

    @Test("a commit that is going on is carried through", arguments: ["cancelled", "interrupted"])
    func carriedThrough(_ end: String) async throws {
        try await ScratchDatabase.with { database in
            let observer = try await Connection.open(database.settings)
            try await observer.script(Self.schema)
            try await observer.execute("SELECT pg_advisory_lock(1)")
            let connection = try await Connection.open(Self.patient(database.settings))
            let committing = Task {
                try await connection.transaction { connection in
                    _ = try await connection.execute("INSERT INTO t VALUES (1)")
                }
            }
            try await observer.untilWaiters(are: 1)
            if end == "cancelled" { committing.cancel() } else { connection.interrupt() }
            try await observer.execute("SELECT pg_advisory_unlock_all()")
            try await committing.value
            #expect(try await observer.query("SELECT n FROM t", as: Int.self) == [1])
            await connection.close()
            await observer.close()
        }
    }
}
