import CLibpq

/// The answer to one statement, in the binary format; the one owner of a `PGresult`.
package struct ResultSet: ~Copyable {
    /// Where a value lies; both count from 0.
    package struct Position: Sendable {
        let row: Int
        let column: Int
    }

    private let result: OpaquePointer

    /// Takes over a result that is not null.
    init(owning result: OpaquePointer) {
        self.result = result
    }

    deinit {
        PQclear(result)
    }

    var status: ExecStatusType { PQresultStatus(result) }
    var rowCount: Int { Int(PQntuples(result)) }
    var columnCount: Int { Int(PQnfields(result)) }

    /// How many rows `INSERT`, `UPDATE`, `DELETE` or `SELECT` concerned; 0 for other statements.
    var affectedCount: Int {
        PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// The command as the server understood it, such as `COMMIT` or `ROLLBACK`.
    var command: String {
        PQcmdStatus(result).map { String(cString: $0) } ?? ""
    }

    func type(ofColumn column: Int) -> TypeID {
        TypeID(rawValue: PQftype(result, CInt(column)))
    }

    func isNull(at position: Position) -> Bool {
        PQgetisnull(result, CInt(position.row), CInt(position.column)) != 0
    }

    func bytes(at position: Position) throws(PostgresError) -> [UInt8] {
        try withBytes(at: position) { Array($0) }
    }

    /// The value as text, without its first bytes; invalid UTF-8 is an error, never repaired.
    func text(at position: Position, from start: Int) throws(PostgresError) -> String {
        let text = try withBytes(at: position) { bytes in
            bytes.count >= start ? String(validating: bytes.dropFirst(start), as: UTF8.self) : nil
        }
        guard let text else { throw fault(.malformed, at: position) }
        return text
    }

    /// The value as a number in network order; any other length is an error.
    func integer<Value: FixedWidthInteger>(_: Value.Type, at position: Position) throws(PostgresError) -> Value {
        guard let value = try withBytes(at: position, { Value(bigEndianBytes: $0) }) else {
            throw fault(.malformed, at: position)
        }
        return value
    }

    func fault(_ reason: DecodingFault.Reason, at position: Position) -> PostgresError {
        let name = PQfname(result, CInt(position.column)).map { String(cString: $0) } ?? "?"
        return .decoding(DecodingFault(column: name, reason: reason))
    }

    /// A part of the server's error report.
    func errorField(_ field: Int) -> String? {
        PQresultErrorField(result, CInt(field)).map { String(cString: $0) }
    }

    private func withBytes<Value>(
        at position: Position,
        _ read: (UnsafeRawBufferPointer) -> Value
    ) throws(PostgresError) -> Value {
        let (row, column) = (CInt(position.row), CInt(position.column))
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
            throw fault(.null, at: position)
        }
        return read(UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column))))
    }
}
