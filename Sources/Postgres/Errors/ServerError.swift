/// What the server said about a statement that it rejected.
package struct ServerError: Sendable, Equatable {
    /// The class of the error, to decide by.
    package let state: SQLState
    /// The constraint that was violated.
    package let constraint: String?
    /// The table concerned.
    package let table: String?
    /// The column concerned.
    package let column: String?
    /// The server's primary message, for the log only; `nil` where it would quote a value.
    package let message: String?

    /// Messages of SQLSTATE class 22 (data exceptions) quote the value they complain about, so they are not kept.
    /// `DETAIL`, `HINT` and `CONTEXT` may quote rows and statements, so they are never read.
    init(state: SQLState, constraint: String?, table: String?, column: String?, message: String?) {
        self.state = state
        self.constraint = constraint
        self.table = table
        self.column = column
        self.message = state.rawValue.hasPrefix("22") ? nil : message
    }
}

/// A five-character SQLSTATE code (PostgreSQL documentation, appendix A).
package struct SQLState: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package static let uniqueViolation = SQLState(rawValue: "23505")
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    package static let notNullViolation = SQLState(rawValue: "23502")
    package static let checkViolation = SQLState(rawValue: "23514")
    package static let stringTooLong = SQLState(rawValue: "22001")
    package static let readOnlyTransaction = SQLState(rawValue: "25006")
    package static let invalidPassword = SQLState(rawValue: "28P01")
    package static let invalidAuthorization = SQLState(rawValue: "28000")
    package static let unknownDatabase = SQLState(rawValue: "3D000")
    package static let undefinedTable = SQLState(rawValue: "42P01")
    package static let duplicateDatabase = SQLState(rawValue: "42P04")
    package static let tooManyConnections = SQLState(rawValue: "53300")
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    package static let queryCancelled = SQLState(rawValue: "57014")
    package static let adminShutdown = SQLState(rawValue: "57P01")
    package static let crashShutdown = SQLState(rawValue: "57P02")
    package static let cannotConnectNow = SQLState(rawValue: "57P03")
    package static let idleInTransactionTimeout = SQLState(rawValue: "25P03")

    /// The first two characters, the class of the code.
    var classCode: Substring { rawValue.prefix(2) }
}
