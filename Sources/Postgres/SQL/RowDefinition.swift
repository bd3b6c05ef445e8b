/// The columns of a row and how they make a value, said once: `RowDefinition("id", "name", make: Provider.init)`.
///
/// Columns take their types from the initialiser's parameters, so a missing or superfluous one does not compile.
/// Interpolated into ``SQL`` it is the list for `SELECT` or `RETURNING`; a name may be any expression (`"count(*)"`).
package struct RowDefinition<Row: Sendable>: Sendable {
    /// The columns in order, as they stand in SQL.
    package let columns: [String]
    private let decode: @Sendable (borrowing ResultSet, Int) throws(PostgresError) -> Row

    package init<each Value: ColumnValue>(
        _ column: repeat Column<each Value>,
        make: @escaping @Sendable (repeat each Value) -> Row
    ) {
        var columns: [String] = []
        for column in repeat each column { columns.append(column.sql) }
        self.columns = columns
        decode = { (result, row) throws(PostgresError) in
            var reader = RowReader(row: row)
            return make(repeat try reader.next((each Value).self, in: result))
        }
    }

    /// The columns, separated by commas.
    var columnList: String { columns.joined(separator: ", ") }

    /// The same columns of a table or alias that is joined with others: `alias.id, alias.name`.
    package func columns(of alias: String) -> SQL {
        SQL(text: columns.map { "\(alias).\($0)" }.joined(separator: ", "))
    }

    /// All rows of a result.
    func rows(of result: borrowing ResultSet) throws(PostgresError) -> [Row] {
        let count = result.rowCount
        guard count == 0 || result.columnCount == columns.count else { throw .misuse(.columnCount) }
        var rows: [Row] = []
        rows.reserveCapacity(count)
        for row in 0..<count { rows.append(try decode(result, row)) }
        return rows
    }
}

extension RowDefinition where Row: ColumnValue {
    /// A row of one column.
    package static func value(_ column: String) -> RowDefinition {
        RowDefinition(Column<Row>(stringLiteral: column), make: { $0 })
    }
}

/// A column of a ``RowDefinition``, with the Swift type that it is read as.
package struct Column<Value: ColumnValue>: ExpressibleByStringLiteral, Sendable {
    let sql: String

    package init(stringLiteral sql: String) {
        self.sql = sql
    }
}

/// Goes along the columns of one row.
private struct RowReader {
    let row: Int
    var column = 0

    mutating func next<Value: ColumnValue>(
        _: Value.Type,
        in result: borrowing ResultSet
    ) throws(PostgresError) -> Value {
        defer { column += 1 }
        return try Value(result, at: ResultSet.Position(row: row, column: column))
    }
}
