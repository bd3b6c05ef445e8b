/// What resolvers get besides the value whose field they resolve: who asks, and of which state of the registry.
package final class APIContext: Sendable {
    /// One state for a whole query, so that its answer is consistent.
    let snapshot: Snapshot
    let keys: ProviderKeys
    let viewer: Viewer
    private let running: RegistryTransaction?

    /// - Parameter transaction: that of a mutation operation.
    package init(_ snapshot: Snapshot, keys: ProviderKeys, viewer: Viewer, transaction: RegistryTransaction? = nil) {
        self.snapshot = snapshot
        self.keys = keys
        self.viewer = viewer
        running = transaction
    }

    /// The transaction that a mutation's fields take part in.
    ///
    /// - Throws: where the operation is no mutation, which a schema has no way to say.
    var transaction: RegistryTransaction {
        get throws {
            guard let running else { throw RegistryError.damaged }
            return running
        }
    }
}
