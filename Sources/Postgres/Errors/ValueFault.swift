/// Why a value cannot be sent to the server.
package enum EncodingFault: Sendable, Equatable {
    /// Text of Postgres cannot hold the character NUL; `bind` counts from 1.
    case containsNUL(bind: Int)
    /// The statement itself contains the character NUL.
    case statementContainsNUL
    /// The protocol takes at most 65,535 binds.
    case tooManyBinds
    /// A value of a gigabyte or more.
    case tooLarge(bind: Int)
}

/// Why a row cannot be read: the definition and the table have come apart.
package struct DecodingFault: Sendable, Equatable {
    /// What is wrong with the column.
    package enum Reason: Sendable, Equatable {
        /// `NULL` where the Swift type has no `nil`.
        case null
        /// The column's type, as an object id of `pg_type`, is none that the Swift type reads.
        case type(UInt32)
        /// The number does not fit, or the raw value names no case.
        case range
        /// The bytes are not what the protocol says.
        case malformed
    }

    /// The name of the column in the result.
    package let column: String
    package let reason: Reason
}
