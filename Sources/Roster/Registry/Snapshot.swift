/// The whole configuration at one version, as an immutable value.
///
/// Every lookup costs a few binary searches, whatever the size of the registry. Copies share what they have in
/// common, so changing a copy costs microseconds (see `OrderedIndex`).
package struct Snapshot: Sendable {
    /// Rises by one with every committed change; 0 is the empty registry.
    package internal(set) var version: Int
    /// Rises where the database was found to say something else than what it was known to have said at that version or
    /// before: it was put back, or changed by hand.
    var timeline = 0
    var entries = OrderedIndex<ID<Provider>, ProviderEntry>()
    var providersByName = OrderedIndex<NameOrder<Provider>, ID<Provider>>()
    var providersBySDKID = OrderedIndex<ProviderSDKID, ID<Provider>>()
    var modelPlaces = OrderedIndex<ID<Model>, ModelPlace>()
    var modelsByName = OrderedIndex<NameOrder<Model>, ID<Provider>>()
    package internal(set) var defaultModelID: ID<Model>?
    var tokens = TokenBook()
    /// When this version was made, by the database's clock.
    package internal(set) var changedAt = Instant(secondsSince1970: 0)

    /// Where a model's value is.
    struct ModelPlace: Hashable {
        let provider: ID<Provider>
        let order: NameOrder<Model>
    }

    package init(version: Int = 0) {
        self.version = version
    }

    /// What names this content among all that one server has read: two snapshots of one edition are the same.
    struct Edition: Sendable, Hashable, Comparable {
        let timeline: Int
        let version: Int

        static func < (left: Edition, right: Edition) -> Bool {
            (left.timeline, left.version) < (right.timeline, right.version)
        }
    }

    var edition: Edition { Edition(timeline: timeline, version: version) }

    /// The configuration that consists of these, in any order.
    ///
    /// Models of providers that are not among them are left out; the database's foreign key lets none exist.
    package init(version: Int, providers: [Provider], models: [Model]) {
        self.init(version: version)
        let models = models.sorted { $0.order < $1.order }
        let grouped = Dictionary(grouping: models, by: \.providerID)
        let providers = providers.sorted { $0.id < $1.id }
        entries = OrderedIndex(
            sorted: providers.map { (key: $0.id, value: ProviderEntry($0, sorted: grouped[$0.id] ?? [])) }
        )
        providersByName = OrderedIndex(
            sorted: providers.map { (key: $0.order, value: $0.id) }.sorted { $0.key < $1.key }
        )
        providersBySDKID = OrderedIndex(
            sorted: providers.map { (key: $0.sdkID, value: $0.id) }.sorted { $0.key < $1.key }
        )
        let known = models.filter { entries[$0.providerID] != nil }
        modelsByName = OrderedIndex(sorted: known.map { (key: $0.order, value: $0.providerID) })
        modelPlaces = OrderedIndex(
            sorted: known.map { (key: $0.id, value: ModelPlace(provider: $0.providerID, order: $0.order)) }
                .sorted { $0.key < $1.key }
        )
        defaultModelID = known.first(where: \.isDefault)?.id
    }
}

extension Snapshot: Equatable {
    package static func == (left: Snapshot, right: Snapshot) -> Bool {
        left.version == right.version && left.defaultModelID == right.defaultModelID
            && left.tokens == right.tokens && left.entries.elementsEqual(right.entries) { $0.value == $1.value }
    }
}
