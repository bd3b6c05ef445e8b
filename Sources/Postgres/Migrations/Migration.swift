/// One step of the schema: the text of `NNNN_name.sql`, applied once, in one transaction, and never edited after.
package struct Migration: Sendable, Equatable {
    package let number: Int
    package let name: String
    package let sql: String

    package init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// Reads number and name from a file name; `nil` unless it is four digits, an underscore, a name and `.sql`.
    init?(fileName: String, sql: String) {
        let characters = Array(fileName.utf8)
        guard fileName.hasSuffix(".sql"), characters.count > 9, characters[4] == UInt8(ascii: "_"),
            characters[..<4].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(fileName.prefix(4))
        else { return nil }
        self.init(number: number, name: String(fileName.dropFirst(5).dropLast(4)), sql: sql)
    }
}
