extension Connection {
    /// Carries out `body` in a transaction: commits when it returns, rolls back when it throws.
    ///
    /// A task that is cancelled before the commit rolls back; the commit itself is carried through. When its reply is
    /// lost the error is ``PostgresError/outcomeUnknown(_:)``, with the transaction's id if it is `tracked`, which
    /// costs nothing but that the id is used up.
    @discardableResult
    package func transaction<Value: Sendable>(
        tracked: Bool = false,
        _ body: @Sendable (isolated Connection) async throws -> Value
    ) async throws -> Value {
        guard !isInTransaction else { throw PostgresError.misuse(.nestedTransaction) }
        let id = try await begin(tracked: tracked)
        let value: Value
        do {
            value = try await body(self)
            if Task.isCancelled { throw PostgresError.cancelled }
        } catch {
            rollBack()
            throw error
        }
        try commit(id)
        return value
    }

    /// Whether a transaction that was tracked has been committed.
    package func outcome(of id: TransactionID) async throws(PostgresError) -> TransactionOutcome {
        let status = try await query("SELECT pg_xact_status(\(id)::xid8)", as: String?.self)
        return TransactionOutcome(status: status.first ?? nil)
    }

    private func begin(tracked: Bool) async throws(PostgresError) -> TransactionID? {
        guard tracked else {
            try await script("BEGIN")
            return nil
        }
        return try await exchange { (session, patience) throws(PostgresError) in
            var id: TransactionID?
            try session.run(script: "BEGIN; SELECT pg_current_xact_id()::text", patience) {
                (result) throws(PostgresError) in
                guard result.rowCount == 1 else { return }
                id = TransactionID(rawValue: try result.text(at: .init(row: 0, column: 0), from: 0))
            }
            return id
        }
    }

    private func commit(_ id: TransactionID?) throws(PostgresError) {
        guard isInTransaction else { throw isUsable ? .misuse(.transactionEndedInside) : .closed }
        var command = ""
        do throws(PostgresError) {
            try uninterruptedExchange { (session, patience) throws(PostgresError) in
                try session.run(script: "COMMIT", patience) { (result) throws(PostgresError) in
                    command = result.command
                }
            }
        } catch {
            switch error {
            case .unavailable, .timedOut(.response): throw .outcomeUnknown(id)
            // The server itself refused, or nothing was sent: it is rolled back.
            default: throw error
            }
        }
        guard command == "COMMIT" else { throw .misuse(.committedAfterFailure) }
    }

    /// A connection that cannot roll back is closed by the failure itself, which rolls back as well.
    private func rollBack() {
        guard isInTransaction else { return }
        try? uninterruptedExchange { (session, patience) throws(PostgresError) in
            try session.run(script: "ROLLBACK", patience)
        }
    }
}

/// The id of a transaction in the whole life of a cluster (`xid8`).
package struct TransactionID: RawRepresentable, Hashable, Sendable, ColumnValue {
    /// In decimal, as the server writes it.
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// What became of a transaction.
package enum TransactionOutcome: Sendable, Equatable {
    case committed
    case aborted
    /// Its server process is still at it.
    case inProgress
    /// Too long ago for the server to remember.
    case forgotten

    init(status: String?) {
        self =
            switch status {
            case "committed": .committed
            case "aborted": .aborted
            case "in progress": .inProgress
            default: .forgotten
            }
    }
}
