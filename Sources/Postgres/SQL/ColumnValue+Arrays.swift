/// An element whose array is one column: numbers and text become SQL arrays, bytes become `bytea`.
package protocol ArrayElement: Sendable {
    static var arrayTypeID: TypeID { get }
    static func bind(_ array: [Self]) -> Bind
    static func decode(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) -> [Self]
}

extension Array: ColumnValue where Element: ArrayElement {
    package var bind: Bind { Element.bind(self) }

    package static var typeID: TypeID { Element.arrayTypeID }

    package init(_ result: borrowing ResultSet, at position: ResultSet.Position) throws(PostgresError) {
        self = try Element.decode(result, at: position)
    }
}

extension UInt8: ArrayElement {
    package static var arrayTypeID: TypeID { .bytes }

    package static func bind(_ array: [UInt8]) -> Bind { .binary(.bytes, array) }

    package static func decode(
        _ result: borrowing ResultSet,
        at position: ResultSet.Position
    ) throws(PostgresError) -> [UInt8] {
        guard result.type(ofColumn: position.column) == .bytes else {
            throw result.fault(.type(result.type(ofColumn: position.column).rawValue), at: position)
        }
        return try result.bytes(at: position)
    }
}

extension Int64: ArrayElement {
    package static var arrayTypeID: TypeID { .int8Array }

    package static func bind(_ array: [Int64]) -> Bind {
        .binary(.int8Array, BinaryArray.encode(array, of: .int8) { element, bytes in bytes.append(bigEndian: element) })
    }

    /// Reads `integer[]` and `bigint[]`.
    package static func decode(
        _ result: borrowing ResultSet,
        at position: ResultSet.Position
    ) throws(PostgresError) -> [Int64] {
        let bytes = try result.bytes(at: position)
        let elements =
            switch result.type(ofColumn: position.column) {
            case .int4Array: BinaryArray.decode(bytes, of: .int4) { Int32(bigEndianBytes: $0).map(Int64.init) }
            case .int8Array: BinaryArray.decode(bytes, of: .int8) { Int64(bigEndianBytes: $0) }
            case let type: throw result.fault(.type(type.rawValue), at: position)
            }
        guard let elements else { throw result.fault(.malformed, at: position) }
        return elements
    }
}

extension Int: ArrayElement {
    package static var arrayTypeID: TypeID { .int8Array }

    package static func bind(_ array: [Int]) -> Bind { Int64.bind(array.map(Int64.init)) }

    package static func decode(
        _ result: borrowing ResultSet,
        at position: ResultSet.Position
    ) throws(PostgresError) -> [Int] {
        try Int64.decode(result, at: position).map { (element) throws(PostgresError) in
            guard let element = Int(exactly: element) else { throw result.fault(.range, at: position) }
            return element
        }
    }
}

extension String: ArrayElement {
    package static var arrayTypeID: TypeID { .textArray }

    package static func bind(_ array: [String]) -> Bind { .texts(array) }

    /// Reads `text[]` and `varchar[]`.
    package static func decode(
        _ result: borrowing ResultSet,
        at position: ResultSet.Position
    ) throws(PostgresError) -> [String] {
        let elementType: TypeID? =
            switch result.type(ofColumn: position.column) {
            case .textArray: .text
            case .varcharArray: .varchar
            default: nil
            }
        guard let elementType else {
            throw result.fault(.type(result.type(ofColumn: position.column).rawValue), at: position)
        }
        let bytes = try result.bytes(at: position)
        guard let elements = BinaryArray.decode(bytes, of: elementType, { String(validating: $0, as: UTF8.self) })
        else { throw result.fault(.malformed, at: position) }
        return elements
    }
}

extension ArrayElement where Self: RawRepresentable, RawValue: ArrayElement {
    package static var arrayTypeID: TypeID { RawValue.arrayTypeID }

    package static func bind(_ array: [Self]) -> Bind { RawValue.bind(array.map(\.rawValue)) }

    package static func decode(
        _ result: borrowing ResultSet,
        at position: ResultSet.Position
    ) throws(PostgresError) -> [Self] {
        var elements: [Self] = []
        for rawValue in try RawValue.decode(result, at: position) {
            guard let element = Self(rawValue: rawValue) else { throw result.fault(.range, at: position) }
            elements.append(element)
        }
        return elements
    }
}
