/// Everything that can go wrong between this process and Postgres.
///
/// `description` is one sentence that a stranger may read: it holds no SQL, no values, no names of hosts and no text
/// of the server. `logDescription` adds what the server or libpq said, and is for the log only.
package enum PostgresError: Error, Sendable, Equatable {
    /// No server answered, or it stopped answering; trying again later may help.
    case unavailable(Unavailability, message: String?)
    /// A server answered and said no; trying again without a change does not help.
    case refused(Refusal, message: String?)
    /// A limit in time was reached; a statement it concerned had no effect.
    case timedOut(Limit)
    /// The server rejected a statement.
    case server(ServerError)
    /// A value cannot be sent.
    case encoding(EncodingFault)
    /// A row is not what its definition says.
    case decoding(DecodingFault)
    /// `COMMIT` was sent and its reply was lost; ask ``Pool/outcome(of:within:)`` when an id was recorded.
    case outcomeUnknown(TransactionID?)
    /// The task was cancelled; the statement had no effect and its connection is closed.
    case cancelled
    /// The connection or the pool has been closed before.
    case closed
    /// The floor was used against its rules.
    case misuse(Misuse)
    /// The settings of the connection cannot be understood.
    case configuration(ConfigurationFault)
    /// The schema and the migrations of this binary do not fit together, and nothing was written.
    case migration(MigrationFault)
    /// The cluster of our own cannot be used.
    case cluster(ClusterFault)
}

extension PostgresError {
    /// Why no server can be used just now.
    package enum Unavailability: Sendable, Equatable {
        /// No connection could be made.
        case unreachable
        /// The connection broke, or the server ended it.
        case connectionLost
        /// The server is starting, stopping, or recovering.
        case notAccepting
        /// The server has no free connection.
        case tooManyConnections
        /// More callers wait for a connection of the pool than may.
        case poolQueueFull
        /// This process has no file descriptors or threads left.
        case outOfResources
    }

    /// Why a server turned the connection away.
    package enum Refusal: Sendable, Equatable {
        case authentication
        case unknownDatabase
        case other(SQLState)
    }

    /// The limit that was reached.
    package enum Limit: Sendable, Equatable {
        case connecting
        /// `statement_timeout`, by the server.
        case statement
        /// `lock_timeout`, by the server.
        case lock
        /// The server did not answer within its own limits.
        case response
        /// All connections of the pool stayed in use.
        case pool
        /// Another process kept the migration lock.
        case migrationLock
        /// The outcome of a transaction could not be learnt in time.
        case outcome
    }

    /// What was done against the rules of this floor.
    package enum Misuse: Sendable, Equatable {
        case nestedTransaction
        /// A statement of the transaction had failed, so `COMMIT` rolled it back.
        case committedAfterFailure
        /// The transaction was ended by its own body.
        case transactionEndedInside
        /// `COPY` is not spoken.
        case copy
        /// The statement returned other columns than the definition reads.
        case columnCount
    }

    /// Why the settings are of no use.
    package enum ConfigurationFault: Sendable, Equatable {
        /// Not a `postgres://` address or `keyword=value` string that libpq understands.
        case connectionString
    }
}
