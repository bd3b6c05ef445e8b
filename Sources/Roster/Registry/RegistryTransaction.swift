import Postgres

/// One mutation operation while it runs: each step changes the draft and the tables, and is refused by either.
///
/// Steps come one after the other, as the fields of a mutation do.
package actor RegistryTransaction {
    private(set) var draft: Draft
    private let connection: Connection
    private let actorName: String
    private var writtenEdits = 0

    init(_ draft: Draft, on connection: Connection, by actorName: String) {
        self.draft = draft
        self.connection = connection
        self.actorName = actorName
    }

    /// The registry with everything done so far.
    package var snapshot: Snapshot { draft.snapshot }

    package func createProvider(_ new: NewProvider) async throws -> ProviderEntry {
        let id = try await newID(Provider.newIDs(1))
        let modelIDs = try await newIDs(Model.newIDs(new.models.count))
        return try await step { try $0.createProvider(new, id: ID(id), modelIDs: modelIDs.map { ID($0) }) }
    }

    package func updateProvider(
        _ id: ID<Provider>, _ patch: ProviderPatch, expectedVersion: Int?
    ) async throws -> ProviderEntry {
        try await step { try $0.updateProvider(id, patch, expectedVersion: expectedVersion) }
    }

    package func deleteProvider(_ id: ID<Provider>, cascade: Bool, expectedVersion: Int?) async throws {
        try await step { try $0.deleteProvider(id, cascade: cascade, expectedVersion: expectedVersion) }
    }

    package func createModel(_ new: NewModel, of provider: ProviderBy) async throws -> ModelEntry {
        guard let provider = draft.snapshot.provider(provider)?.provider.id else {
            throw Refusals(.notFound(.provider), at: "input.provider")
        }
        let id = try await newID(Model.newIDs(1))
        return try await step { try $0.createModel(new, of: provider, id: ID(id)) }
    }

    package func updateModel(
        _ id: ID<Model>, _ patch: ModelPatch, expectedVersion: Int?
    ) async throws -> ModelEntry {
        try await step { try $0.updateModel(id, patch, expectedVersion: expectedVersion) }
    }

    package func deleteModel(_ id: ID<Model>, expectedVersion: Int?) async throws {
        try await step { try $0.deleteModel(id, expectedVersion: expectedVersion) }
    }

    package func setModelsEnabled(_ ids: [ID<Model>?], _ isEnabled: Bool) async throws -> [ModelEntry] {
        try await step { try $0.setModelsEnabled(ids, isEnabled) }
    }

    package func setDefaultModel(_ id: ID<Model>) async throws -> ModelEntry {
        try await step { try $0.setDefaultModel(id) }
    }

    package func clearDefaultModel() async throws {
        try await step { $0.clearDefaultModel() }
    }
}

extension RegistryTransaction {
    /// Changes the draft, then the tables. What the database refuses fails the transaction, so that nothing of it stays.
    func step<Answer: Sendable>(_ change: (inout Draft) throws -> Answer) async throws -> Answer {
        do {
            let answer = try change(&draft)
            try await write(Array(draft.edits[writtenEdits...]))
            writtenEdits = draft.edits.count
            return answer
        } catch let refusals as Refusals {
            throw try await naming(refusals)
        } catch {
            throw RegistryError.translating(error)
        }
    }

    /// Numbers for rows that are about to be inserted. They are used up even if the step is refused.
    private func newIDs(_ sql: SQL) async throws -> [Int] {
        try await query(sql, as: Int.self)
    }

    func query<Value: ColumnValue>(_ sql: SQL, as type: Value.Type) async throws -> [Value] {
        do {
            return try await connection.query(sql, as: type)
        } catch {
            throw RegistryError.translating(error)
        }
    }

    func newID(_ sql: SQL) async throws -> Int {
        guard let id = try await newIDs(sql).first else { throw RegistryError.damaged }
        return id
    }

    /// Writes edits to the tables, in order, those of models in batches.
    private func write(_ edits: [RegistryEdit]) async throws {
        var models: [Edit<Model>] = []
        for edit in edits {
            switch edit {
            case .model(let edit): models.append(edit)
            case .provider(let edit):
                try await write(models)
                models = []
                try await connection.execute(edit.statement)
            case .token(let edit):
                try await connection.execute(edit.statement)
            }
        }
        try await write(models)
    }

    private func write(_ models: [Edit<Model>]) async throws {
        for batch in ModelBatch.batches(models) { try await connection.execute(batch.statement) }
    }

    /// Adds to a conflict who made the version that the caller has not seen.
    private func naming(_ refusals: Refusals) async throws -> Refusals {
        guard refusals.all.count == 1, let refusal = refusals.all.first,
            case .conflict(let version, nil) = refusal.reason
        else { return refusals }
        let name =
            version == draft.snapshot.version
            ? actorName : try await connection.query(Change.actor(ofVersion: version), as: String.self).first
        return Refusals(.conflict(currentVersion: version, changedBy: name), at: refusal.field)
    }
}
