extension Int64: ColumnValue {
    package var bind: Bind { .integer(self) }

    package static var typeID: TypeID { .int8 }

    /// Reads `smallint`, `integer` and `bigint`.
    package init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) {
        switch result.type(ofColumn: position.column) {
        case .int2: self = Int64(try result.integer(Int16.self, at: position))
        case .int4: self = Int64(try result.integer(Int32.self, at: position))
        case .int8: self = try result.integer(Int64.self, at: position)
        case let type: throw result.fault(.type(type.rawValue), at: position)
        }
    }
}

extension Int: ColumnValue {
    package var bind: Bind { .integer(Int64(self)) }

    package static var typeID: TypeID { .int8 }

    /// Reads `smallint`, `integer` and `bigint`.
    package init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) {
        guard let value = Int(exactly: try Int64(result, at: position)) else {
            throw result.fault(.range, at: position)
        }
        self = value
    }
}

extension Bool: ColumnValue {
    package var bind: Bind { .boolean(self) }

    package static var typeID: TypeID { .boolean }

    package init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) {
        guard result.type(ofColumn: position.column) == .boolean else {
            throw result.fault(.type(result.type(ofColumn: position.column).rawValue), at: position)
        }
        self = try result.integer(UInt8.self, at: position) != 0
    }
}

extension String: ColumnValue {
    package var bind: Bind { .text(self) }

    package static var typeID: TypeID { .unspecified }

    /// Reads `text`, `varchar`, `char`, `name`, `json` and `jsonb`; anything else needs `::text` in the statement.
    package init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) {
        switch result.type(ofColumn: position.column) {
        case .text, .varchar, .bpchar, .name, .json, .unknown: self = try result.text(at: position, from: 0)
        // The binary format of `jsonb` is a version byte, 1, and then the text.
        case .jsonb: self = try result.text(at: position, from: 1)
        case let type: throw result.fault(.type(type.rawValue), at: position)
        }
    }
}
