/// A Swift type that goes to the server as a bind and comes back as a column.
///
/// `Int`, `Int64`, `Bool`, `String`, `[UInt8]` (`bytea`), `[Int]`, `[Int64]` and `[String]` (arrays), `Optional`s of
/// them, and any `RawRepresentable` of them by declaring the conformance.
package protocol ColumnValue: Sendable {
    /// The value as the server takes it.
    var bind: Bind { get }

    /// The type that an absent value is sent as.
    static var typeID: TypeID { get }

    /// Reads a column of a row; errors are ``PostgresError/decoding(_:)``.
    init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError)
}

extension ColumnValue where Self: RawRepresentable, RawValue: ColumnValue {
    package var bind: Bind { rawValue.bind }

    package static var typeID: TypeID { RawValue.typeID }

    package init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) {
        let rawValue = try RawValue(result, at: position)
        guard let value = Self(rawValue: rawValue) else { throw result.fault(.range, at: position) }
        self = value
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    package var bind: Bind { self?.bind ?? .null(Wrapped.typeID) }

    package static var typeID: TypeID { Wrapped.typeID }

    package init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) {
        self = result.isNull(at: position) ? nil : try Wrapped(result, at: position)
    }
}
