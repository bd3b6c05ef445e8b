import Testing

@testable import Postgres

@Suite("Migrations are counted, never edited and never skipped")
struct MigrationPlanTests {
    private static func migrations(_ numbers: [Int]) throws(PostgresError) -> Migrations {
        try Migrations(numbers.map { Migration(number: $0, name: "m\($0)", sql: "SELECT \($0)") })
    }

    @Test(
        "a file's name says number and name, or the file is none",
        arguments: [
            ("0001_providers.sql", 1, "providers"), ("0412_a_b.sql", 412, "a_b"), ("9999_x.sql", 9999, "x"),
            ("1_x.sql", nil, nil), ("00001_x.sql", nil, nil), ("0001-x.sql", nil, nil), ("0001_.sql", nil, nil),
            ("0001_x.SQL", nil, nil), ("+001_x.sql", nil, nil), ("００01_x.sql", nil, nil), (".sql", nil, nil),
        ] as [(String, Int?, String?)])
    func names(_ fileName: String, _ number: Int?, _ name: String?) {
        let migration = Migration(fileName: fileName, sql: "")
        #expect(migration?.number == number)
        #expect(migration?.name == name)
    }

    @Test(
        "numbers count up from 1",
        arguments: [
            ([], nil), ([1], nil), ([3, 1, 2], nil), ([2], .gap(1)), ([1, 3], .gap(2)), ([1, 2, 2], .duplicate(2)),
            ([0, 1], .duplicate(0)),
        ] as [([Int], MigrationFault?)])
    func counting(_ numbers: [Int], _ fault: MigrationFault?) throws {
        do {
            let migrations = try Self.migrations(numbers)
            #expect(fault == nil)
            #expect(migrations.all.map(\.number) == numbers.sorted())
        } catch {
            #expect(error == fault.map(PostgresError.migration))
        }
    }

    @Test(
        "what is still to be applied follows from what was",
        arguments: [
            ([], .success([1, 2, 3])), ([1], .success([2, 3])), ([2, 1], .success([3])), ([1, 2, 3], .success([])),
            ([1, 3], .failure(.migration(.gap(2)))),
            ([1, 2, 3, 4], .failure(.migration(.newerSchema(applied: 4, known: 3)))),
            ([7], .failure(.migration(.newerSchema(applied: 7, known: 3)))),
        ] as [([Int], Result<[Int], PostgresError>)])
    func pending(_ applied: [Int], _ expected: Result<[Int], PostgresError>) throws {
        let migrations = try Self.migrations([1, 2, 3])
        let past = applied.map { Migrations.Applied(number: $0, name: "m\($0)", checksum: "c\($0)") }
        do throws(PostgresError) {
            let pending = try migrations.pending(after: past, checksums: ["c1", "c2", "c3"])
            #expect(expected == .success(pending.map(\.number)))
        } catch {
            #expect(expected == .failure(error))
        }
    }

    @Test("one that was edited is named, wherever it stands")
    func edited() throws {
        let migrations = try Self.migrations([1, 2, 3])
        let past = [1, 2].map { Migrations.Applied(number: $0, name: "m\($0)", checksum: "c\($0)") }
        #expect(throws: PostgresError.migration(.edited(number: 2, name: "m2"))) {
            try migrations.pending(after: past, checksums: ["c1", "other", "c3"])
        }
    }
}
