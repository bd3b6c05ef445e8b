import GraphQL

/// A version of the registry, told to whoever follows it.
struct RegistryEvent: ObjectType {
    typealias Context = APIContext

    let snapshot: Snapshot

    static let object = Object<RegistryEvent>("A new version of the registry.") {
        Field("version", "Of the registry.") { $0.snapshot.version }
        Field("at", "When it was made.") { $0.snapshot.changedAt }
        Field("registry", "As it is now.") { RegistryView(snapshot: $0.snapshot) }
    }
}

/// The versions of the registry as they come, for as long as the viewer may see them.
struct RegistryEvents: AsyncSequence, Sendable {
    let registry: Registry
    let viewer: Viewer
    /// What is already known; nil for the version at the beginning.
    let afterVersion: Int?

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(self)
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        let events: RegistryEvents
        var snapshots: AsyncStream<Snapshot>.AsyncIterator
        /// The newest version that was told or that need not be.
        var known: Int?
        private var seen = Int.min

        init(_ events: RegistryEvents) {
            self.events = events
            snapshots = events.registry.publications().makeAsyncIterator()
            known = events.afterVersion
        }

        mutating func next(isolation actor: isolated (any Actor)?) async -> RegistryEvent? {
            while let snapshot = await snapshots.next(isolation: actor) {
                guard events.registry.isCurrent(events.viewer) else { return nil }
                // A database that was put back, to a backup for example, goes on from an older version.
                let wasPutBack = snapshot.version < seen
                seen = snapshot.version
                if snapshot.version > known ?? snapshot.version || wasPutBack {
                    self.known = snapshot.version
                    return RegistryEvent(snapshot: snapshot)
                }
                known = known ?? snapshot.version
            }
            return nil
        }
    }
}
