import Testing

@testable import Postgres

@Suite("SQL keeps values apart from text")
struct StatementTests {
    @Test("binds are numbered over all pieces, in order")
    func numbering() throws {
        let condition: SQL = "name = \("x") OR \(SQL.Identifier("odd \"name"))= \(3)"
        let conditions = [condition, "id = ANY(\([1, 2]))", "true"]
        let statement = try Statement(
            "SELECT \(1) WHERE " + conditions.joined(separator: " AND ") + " LIMIT \(Int?.none)")
        #expect(
            statement.text
                == #"SELECT $1 WHERE name = $2 OR "odd ""name"= $3 AND id = ANY($4) AND true LIMIT $5"#)
        #expect(statement.types == [20, 0, 20, 1016, 20])
        #expect(statement.formats == [1, 0, 1, 1, 1])
    }

    @Test("text that looks like SQL stays a value")
    func injection() throws {
        let statement = try Statement("SELECT * FROM t WHERE name = \("' OR 1=1 --")")
        #expect(statement.text == "SELECT * FROM t WHERE name = $1")
    }

    @Test(
        "arrays that are cut short anywhere are refused",
        arguments: [["a", "bc"], [""], []] as [[String]])
    func truncation(_ texts: [String]) {
        func decode(_ bytes: [UInt8]) -> [String]? {
            BinaryArray.decode(bytes, of: .text) { String(validating: $0, as: UTF8.self) }
        }
        let bytes = BinaryArray.encode(texts, of: .text) { text, bytes in bytes += Array(text.utf8) }
        #expect(decode(bytes) == texts)
        for length in 0..<bytes.count { #expect(decode(Array(bytes.prefix(length))) == nil) }
        #expect(decode(bytes + [0]) == nil)
    }
}
