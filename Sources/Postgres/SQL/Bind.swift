/// A value on its way to the server, beside the statement.
package enum Bind: Sendable, Equatable {
    case null(TypeID)
    case integer(Int64)
    case boolean(Bool)
    /// Sent without a type, so that it takes the one of its place: `text`, `jsonb`, `timestamptz`, an enum.
    case text(String)
    /// In the binary format of its type.
    case binary(TypeID, [UInt8])
    /// An array of texts.
    case texts([String])

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    var isText: Bool {
        if case .text = self { true } else { false }
    }
}

/// The object id of a type in `pg_type`; those of built-in types never change.
package struct TypeID: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    static let unspecified = TypeID(rawValue: 0)
    static let boolean = TypeID(rawValue: 16)
    static let bytes = TypeID(rawValue: 17)
    static let name = TypeID(rawValue: 19)
    static let int8 = TypeID(rawValue: 20)
    static let int2 = TypeID(rawValue: 21)
    static let int4 = TypeID(rawValue: 23)
    static let text = TypeID(rawValue: 25)
    static let json = TypeID(rawValue: 114)
    static let unknown = TypeID(rawValue: 705)
    static let int4Array = TypeID(rawValue: 1007)
    static let textArray = TypeID(rawValue: 1009)
    static let varcharArray = TypeID(rawValue: 1015)
    static let int8Array = TypeID(rawValue: 1016)
    static let bpchar = TypeID(rawValue: 1042)
    static let varchar = TypeID(rawValue: 1043)
    static let jsonb = TypeID(rawValue: 3802)
}
