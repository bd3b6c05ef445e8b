import CLibpq
import Glibc

extension Session {
    /// Sends one statement with its binds and hands its result on.
    func run(
        _ statement: Statement,
        _ patience: Patience,
        _ read: (borrowing ResultSet) throws(PostgresError) -> Void = { _ in }
    ) throws(PostgresError) {
        let sent = statement.withPointers { values in
            PQsendQueryParams(
                connection, statement.text, CInt(statement.types.count), statement.types, values,
                statement.lengths, statement.formats, 1)
        }
        guard sent == 1 else { throw connectionLost }
        try finish(patience, read)
    }

    /// Sends statements without binds, separated by semicolons, and hands on the result of each.
    func run(
        script: String,
        _ patience: Patience,
        _ read: (borrowing ResultSet) throws(PostgresError) -> Void = { _ in }
    ) throws(PostgresError) {
        guard PQsendQuery(connection, script) == 1 else { throw connectionLost }
        try finish(patience, read)
    }

    /// Reads until the server is done, so that the connection can be used again, and then throws the first error.
    private func finish(
        _ patience: Patience,
        _ read: (borrowing ResultSet) throws(PostgresError) -> Void
    ) throws(PostgresError) {
        try flush(patience)
        var fault: PostgresError?
        while true {
            try receive(patience)
            guard let pointer = PQgetResult(connection) else { break }
            let result = ResultSet(owning: pointer)
            do throws(PostgresError) {
                try check(result)
                if fault == nil { try read(result) }
            } catch {
                // After a lost connection or in a COPY there is no end to read up to.
                if error.endsConnection { throw error }
                fault = fault ?? error
            }
        }
        if let fault { throw fault }
    }

    private func flush(_ patience: Patience) throws(PostgresError) {
        while true {
            let state = PQflush(connection)
            if state == 0 { return }
            guard state == 1 else { throw connectionLost }
            // The server may wait for its own answers to be read before it reads on.
            try wait(for: POLLIN | POLLOUT, patience)
            guard PQconsumeInput(connection) == 1 else { throw connectionLost }
        }
    }

    private func receive(_ patience: Patience) throws(PostgresError) {
        while PQisBusy(connection) != 0 {
            try wait(for: POLLIN, patience)
            guard PQconsumeInput(connection) == 1 else { throw connectionLost }
        }
    }

    private func check(_ result: borrowing ResultSet) throws(PostgresError) {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: throw .misuse(.copy)
        default: throw result.error ?? connectionLost
        }
    }

    /// Waits until a notification has come; `nil` when the deadline passes first.
    func notification(_ patience: Patience) throws(PostgresError) -> Notification? {
        while true {
            if let notification = PQnotifies(connection) {
                defer { PQfreemem(notification) }
                return Notification(
                    channel: String(cString: notification.pointee.relname),
                    payload: String(cString: notification.pointee.extra))
            }
            do throws(PostgresError) { try wait(for: POLLIN, patience) } catch .timedOut { return nil }
            guard PQconsumeInput(connection) == 1 else { throw connectionLost }
        }
    }

    private var connectionLost: PostgresError {
        .unavailable(.connectionLost, message: errorMessage)
    }
}

extension ResultSet {
    /// The server's error as one of ours; `nil` when libpq made the result itself, because the connection broke.
    fileprivate var error: PostgresError? {
        guard let state = errorField(LIBPQ_DIAG_SQLSTATE).map(SQLState.init(rawValue:)) else { return nil }
        let message = errorField(LIBPQ_DIAG_MESSAGE)
        if ["FATAL", "PANIC"].contains(errorField(LIBPQ_DIAG_SEVERITY)) {
            return .unavailable(.connectionLost, message: message)
        }
        switch state {
        case .queryCancelled: return .timedOut(.statement)
        case .lockNotAvailable: return .timedOut(.lock)
        default:
            return .server(
                ServerError(
                    state: state, constraint: errorField(LIBPQ_DIAG_CONSTRAINT),
                    table: errorField(LIBPQ_DIAG_TABLE), column: errorField(LIBPQ_DIAG_COLUMN), message: message))
        }
    }
}

extension PostgresError {
    /// Whether a connection that met this must not be used again.
    var endsConnection: Bool {
        switch self {
        case .unavailable, .timedOut, .cancelled, .closed, .outcomeUnknown, .misuse(.copy): true
        // A primary that has become read-only: the next connection looks for the new one.
        case .server(let error): error.state == .readOnlyTransaction
        default: false
        }
    }
}
