import Synchronization

/// What resolvers get besides the value whose field they resolve: who asks, and of which state of the registry.
package final class APIContext: Sendable {
    /// One state for a whole query, so that its answer is consistent.
    let snapshot: Snapshot
    let keys: ProviderKeys
    let viewer: Viewer
    /// What calls providers; nil where nobody does.
    let calls: (any ProviderCalling)?
    /// How many calls to providers the operation may still make.
    private let callsLeft = Mutex(APIContext.calls)
    /// How many one operation may make: each holds a connection, and a list of addresses could be searched by many.
    static let calls = 20
    private let runningTransaction: RegistryTransaction?
    private let liveRegistry: Registry?

    /// - Parameters:
    ///   - registry: nil where there is but a snapshot; fields that need more fail then.
    ///   - transaction: that of a mutation operation.
    package init(
        _ snapshot: Snapshot,
        keys: ProviderKeys,
        viewer: Viewer,
        registry: Registry? = nil,
        calls: (any ProviderCalling)? = nil,
        transaction: RegistryTransaction? = nil
    ) {
        self.snapshot = snapshot
        self.keys = keys
        self.viewer = viewer
        self.calls = calls
        liveRegistry = registry
        runningTransaction = transaction
    }

    /// For a query or a subscription.
    package convenience init(_ registry: Registry, viewer: Viewer, calls: (any ProviderCalling)? = nil) {
        self.init(registry.snapshot, keys: registry.keys, viewer: viewer, registry: registry, calls: calls)
    }

    /// Counts a call to a provider; false if there were enough.
    func admitCall() -> Bool {
        callsLeft.withLock { left in
            left -= 1
            return left >= 0
        }
    }

    /// The transaction that a mutation's fields take part in.
    ///
    /// - Throws: where the operation is no mutation, which a schema has no way to say.
    var transaction: RegistryTransaction {
        get throws {
            guard let runningTransaction else { throw RegistryError.damaged }
            return runningTransaction
        }
    }

    /// The registry itself, for what is not in a snapshot.
    ///
    /// - Throws: where there is none.
    var registry: Registry {
        get throws {
            guard let liveRegistry else { throw RegistryError.damaged }
            return liveRegistry
        }
    }
}
