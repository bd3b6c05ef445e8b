import GraphQL

@testable import Roster

extension RandomOperations {
    /// The same operations on a registry in a database: one to three in one transaction.
    mutating func step(_ live: LiveRegistry) async throws {
        do {
            let snapshot = live.registry.snapshot
            let steps = (0..<number(1..<4)).map { _ in operation(on: snapshot) }
            try await live.mutate { transaction in
                for step in steps { try await step(transaction) }
            }
            count(accepted: true)
        } catch {
            count(accepted: false)
            throw error
        }
    }

    private mutating func operation(
        on snapshot: Snapshot
    ) -> @Sendable (RegistryTransaction) async throws -> Void {
        let (provider, model) = (provider(snapshot), model(snapshot))
        switch number(0..<10) {
        case 0, 1:
            let new = newProvider()
            return { _ = try await $0.createProvider(new) }
        case 2:
            let patch = providerPatch()
            return { _ = try await $0.updateProvider(provider, patch, expectedVersion: nil) }
        case 3:
            let cascade = chance(60)
            return { try await $0.deleteProvider(provider, cascade: cascade, expectedVersion: nil) }
        case 4, 5:
            let new = newModel(of: snapshot.provider(provider)?.provider.sdkID.text ?? "none")
            return { _ = try await $0.createModel(new, of: .id(GlobalID(provider))) }
        case 6:
            let patch = modelPatch(snapshot)
            return { _ = try await $0.updateModel(model, patch, expectedVersion: nil) }
        case 7:
            return { try await $0.deleteModel(model, expectedVersion: nil) }
        case 8:
            let (ids, isEnabled) = ([model, self.model(snapshot)], chance(60))
            return { _ = try await $0.setModelsEnabled(ids, isEnabled) }
        default:
            guard chance(70) else { return { try await $0.clearDefaultModel() } }
            return { _ = try await $0.setDefaultModel(model) }
        }
    }
}
