import Postgres
import Synchronization
import Testing

@Suite("Scratch databases are fresh")
struct ScratchDatabaseTests {
    @Test("copies of a template have what was put in it, once, and know nothing of each other")
    func template() async throws {
        let preparations = Counter()
        let databases = try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    try await ScratchDatabase.create(template: "template_of_this_test") { settings in
                        preparations.count.add(1, ordering: .relaxed)
                        let connection = try await Connection.open(settings)
                        try await connection.script("CREATE TABLE t AS SELECT 1 AS n")
                        await connection.close()
                    }
                }
            }
            return try await group.reduce(into: [ScratchDatabase]()) { $0.append($1) }
        }
        #expect(preparations.count.load(ordering: .relaxed) == 1)
        #expect(Set(databases.map(\.name)).count == 4)
        for (number, database) in databases.enumerated() {
            let connection = try await Connection.open(database.settings)
            try await connection.execute("INSERT INTO t VALUES (\(number))")
            #expect(try await connection.query("SELECT n FROM t", as: Int.self) == [1, number])
            // Dropping ends whoever is still connected.
            try await database.drop()
            #expect(await !connection.checkStillConnected())
        }
    }

    private final class Counter: Sendable {
        let count = Atomic(0)
    }
}
