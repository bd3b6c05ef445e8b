import Postgres
import Testing

@Suite("Errors of the server are typed and say nothing to strangers")
struct ServerErrorTests {
    private static let schema = """
        CREATE TEMPORARY TABLE owners (id integer PRIMARY KEY);
        CREATE TEMPORARY TABLE things (
            id integer CONSTRAINT things_pkey PRIMARY KEY,
            name varchar(3) NOT NULL CONSTRAINT things_name_unique UNIQUE,
            size integer CONSTRAINT things_size_positive CHECK (size > 0),
            owner integer CONSTRAINT things_owner REFERENCES owners
        );
        INSERT INTO things VALUES (1, 'one', 1, NULL);
        """

    @Test(
        "a violated constraint is named",
        arguments: [
            ("INSERT INTO things VALUES (2, \("one"))", .uniqueViolation, "things_name_unique", nil),
            ("INSERT INTO things VALUES (\(1), 'two')", .uniqueViolation, "things_pkey", nil),
            ("INSERT INTO things VALUES (2, 'two', \(-1))", .checkViolation, "things_size_positive", nil),
            ("INSERT INTO things VALUES (2, 'two', 1, \(9))", .foreignKeyViolation, "things_owner", nil),
            ("INSERT INTO things VALUES (2, \(String?.none))", .notNullViolation, nil, "name"),
        ] as [(SQL, SQLState, String?, String?)])
    func constraints(_ sql: SQL, _ state: SQLState, _ constraint: String?, _ column: String?) async throws {
        try await withConnection { connection in
            try await connection.script(Self.schema)
            do throws(PostgresError) {
                try await connection.execute(sql)
                Issue.record("the row was taken")
            } catch .server(let error) {
                #expect(error.state == state)
                #expect(error.constraint == constraint)
                #expect(error.table == "things")
                #expect(error.column == column)
            }
            #expect(try await connection.query("SELECT count(*) FROM things", as: Int.self) == [1])
        }
    }

    @Test(
        "neither what a stranger sees nor what is logged holds the value",
        arguments: [
            "INSERT INTO things VALUES (7, \("canary-7"))",
            "SELECT \("canary-7")::integer",
            "SELECT \("canary-7")::boolean",
            "SELECT ('{' || \("canary-7"))::jsonb",
            "INSERT INTO things (id, name) SELECT 1, substr(\("canary-7"), 1, 3)",
        ] as [SQL])
    func canary(_ sql: SQL) async throws {
        try await withConnection { connection in
            try await connection.script(Self.schema)
            do throws(PostgresError) {
                try await connection.execute(sql)
                Issue.record("the statement was taken")
            } catch {
                for text in [error.description, error.logDescription] { #expect(!text.contains("canary")) }
                #expect(!error.description.contains("things"))
            }
        }
    }

    @Test("the server's own words are for the log only")
    func message() async throws {
        try await withConnection { connection in
            do throws(PostgresError) {
                try await connection.execute("SELECT * FROM no_such_table")
                Issue.record("the statement was taken")
            } catch {
                #expect(!error.description.contains("no_such_table"))
                #expect(error.logDescription.contains("no_such_table"))
                #expect(error.logDescription.contains("42P01"))
            }
        }
    }

    @Test("COPY, which is not spoken, is refused and ends the connection")
    func copy() async throws {
        try await withConnection { connection in
            await #expect(throws: PostgresError.misuse(.copy)) {
                try await connection.script("COPY pg_class TO STDOUT")
            }
            await #expect(throws: PostgresError.closed) { try await connection.script("SELECT 1") }
        }
    }
}
