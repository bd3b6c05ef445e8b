import Postgres
import Testing

@Suite("A transaction takes effect whole or not at all")
struct TransactionTests {
    private struct Refusal: Error {}

    private func withTable(_ body: (ScratchDatabase, Connection) async throws -> Void) async throws {
        try await ScratchDatabase.with { database in
            let connection = try await Connection.open(database.settings)
            try await connection.script("CREATE TABLE t (n integer UNIQUE DEFERRABLE INITIALLY DEFERRED)")
            try await body(database, connection)
            await connection.close()
        }
    }

    private func rows(_ database: ScratchDatabase) async throws -> [Int] {
        let connection = try await Connection.open(database.settings)
        let rows = try await connection.query("SELECT n FROM t ORDER BY n", as: Int.self)
        await connection.close()
        return rows
    }

    @Test("it commits when its body returns", arguments: [false, true])
    func commits(tracked: Bool) async throws {
        try await withTable { database, connection in
            let value = try await connection.transaction(tracked: tracked) { connection in
                try await connection.execute("INSERT INTO t VALUES (1), (2)")
            }
            #expect(value == 2)
            #expect(await connection.isUsable)
            #expect(try await rows(database) == [1, 2])
        }
    }

    @Test("it rolls back when its body throws, and the connection goes on")
    func rollsBack() async throws {
        try await withTable { database, connection in
            await #expect(throws: Refusal.self) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO t VALUES (1)")
                    throw Refusal()
                }
            }
            #expect(await connection.isUsable)
            let rows = try await rows(database)
            #expect(rows.isEmpty)
        }
    }

    @Test("it rolls back when its task was cancelled")
    func cancelled() async throws {
        try await withTable { database, connection in
            let task = Task {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO t VALUES (1)")
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            await #expect(throws: PostgresError.cancelled) { try await task.value }
            #expect(await connection.isUsable)
            let rows = try await rows(database)
            #expect(rows.isEmpty)
        }
    }

    @Test("a constraint that is checked at the end refuses the whole")
    func deferred() async throws {
        try await withTable { database, connection in
            do {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO t VALUES (1), (1)")
                }
                Issue.record("it was committed")
            } catch PostgresError.server(let error) {
                #expect(error.state == .uniqueViolation)
            }
            #expect(await connection.isUsable)
            let rows = try await rows(database)
            #expect(rows.isEmpty)
        }
    }

    @Test("a failed statement that the body passes over is not taken for success")
    func swallowed() async throws {
        try await withTable { database, connection in
            await #expect(throws: PostgresError.misuse(.committedAfterFailure)) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO t VALUES (1)")
                    try? await connection.script("no SQL")
                }
            }
            let rows = try await rows(database)
            #expect(rows.isEmpty)
        }
    }

    @Test("one inside another, and one that its body ends, are refused")
    func misuse() async throws {
        try await withTable { database, connection in
            await #expect(throws: PostgresError.misuse(.nestedTransaction)) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO t VALUES (1)")
                    try await connection.transaction { _ in }
                }
            }
            let rows = try await rows(database)
            #expect(rows.isEmpty)
            await #expect(throws: PostgresError.misuse(.transactionEndedInside)) {
                try await connection.transaction { connection in try await connection.script("ROLLBACK") }
            }
            #expect(await connection.isUsable)
        }
    }

    @Test("the server says what became of a transaction")
    func outcomes() async throws {
        try await withTable { database, connection in
            let observer = try await Connection.open(database.settings)
            let id: SQL = "SELECT pg_current_xact_id()::text"
            let committed = try await connection.transaction { connection in
                let id = try await connection.query(id, as: TransactionID.self)[0]
                #expect(try await observer.outcome(of: id) == .inProgress)
                return id
            }
            #expect(try await observer.outcome(of: committed) == .committed)
            let aborted = try await connection.query(id, as: TransactionID.self)[0]
            try await connection.script("BEGIN")
            let open = try await connection.query(id, as: TransactionID.self)[0]
            await connection.close()
            #expect(try await observer.outcome(of: aborted) == .committed)
            while try await observer.outcome(of: open) == .inProgress { await Task.yield() }
            #expect(try await observer.outcome(of: open) == .aborted)
            #expect(try await observer.outcome(of: TransactionID(rawValue: "3")) == .forgotten)
            await observer.close()
        }
    }
}
