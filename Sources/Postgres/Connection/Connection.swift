/// One connection to Postgres, on a thread of its own.
///
/// A closure that gets it as `isolated` runs on that thread, so statement after statement goes out without a change of
/// threads. A connection that broke, timed out, or whose task was cancelled in the middle of a statement is closed,
/// and every later use throws ``PostgresError/closed``.
package actor Connection {
    package nonisolated let settings: ConnectionSettings

    private let executor: ThreadExecutor
    private let wakeup: Wakeup
    private var session: Session

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(_ settings: ConnectionSettings) throws(PostgresError) {
        self.settings = settings
        executor = try ThreadExecutor()
        wakeup = try Wakeup()
        session = Session(wakeup: wakeup)
    }

    /// Connects; takes no longer than the connect timeout, and ends early when the task is cancelled.
    package static func open(_ settings: ConnectionSettings) async throws(PostgresError) -> Connection {
        let connection = try Connection(settings)
        try await connection.connect()
        return connection
    }

    private func connect() async throws(PostgresError) {
        let patience = Session.Patience(deadline: .now + settings.totalConnectTimeout, limit: .connecting)
        try await interruptible { (session) throws(PostgresError) in
            try session.connect(settings.libpqParameters, patience)
            try session.run(script: settings.sessionScript(serverVersion: session.serverVersion), patience)
        }
    }

    /// Whether it can take another statement outside of a transaction.
    package var isUsable: Bool { session.isOpen && session.isIdle && !wakeup.isStopped }

    /// Looks at the socket whether the server has hung up meanwhile, and closes the connection if so.
    package func checkStillConnected() -> Bool {
        if !isUsable || !session.stillConnected() { session.close() }
        return session.isOpen
    }

    /// Closes the connection after what it is doing now.
    package func close() {
        session.close()
    }

    /// Ends what the connection is doing, with ``PostgresError/closed``, and everything after it.
    package nonisolated func interrupt() {
        wakeup.signalStop()
    }
}

extension Connection {
    /// Carries out a statement and reads all its rows.
    package func query<Row>(_ sql: SQL, as row: RowDefinition<Row>) async throws(PostgresError) -> [Row] {
        let statement = try Statement(sql)
        return try await exchange { (session, patience) throws(PostgresError) in
            var rows: [Row] = []
            try session.run(statement, patience) { (result) throws(PostgresError) in rows = try row.rows(of: result) }
            return rows
        }
    }

    /// Carries out a statement that returns one column.
    package func query<Value: ColumnValue>(_ sql: SQL, as _: Value.Type) async throws(PostgresError) -> [Value] {
        try await query(sql, as: RowDefinition<Value>.value("value"))
    }

    /// Carries out a statement and returns how many rows it concerned.
    @discardableResult
    package func execute(_ sql: SQL) async throws(PostgresError) -> Int {
        let statement = try Statement(sql)
        return try await exchange { (session, patience) throws(PostgresError) in
            var count = 0
            try session.run(statement, patience) { (result) throws(PostgresError) in count = result.affectedCount }
            return count
        }
    }

    /// Carries out statements separated by semicolons, all or none unless they contain transactions of their own.
    package func script(_ text: String) async throws(PostgresError) {
        guard !text.utf8.contains(0) else { throw .encoding(.statementContainsNUL) }
        try await exchange { (session, patience) throws(PostgresError) in try session.run(script: text, patience) }
    }
}

extension Connection {
    /// Whether a transaction is open.
    var isInTransaction: Bool { session.isInTransaction }

    /// One exchange with the server, bounded by the response timeout and by the task's cancellation.
    func exchange<Value: Sendable>(
        _ body: (inout Session, Session.Patience) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let patience = Session.Patience(deadline: settings.responseTimeout.map { .now + $0 }, limit: .response)
        return try await interruptible { (session) throws(PostgresError) in
            guard session.isOpen, !wakeup.isStopped else { throw .closed }
            return try body(&session, patience)
        }
    }

    /// One exchange that a cancelled task carries through, such as the end of a transaction; always bounded.
    func uninterruptedExchange<Value>(
        _ body: (inout Session, Session.Patience) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        let patience = Session.Patience(
            deadline: .now + (settings.responseTimeout ?? .seconds(30)), limit: .response, isInterruptible: false)
        guard session.isOpen else { throw .closed }
        return try closingOnFault { (session) throws(PostgresError) in try body(&session, patience) }
    }

    /// Something that the task's cancellation ends; its own limit in time is for `body` to keep.
    func interruptible<Value: Sendable>(
        _ body: (inout Session) throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        if Task.isCancelled { throw .cancelled }
        let wakeup = wakeup
        let result = await withTaskCancellationHandler {
            do throws(PostgresError) {
                return Result<Value, PostgresError>.success(try closingOnFault(body))
            } catch {
                return .failure(error)
            }
        } onCancel: {
            wakeup.signal()
        }
        return try result.get()
    }

    private func closingOnFault<Value>(
        _ body: (inout Session) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        do throws(PostgresError) {
            return try body(&session)
        } catch {
            if error.endsConnection {
                if error.leavesStatementRunning { session.requestCancellation() }
                session.close()
            }
            throw error
        }
    }
}

extension PostgresError {
    /// Whether the server may still be at it: we stopped waiting, it did not stop working.
    fileprivate var leavesStatementRunning: Bool {
        self == .cancelled || self == .closed
    }
}
