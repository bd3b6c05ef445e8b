import Postgres
import Testing

@Suite("Values that cannot be sent or read are typed errors")
struct ValueFaultTests {
    @Test("text with NUL is refused before it is sent, never cut")
    func containsNUL() async throws {
        try await withConnection { connection in
            await #expect(throws: PostgresError.encoding(.containsNUL(bind: 2))) {
                try await connection.execute("SELECT \(1), \("a\0b")")
            }
            await #expect(throws: PostgresError.encoding(.containsNUL(bind: 1))) {
                try await connection.execute("SELECT \(["a", "\0"])")
            }
            await #expect(throws: PostgresError.encoding(.statementContainsNUL)) {
                try await connection.execute("SELECT '\0'")
            }
            await #expect(throws: PostgresError.encoding(.statementContainsNUL)) {
                try await connection.script("SELECT 1;\0 SELECT 2")
            }
            #expect(await connection.isUsable)
        }
    }

    @Test("as many binds as the protocol has are taken, one more is refused")
    func bindCount() async throws {
        try await withConnection { connection in
            func sum(_ count: Int) -> SQL {
                "SELECT cardinality(ARRAY[" + (0..<count).map { "\($0)" as SQL }.joined(separator: ", ") + "])"
            }
            let count = try await connection.query(sum(65_535), as: Int.self)
            #expect(count == [65_535])
            await #expect(throws: PostgresError.encoding(.tooManyBinds)) {
                try await connection.query(sum(65_536), as: Int.self)
            }
        }
    }

    @Test(
        "a column that is not what the definition says names itself and the reason",
        arguments: [
            ("SELECT NULL::bigint AS n", .null),
            ("SELECT 'x'::text AS n", .type(25)),
            ("SELECT 1.5::numeric AS n", .type(1700)),
        ] as [(SQL, DecodingFault.Reason)])
    func decoding(_ sql: SQL, _ reason: DecodingFault.Reason) async throws {
        try await withConnection { connection in
            do throws(PostgresError) {
                _ = try await connection.query(sql, as: Int.self)
                Issue.record("a row was read")
            } catch .decoding(let fault) {
                #expect(fault.column == "n")
                #expect(fault.reason == reason)
            }
            #expect(try await connection.query("SELECT 1", as: Int.self) == [1])
        }
    }

    @Test("a raw value without a case, NULLs and dimensions in arrays, and other columns than defined are refused")
    func shapes() async throws {
        enum Size: Int, ColumnValue { case small = 1 }
        try await withConnection { connection in
            await #expect(throws: PostgresError.self) { try await connection.query("SELECT 2", as: Size.self) }
            await #expect(throws: PostgresError.self) {
                try await connection.query("SELECT ARRAY[1, NULL]", as: [Int].self)
            }
            await #expect(throws: PostgresError.self) {
                try await connection.query("SELECT ARRAY[[1], [2]]", as: [Int].self)
            }
            await #expect(throws: PostgresError.misuse(.columnCount)) {
                try await connection.query("SELECT 1, 2", as: Int.self)
            }
            let size = try await connection.query("SELECT 1", as: Size.self)
            #expect(size == [.small])
        }
    }
}
