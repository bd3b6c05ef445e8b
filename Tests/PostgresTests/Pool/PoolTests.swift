import Glibc
import Logging
import Postgres
import Testing

@Suite("A pool lends connections")
struct PoolTests {
    private func withPool(
        connections: Int = 2,
        waiters: Int = 100,
        wait: Duration = .seconds(60),
        _ body: (Pool) async throws -> Void
    ) async throws {
        try await ScratchDatabase.with { database in
            let limits = Pool.Limits(connections: connections, waiters: waiters, wait: wait)
            let pool = Pool(database.settings, limits: limits, logger: Logger(label: "test"))
            try await body(pool)
            await pool.close()
        }
    }

    private static let backend: SQL = "SELECT pg_backend_pid()"

    @Test("callers one after the other use one connection")
    func reuse() async throws {
        try await withPool { pool in
            var backends: Set<Int> = []
            for _ in 0..<10 {
                backends.insert(try await pool.withConnection { try await $0.query(Self.backend, as: Int.self)[0] })
            }
            #expect(backends.count == 1)
            #expect(await pool.connectionCount == 1)
        }
    }

    @Test("all that a caller does with its connection happens on one thread")
    func oneThread() async throws {
        try await withPool { pool in
            try await pool.withConnection { connection in
                let thread = pthread_self()
                for _ in 0..<10 {
                    try await connection.script("SELECT 1")
                    #expect(pthread_self() == thread)
                }
                try await connection.transaction { _ in #expect(pthread_self() == thread) }
            }
        }
    }

    @Test("a hundred callers at once are all served by the few connections there may be")
    func crowd() async throws {
        try await withPool(connections: 3) { pool in
            let backends = try await withThrowingTaskGroup { group in
                for number in 0..<100 {
                    group.addTask {
                        try await pool.withConnection { connection in
                            #expect(try await connection.query("SELECT \(number)", as: Int.self) == [number])
                            return try await connection.query(Self.backend, as: Int.self)[0]
                        }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(backends.count <= 3)
            #expect(await pool.connectionCount <= 3)
        }
    }

    @Test("waiting for a connection ends in time")
    func waitLimit() async throws {
        try await withPool(connections: 1, wait: .milliseconds(20)) { pool in
            try await pool.withConnection { _ in
                await #expect(throws: PostgresError.timedOut(.pool)) { try await pool.withConnection { _ in } }
            }
            #expect(await pool.waiterCount == 0)
        }
    }

    @Test("waiting for a connection ends with the task, and does not begin when too many wait")
    func waiters() async throws {
        try await withPool(connections: 1, waiters: 1) { pool in
            try await pool.withConnection { _ in
                let waiting = Task { try await pool.withConnection { _ in } }
                while await pool.waiterCount != 1 { await Task.yield() }
                await #expect(throws: PostgresError.unavailable(.poolQueueFull, message: nil)) {
                    try await pool.withConnection { _ in }
                }
                waiting.cancel()
                await #expect(throws: PostgresError.cancelled) { try await waiting.value }
            }
            try await pool.withConnection { _ in }
        }
    }

    @Test("a connection that the server ended while it lay idle is replaced unnoticed")
    func staleConnections() async throws {
        try await withPool(connections: 3) { pool in
            try await withThrowingTaskGroup { group in
                for _ in 0..<3 { group.addTask { try await pool.withConnection { try await $0.script("SELECT 1") } } }
                try await group.waitForAll()
            }
            let other = try await Connection.open(pool.settings)
            let ended = try await other.query(
                """
                SELECT pg_terminate_backend(pid, 60000)
                FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
                """, as: Bool.self)
            #expect(!ended.isEmpty && ended.allSatisfy(\.self))
            await other.close()
            #expect(try await pool.withConnection { try await $0.query("SELECT 1", as: Int.self) } == [1])
        }
    }

    @Test("a connection that breaks in use fails its caller only")
    func broken() async throws {
        try await withPool(connections: 1) { pool in
            await #expect(throws: PostgresError.self) {
                try await pool.withConnection { try await $0.script("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            let answer = try await pool.withConnection { try await $0.query("SELECT 1", as: Int.self) }
            #expect(answer == [1])
        }
    }

    @Test("a transaction that its caller left open does not reach the next caller")
    func leftOpen() async throws {
        try await withPool(connections: 1) { pool in
            try await pool.withConnection { try await $0.script("CREATE TABLE t (n integer)") }
            try await pool.withConnection { try await $0.script("BEGIN; INSERT INTO t VALUES (1)") }
            #expect(await pool.connectionCount == 0)
            let count = try await pool.withConnection { try await $0.query("SELECT count(*) FROM t", as: Int.self) }
            #expect(count == [0])
        }
    }

    @Test("a transaction of the pool commits, and its caller's error rolls it back")
    func transactions() async throws {
        struct Refusal: Error {}
        try await withPool { pool in
            try await pool.withConnection { try await $0.script("CREATE TABLE t (n integer)") }
            try await pool.transaction { try await $0.execute("INSERT INTO t VALUES (1)") }
            await #expect(throws: Refusal.self) {
                try await pool.transaction(tracked: true) { connection in
                    try await connection.execute("INSERT INTO t VALUES (2)")
                    throw Refusal()
                }
            }
            #expect(try await pool.withConnection { try await $0.query("SELECT n FROM t", as: Int.self) } == [1])
        }
    }

    @Test("without a server callers fail with the reason")
    func unreachable() async throws {
        let settings = try ConnectionSettings("postgres://127.0.0.1:1/d")
        let pool = Pool(settings, logger: silence)
        for _ in 0..<3 {
            do {
                try await pool.withConnection { _ in }
                Issue.record("something answers on port 1")
            } catch PostgresError.unavailable(let reason, _) {
                #expect(reason == .unreachable)
            }
        }
        await pool.close()
    }

    @Test("closing waits for what is lent, and interrupts it after the grace")
    func closing() async throws {
        try await withPool(connections: 2) { pool in
            let observer = try await Connection.open(pool.settings)
            try await observer.execute("SELECT pg_advisory_lock(1)")
            let waiting = Task {
                try await pool.withConnection { _ = try await $0.execute("SELECT pg_advisory_lock(1)") }
            }
            try await observer.untilWaiters(are: 1)
            await pool.close(grace: .zero)
            await #expect(throws: PostgresError.closed) { try await waiting.value }
            await #expect(throws: PostgresError.closed) { try await pool.withConnection { _ in } }
            #expect(await pool.connectionCount == 0)
            await observer.close()
        }
    }
}
