import Postgres
import Synchronization

extension Registry {
    /// Carries out a mutation operation: all that `body` does takes effect, or nothing.
    ///
    /// One transaction: lock the registry, catch up, let `body` change draft and tables, add to the history, raise
    /// the version, notify, commit, publish, and only then answer. Operations are one after the other, also those of
    /// other servers. When `body` changes nothing there is no new version.
    ///
    /// - Throws: what `body` throws; `Refusals` where the database refuses what the rules let pass; and
    ///   `RegistryError` where it is away or its answer was lost. Except for `outcomeUnknown`, nothing was changed.
    package func mutate<Answer: Sendable>(
        as actor: Viewer,
        _ body: @Sendable (RegistryTransaction) async throws -> Answer
    ) async throws -> Answer {
        let made = Mutex<(snapshot: Snapshot, answer: Answer)?>(nil)
        do {
            try await pool.transaction(tracked: true) { connection in
                let head = try await Head.read(on: connection, locking: true)
                let base = try await self.current(at: head, on: connection)
                // The token may have been revoked since the request was let in, on another server perhaps.
                guard base.tokens.isCurrent(actor, at: head.now) else { throw RegistryError.tokenEnded }
                let draft = Draft(of: base, at: head.now, keys: self.keys)
                let transaction = RegistryTransaction(draft, on: connection, by: actor.name)
                let answer = try await body(transaction)
                let draftAfter = await transaction.draft
                made.withLock { $0 = (draftAfter.isUnchanged ? base : draftAfter.snapshot, answer) }
                if !draftAfter.isUnchanged { try await Self.finish(draftAfter, by: actor.name, on: connection) }
            }
        } catch PostgresError.outcomeUnknown(let id) {
            try await resolve(id)
        } catch {
            let error = RegistryError.translating(error)
            noteFailure(error)
            throw error
        }
        // The commit went through, so the body did.
        guard let made = made.withLock({ $0 }) else { throw RegistryError.outcomeUnknown }
        publish(made.snapshot)
        return made.answer
    }

    /// The state of the tables, which nobody else can change now.
    private func current(at head: Head, on connection: isolated Connection) async throws -> Snapshot {
        let known = snapshot
        // After an outage it may be another database, of the same version by chance.
        let isTrusted = !isStale
        guard head.version != known.version || !isTrusted else { return known }
        let newer = isTrusted ? try await known.caughtUp(to: head, on: connection) : nil
        let found: Snapshot
        if let newer { found = newer } else { found = try await Snapshot.stored(on: connection, at: head) }
        _ = adopt(found, insteadOf: known)
        return found
    }

    /// Writes what every change leaves behind: the history, the version, and word to other servers.
    private static func finish(_ draft: Draft, by actor: String, on connection: isolated Connection) async throws {
        let version = draft.snapshot.version
        let changes = draft.edits.enumerated().map { ordinal, edit in
            Change(edit, version: version, ordinal: ordinal, at: draft.now, by: actor)
        }
        try await connection.execute(try Change.insertion(of: changes))
        try await connection.execute("UPDATE registry SET version = \(version)")
        try await connection.execute("SELECT pg_notify(\(Self.channel), \(String(version)))")
    }

    /// Finds out whether a transaction was committed whose answer was lost; returns if it was.
    private func resolve(_ id: TransactionID?) async throws {
        guard let id, let outcome = try? await pool.outcome(of: id, within: .seconds(5)) else {
            throw RegistryError.outcomeUnknown
        }
        switch outcome {
        case .committed: return
        case .aborted: throw RegistryError.unavailable(.unavailable(.connectionLost, message: nil))
        case .inProgress, .forgotten: throw RegistryError.outcomeUnknown
        }
    }
}
