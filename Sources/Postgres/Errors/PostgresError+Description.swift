extension PostgresError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unavailable(let reason, _): reason.description
        case .refused(let reason, _): reason.description
        case .timedOut(let limit): limit.description
        case .server(let error): "The database refused the change (\(error.state.rawValue))."
        case .encoding(let fault): fault.description
        case .decoding: "A stored row could not be read."
        case .outcomeUnknown: "The connection was lost while a change was being saved; it may or may not be saved."
        case .cancelled: "The operation was cancelled."
        case .closed: "The database connection is closed."
        case .misuse: "The database was used in a way that it does not support."
        case .configuration(let fault): fault.description
        case .migration(let fault): fault.description
        case .cluster(let fault): fault.description
        }
    }

    /// The description with what the server or libpq said about it: for the log, never for an answer.
    package var logDescription: String {
        switch self {
        case .unavailable(_, let message?), .refused(_, let message?):
            "\(description) [\(message)]"
        case .server(let error):
            "\(description) [\(error.logDescription)]"
        case .decoding(let fault):
            "\(description) [column \(fault.column): \(fault.reason)]"
        case .outcomeUnknown(let id?):
            "\(description) [transaction \(id.rawValue)]"
        case .misuse(let misuse):
            "\(description) [\(misuse)]"
        case .cluster(let fault):
            fault.log.map { "\(description) [\($0)]" } ?? description
        default:
            description
        }
    }
}

extension ServerError {
    fileprivate var logDescription: String {
        let parts: [(String, String?)] = [
            ("state", state.rawValue), ("message", message), ("table", table), ("column", column),
            ("constraint", constraint),
        ]
        return parts.compactMap { name, value in value.map { "\(name): \($0)" } }.joined(separator: ", ")
    }
}

extension PostgresError.Unavailability: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable: "The database cannot be reached."
        case .connectionLost: "The connection to the database was lost."
        case .notAccepting: "The database is starting or stopping."
        case .tooManyConnections: "The database has no free connection."
        case .poolQueueFull: "Too many operations wait for the database."
        case .outOfResources: "The server has too many open files or threads to reach the database."
        }
    }
}

extension PostgresError.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .authentication: "The database refused the user name or password."
        case .unknownDatabase: "The database named in the connection string does not exist."
        case .other(let state): "The database refused the connection (\(state.rawValue))."
        }
    }
}

extension PostgresError.Limit: CustomStringConvertible {
    package var description: String {
        switch self {
        case .connecting: "The database did not accept a connection in time."
        case .statement, .response: "The database did not answer in time."
        case .lock: "Another change held the data for too long."
        case .pool: "No database connection became free in time."
        case .migrationLock: "Another process is changing the database's schema and did not finish in time."
        case .outcome: "The database could not say in time whether a change was saved."
        }
    }
}

extension PostgresError.ConfigurationFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .connectionString:
            "The database's connection string is not understood; "
                + "write it as postgres://user:password@host:5432/database."
        }
    }
}

extension EncodingFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .containsNUL, .statementContainsNUL: "Text must not contain the character NUL (U+0000)."
        case .tooManyBinds: "The operation has too many values."
        case .tooLarge: "A value is too large to be stored."
        }
    }
}
