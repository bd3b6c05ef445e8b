/// A provider in a snapshot, with its models.
///
/// A class, and immutable, so that the snapshots and the views that hold it share it by reference.
package final class ProviderEntry: Sendable {
    package let provider: Provider
    /// In their stable order.
    let models: OrderedIndex<NameOrder<Model>, Shared<Model>>
    let modelsBySDKID: OrderedIndex<ModelSDKID, NameOrder<Model>>

    init(
        _ provider: Provider,
        models: OrderedIndex<NameOrder<Model>, Shared<Model>> = OrderedIndex(),
        modelsBySDKID: OrderedIndex<ModelSDKID, NameOrder<Model>> = OrderedIndex()
    ) {
        self.provider = provider
        self.models = models
        self.modelsBySDKID = modelsBySDKID
    }

    /// - Parameter sorted: all models of the provider, in their stable order.
    convenience init(_ provider: Provider, sorted: [Model]) {
        let bySDKID = sorted.map { (key: $0.sdkID, value: $0.order) }.sorted { $0.key < $1.key }
        self.init(
            provider,
            models: OrderedIndex(sorted: sorted.map { (key: $0.order, value: Shared($0)) }),
            modelsBySDKID: OrderedIndex(sorted: bySDKID)
        )
    }

    package func model(_ sdkID: ModelSDKID) -> ModelEntry? {
        modelsBySDKID[sdkID].flatMap { model(at: $0) }
    }

    func model(at order: NameOrder<Model>) -> ModelEntry? {
        models[order].map { ModelEntry($0, of: self) }
    }

    /// Its models in their stable order, or those of them that pass.
    package func models(where passes: ((Model) -> Bool)? = nil) -> [ModelEntry] {
        var entries: [ModelEntry] = []
        entries.reserveCapacity(models.count)
        for shared in models.values where passes?(shared.value) ?? true { entries.append(ModelEntry(shared, of: self)) }
        return entries
    }
}

extension ProviderEntry: Equatable {
    package static func == (left: ProviderEntry, right: ProviderEntry) -> Bool {
        left === right
            || (left.provider == right.provider
                && left.models.values.elementsEqual(right.models.values) { $0.value == $1.value })
    }
}

/// A model in a snapshot, with its provider.
package struct ModelEntry: Sendable {
    private let shared: Shared<Model>
    package let provider: ProviderEntry

    package var model: Model { shared.value }

    init(_ shared: Shared<Model>, of provider: ProviderEntry) {
        self.shared = shared
        self.provider = provider
    }

    /// Whether a chat interface may offer it.
    package var isOffered: Bool { model.isEnabled && provider.provider.isEnabled }
}

extension ModelEntry: Equatable {
    package static func == (left: ModelEntry, right: ModelEntry) -> Bool {
        left.model == right.model && left.provider == right.provider
    }
}

/// A value in one place, for lists that many readers walk: each view of it costs a pointer, not a copy of its parts.
final class Shared<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
