import Postgres

extension Registry {
    /// Looks whether the database is there, and reads what others have changed in it.
    ///
    /// - Parameter anew: whether to read everything, also what seems to be known.
    /// - Returns: whether there was anything new.
    @discardableResult
    package func catchUp(anew: Bool = false) async throws -> Bool {
        let known = snapshot
        if !anew {
            let head = try await read { connection in try await Head.read(on: connection, locking: false) }
            guard head.version != known.version else {
                note(isStale: false)
                return false
            }
        }
        let found = try await read { connection in
            try await Snapshot.load(on: connection, knowing: anew ? nil : known).snapshot
        }
        return adopt(found, insteadOf: known)
    }
}

extension Snapshot {
    /// More changed things than these are not read one by one.
    private static let changeLimit = 1000

    /// This state with everything that was changed since, as the tables have it now.
    ///
    /// The caller sees to it that the tables do not change meanwhile, as for `stored`.
    ///
    /// - Returns: nil where reading everything is called for: after a great change, and where the database is of an
    ///   older version than this, so that it was put back or another took its place.
    func caughtUp(to head: Head, on connection: isolated Connection) async throws -> Snapshot? {
        guard head.version >= version else { return nil }
        let texts = try await connection.query(
            """
            SELECT DISTINCT entity
            FROM changes
            WHERE version > \(version)
            ORDER BY entity
            LIMIT \(Self.changeLimit + 1)
            """, as: String.self)
        guard texts.count <= Self.changeLimit else { return nil }
        var providerIDs: [ID<Provider>] = []
        var modelIDs: [ID<Model>] = []
        var tokenIDs: [ID<Token>] = []
        var snapshot = self
        for entity in texts {
            switch EntityID(entity) {
            case .provider(let id): providerIDs.append(id)
            case .model(let id): modelIDs.append(id)
            case .token(let id): tokenIDs.append(id)
            case nil: break
            }
        }
        let providers = try await connection.query(Provider.rows(providerIDs), as: Provider.row)
        let models = try await connection.query(Model.rows(modelIDs), as: Model.row)
        let tokens = try await connection.query(Token.rows(tokenIDs), as: Token.row)
        let providerEdits = edits(providerIDs, from: { self.provider($0)?.provider }, to: providers)
        let modelEdits = edits(modelIDs, from: { self.model($0)?.model }, to: models)
            .sorted { $0.subject.providerID < $1.subject.providerID }
        let tokenEdits = edits(tokenIDs, from: { self.tokens[$0] }, to: tokens)
        // A provider is there before its models come, and until they are gone.
        snapshot.apply(providerEdits.filter { $0.after != nil }.map(RegistryEdit.provider))
        snapshot.apply(modelEdits.map(RegistryEdit.model))
        snapshot.apply(providerEdits.filter { $0.after == nil }.map(RegistryEdit.provider))
        snapshot.apply(tokenEdits.map(RegistryEdit.token))
        snapshot.version = head.version
        snapshot.changedAt = head.changedAt
        return snapshot
    }

    /// What became of things, whose present state is in `rows` if they still are.
    private func edits<Entity: Recorded>(
        _ ids: [ID<Entity>], from before: (ID<Entity>) -> Entity?, to rows: [Entity]
    ) -> [Edit<Entity>] {
        let rows = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { id in
            switch (before(id), rows[id]) {
            case (nil, nil): nil
            case (nil, let after?): .create(after)
            case (let before?, nil): .delete(before)
            case (let before?, let after?): .update(from: before, to: after)
            }
        }
    }
}
