import Postgres
import Testing

@Suite("Values go to the server and come back")
struct RoundTripTests {
    private func roundTrip<Value: ColumnValue & Equatable>(_ value: Value, as type: String) async throws -> Bool {
        try await withConnection { connection in
            try await connection.query("SELECT \(value)::\(SQL(text: type))", as: Value.self) == [value]
        }
    }

    @Test("whole numbers keep their value", arguments: [0, 1, -1, 2_147_483_648, Int.max, Int.min])
    func integers(_ number: Int) async throws {
        #expect(try await roundTrip(number, as: "bigint"))
        #expect(try await roundTrip(Int64(number), as: "bigint"))
        #expect(try await roundTrip(Int?.some(number), as: "bigint"))
    }

    @Test("narrower columns are read as whole numbers too", arguments: ["smallint", "integer", "bigint"])
    func narrow(_ type: String) async throws {
        #expect(try await roundTrip(-32_768, as: type))
    }

    @Test(
        "text comes back scalar by scalar",
        arguments: ["", "a", "🦩👩🏽‍🚀", "e\u{301}", "\u{202E}abc", "'; DROP TABLE x; --", "\u{7F}\u{1}\n\t\\", "$1"]
    )
    func text(_ text: String) async throws {
        for type in ["text", "varchar(255)"] {
            #expect(try await roundTrip(Scalars(text), as: type))
        }
    }

    @Test("bytes come back as they are", arguments: [[], [0], [0, 255, 0], Array(0...255)] as [[UInt8]])
    func bytes(_ bytes: [UInt8]) async throws {
        #expect(try await roundTrip(bytes, as: "bytea"))
    }

    @Test("truth values, arrays and raw values keep their value")
    func others() async throws {
        #expect(try await roundTrip(true, as: "boolean"))
        #expect(try await roundTrip(false, as: "boolean"))
        #expect(try await roundTrip([Int](), as: "bigint[]"))
        #expect(try await roundTrip([1, Int.min, Int.max], as: "bigint[]"))
        #expect(try await roundTrip([7, -7], as: "integer[]"))
        #expect(try await roundTrip(["", "🦩", "a,b", "{\"}", "NULL"], as: "text[]"))
        #expect(try await roundTrip(["a"], as: "varchar(20)[]"))
        #expect(try await roundTrip(Colour.green, as: "text"))
        #expect(try await roundTrip([Colour.green, .red], as: "text[]"))
    }

    @Test("an absent value is NULL, with the type of its place")
    func absent() async throws {
        #expect(try await roundTrip(Int?.none, as: "bigint"))
        #expect(try await roundTrip(String?.none, as: "text"))
        #expect(try await roundTrip([UInt8]?.none, as: "bytea"))
        #expect(try await roundTrip(Bool?.none, as: "boolean"))
        #expect(try await roundTrip([String]?.none, as: "text[]"))
    }

    @Test("JSON columns are read as their text", arguments: ["json", "jsonb"])
    func json(_ type: String) async throws {
        #expect(try await roundTrip(#"{"a": "🦩"}"#, as: type))
    }

    @Test("a row takes its columns in order, with their types from the initialiser")
    func row() async throws {
        struct Thing: Equatable {
            let id: Int
            let name: String
            let note: String?
            let isOn: Bool
        }
        let row = RowDefinition("id", "name", "note", "is_on", make: Thing.init)
        try await withConnection { connection in
            try await connection.script(
                "CREATE TEMPORARY TABLE things (is_on boolean, note varchar(9), name text, id integer)")
            let new = [Thing(id: 1, name: "a", note: nil, isOn: true), Thing(id: 2, name: "b", note: "n", isOn: false)]
            for thing in new {
                let count = try await connection.execute(
                    "INSERT INTO things (\(row)) VALUES (\(thing.id), \(thing.name), \(thing.note), \(thing.isOn))")
                #expect(count == 1)
            }
            #expect(try await connection.query("SELECT \(row) FROM things ORDER BY id", as: row) == new)
            #expect(
                try await connection.query(
                    "SELECT \(row.columns(of: "t")) FROM things AS t WHERE t.id = ANY(\([2, 3]))", as: row) == [new[1]])
            #expect(try await connection.execute("UPDATE things SET name = \("c")") == 2)
        }
    }
}

/// Text that is equal only if every scalar is, where `String` takes canonically equivalent texts for equal.
private struct Scalars: RawRepresentable, ColumnValue, Equatable {
    let rawValue: String

    init(rawValue: String) { self.rawValue = rawValue }
    init(_ text: String) { rawValue = text }

    static func == (left: Scalars, right: Scalars) -> Bool {
        Array(left.rawValue.unicodeScalars) == Array(right.rawValue.unicodeScalars)
    }
}

private enum Colour: String, ColumnValue, ArrayElement {
    case red
    case green
}
