import Postgres
import SystemPackage
import Testing

@Suite("A database is brought to the schema of the binary")
struct MigrationTests {
    private static let first = Migration(number: 1, name: "things", sql: "CREATE TABLE things (n integer);")
    private static let second = Migration(
        number: 2, name: "seed", sql: "INSERT INTO things VALUES (1); INSERT INTO things VALUES (2);")

    /// Everything that a migration could have left behind.
    private func contents(_ settings: ConnectionSettings) async throws -> [String] {
        let connection = try await Connection.open(settings)
        var contents = try await connection.query(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename", as: String.self)
        if contents.contains("things") {
            contents += try await connection.query("SELECT n::text FROM things ORDER BY n", as: String.self)
        }
        if contents.contains("schema_migrations") {
            contents += try await connection.query(
                "SELECT number || name || checksum FROM schema_migrations ORDER BY number", as: String.self)
        }
        await connection.close()
        return contents
    }

    @Test("what is pending is applied in order, once, and remembered")
    func applies() async throws {
        try await ScratchDatabase.with { database in
            let one = try Migrations([Self.first])
            let both = try Migrations([Self.second, Self.first])
            #expect(try await one.apply(to: database.settings, logger: silence) == [Self.first])
            #expect(try await both.apply(to: database.settings, logger: silence) == [Self.second])
            let before = try await contents(database.settings)
            #expect(before.prefix(4) == ["schema_migrations", "things", "1", "2"])
            #expect(try await both.apply(to: database.settings, logger: silence).isEmpty)
            #expect(try await contents(database.settings) == before)
        }
    }

    @Test("of many that migrate at once one does it and all end well")
    func concurrent() async throws {
        try await ScratchDatabase.with { database in
            let migrations = try Migrations([Self.first, Self.second])
            let applied = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { try await migrations.apply(to: database.settings, logger: silence).count }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(applied.sorted() == [0, 0, 0, 0, 0, 0, 0, 2])
            #expect(try await contents(database.settings).count == 6)
        }
    }

    @Test("waiting for another that migrates ends")
    func lockLimit() async throws {
        try await ScratchDatabase.with { database in
            let holder = try await Connection.open(database.settings)
            try await holder.execute("SELECT pg_advisory_lock(\(Int64(0x526F_7374_6572)))")
            await #expect(throws: PostgresError.timedOut(.migrationLock)) {
                try await Migrations([Self.first]).apply(
                    to: database.settings, waitingForLock: .milliseconds(20), logger: silence)
            }
            #expect(try await contents(database.settings).isEmpty)
            await holder.close()
        }
    }

    @Test("an edited migration, and a schema newer than the binary, are refused and nothing is written")
    func refused() async throws {
        try await ScratchDatabase.with { database in
            try await Migrations([Self.first, Self.second]).apply(to: database.settings, logger: silence)
            let before = try await contents(database.settings)
            let edited = Migration(number: 2, name: "seed", sql: Self.second.sql + " ")
            let third = Migration(number: 3, name: "more", sql: "INSERT INTO things VALUES (3)")
            await #expect(throws: PostgresError.migration(.edited(number: 2, name: "seed"))) {
                try await Migrations([Self.first, edited, third]).apply(to: database.settings, logger: silence)
            }
            await #expect(throws: PostgresError.migration(.newerSchema(applied: 2, known: 1))) {
                try await Migrations([Self.first]).apply(to: database.settings, logger: silence)
            }
            #expect(try await contents(database.settings) == before)
        }
    }

    @Test("one that fails is rolled back whole, and those before it stay")
    func failed() async throws {
        try await ScratchDatabase.with { database in
            let broken = Migration(number: 2, name: "broken", sql: "INSERT INTO things VALUES (1); SELECT 1 / 0;")
            do {
                try await Migrations([Self.first, broken]).apply(to: database.settings, logger: silence)
                Issue.record("it was applied")
            } catch PostgresError.migration(.failed(let number, let name, let error)) {
                #expect(number == 2)
                #expect(name == "broken")
                #expect(error.state == SQLState(rawValue: "22012"))
            }
            #expect(try await contents(database.settings).count == 3)
            let applied = try await Migrations([Self.first, Self.second]).apply(to: database.settings, logger: silence)
            #expect(applied == [Self.second])
        }
    }

    @Test("one that ends its own transaction is refused")
    func endsTransaction() async throws {
        try await ScratchDatabase.with { database in
            let rogue = Migration(number: 1, name: "rogue", sql: "ROLLBACK;")
            await #expect(throws: PostgresError.migration(.endsTransaction(number: 1, name: "rogue"))) {
                try await Migrations([rogue]).apply(to: database.settings, logger: silence)
            }
            let contents = try await contents(database.settings)
            #expect(contents.isEmpty)
        }
    }

    @Test("files are read from a directory, and a name that is wrong is named")
    func directory() async throws {
        try await withTemporaryDirectory { directory in
            try directory.appending("0002_seed.sql").write(Self.second.sql)
            try directory.appending("0001_things.sql").write(Self.first.sql)
            try directory.appending("README.md").write("not a migration")
            #expect(try Migrations(directory: directory).all == [Self.first, Self.second])
            try directory.appending("3_x.sql").write("")
            #expect(throws: PostgresError.migration(.badFile("3_x.sql"))) { try Migrations(directory: directory) }
            #expect(throws: PostgresError.migration(.directoryUnreadable)) {
                try Migrations(directory: directory.appending("none"))
            }
        }
    }
}
