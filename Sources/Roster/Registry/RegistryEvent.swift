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
        AsyncIterator(events: self, snapshots: registry.publications().makeAsyncIterator(), known: afterVersion)
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        let events: RegistryEvents
        var snapshots: AsyncStream<Snapshot>.AsyncIterator
        /// The newest version that was told or that need not be.
        var known: Int?

        mutating func next(isolation actor: isolated (any Actor)?) async -> RegistryEvent? {
            while let snapshot = await snapshots.next(isolation: actor) {
                guard events.registry.isCurrent(events.viewer) else { return nil }
                guard let known else {
                    known = snapshot.version
                    continue
                }
                if snapshot.version > known {
                    self.known = snapshot.version
                    return RegistryEvent(snapshot: snapshot)
                }
            }
            return nil
        }
    }
}
