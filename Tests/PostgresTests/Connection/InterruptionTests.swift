import Glibc
import Postgres
import Testing

@Suite("No wait for the server is without an end")
struct InterruptionTests {
    @Test("a statement that runs too long ends, and its connection is not used again")
    func statementTimeout() async throws {
        try await ScratchDatabase.with { database in
            var settings = database.settings
            settings.statementTimeout = .milliseconds(20)
            let connection = try await Connection.open(settings)
            await #expect(throws: PostgresError.timedOut(.statement)) {
                try await connection.execute("SELECT pg_sleep(60)")
            }
            await #expect(throws: PostgresError.closed) { try await connection.execute("SELECT 1") }
        }
    }

    @Test("waiting for a lock ends")
    func lockTimeout() async throws {
        try await ScratchDatabase.with { database in
            var settings = database.settings
            settings.lockTimeout = .milliseconds(20)
            let holder = try await Connection.open(settings)
            let waiter = try await Connection.open(settings)
            try await holder.script("CREATE TABLE t ()")
            try await holder.script("BEGIN; LOCK TABLE t")
            await #expect(throws: PostgresError.timedOut(.lock)) { try await waiter.script("BEGIN; LOCK TABLE t") }
            #expect(await !waiter.isUsable)
            await holder.close()
        }
    }

    @Test("a server that stops answering counts as gone")
    func frozen() async throws {
        try await ScratchDatabase.with { database in
            var settings = database.settings
            settings.statementTimeout = .milliseconds(20)
            settings.responseGrace = .milliseconds(20)
            settings.applicationName = "frozen"
            let connection = try await Connection.open(settings)
            let observer = try await Connection.open(database.settings)
            let backend = try await observer.query(
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'frozen'", as: Int.self)[0]
            await observer.close()
            kill(pid_t(backend), SIGSTOP)
            await #expect(throws: PostgresError.timedOut(.response)) { try await connection.execute("SELECT 1") }
            kill(pid_t(backend), SIGCONT)
            #expect(await !connection.isUsable)
        }
    }

    @Test("a cancelled task gets its answer at once, and the server stops working for it")
    func cancellation() async throws {
        try await ScratchDatabase.with { database in
            let observer = try await Connection.open(database.settings)
            try await observer.execute("SELECT pg_advisory_lock(1)")
            var patient = database.settings
            (patient.statementTimeout, patient.lockTimeout) = (nil, nil)
            let connection = try await Connection.open(patient)
            // Without this the server would notice by itself, only later.
            try await connection.script("SET client_connection_check_interval = 0")
            let waiting = Task { try await connection.execute("SELECT pg_advisory_lock(1)") }
            try await observer.untilWaiters(are: 1)
            waiting.cancel()
            await #expect(throws: PostgresError.cancelled) { try await waiting.value }
            try await observer.untilWaiters(are: 0)
            await #expect(throws: PostgresError.closed) { try await connection.execute("SELECT 1") }
            await observer.close()
        }
    }

    @Test("a task that is cancelled before it sends leaves the connection as it is")
    func cancelledBefore() async throws {
        try await ScratchDatabase.with { database in
            let connection = try await Connection.open(database.settings)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await connection.execute("SELECT 1")
            }
            await #expect(throws: PostgresError.cancelled) { try await task.value }
            #expect(try await connection.query("SELECT 1", as: Int.self) == [1])
            await connection.close()
        }
    }

    @Test("an interrupted connection ends what it does")
    func interrupt() async throws {
        try await ScratchDatabase.with { database in
            let observer = try await Connection.open(database.settings)
            try await observer.execute("SELECT pg_advisory_lock(1)")
            var patient = database.settings
            (patient.statementTimeout, patient.lockTimeout) = (nil, nil)
            let connection = try await Connection.open(patient)
            let waiting = Task { try await connection.execute("SELECT pg_advisory_lock(1)") }
            try await observer.untilWaiters(are: 1)
            connection.interrupt()
            await #expect(throws: PostgresError.closed) { try await waiting.value }
            await observer.close()
        }
    }

    @Test("a backend that is terminated is a lost connection, at once and for good")
    func terminated() async throws {
        try await ScratchDatabase.with { database in
            let connection = try await Connection.open(database.settings)
            do throws(PostgresError) {
                try await connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                Issue.record("the backend is still there")
            } catch .unavailable(let reason, _) {
                #expect(reason == .connectionLost)
            }
            await #expect(throws: PostgresError.closed) { try await connection.execute("SELECT 1") }
        }
    }
}

extension Connection {
    /// Asks until so many sessions of this database wait for an advisory lock.
    func untilWaiters(are count: Int) async throws {
        let sql: SQL = """
            SELECT count(*)
            FROM pg_locks
            JOIN pg_database ON pg_database.oid = pg_locks.database
            WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
            """
        while try await query(sql, as: Int.self) != [count] { await Task.yield() }
    }
}
