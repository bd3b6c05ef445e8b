/// A provider in a snapshot, with its models.
///
/// A class, and immutable, so that the snapshots and the views that hold it share it by reference.
package final class ProviderEntry: Sendable {
    package let provider: Provider
    /// In their stable order.
    package let models: OrderedIndex<NameOrder<Model>, Model>
    let modelsBySDKID: OrderedIndex<ModelSDKID, NameOrder<Model>>

    init(
        _ provider: Provider,
        models: OrderedIndex<NameOrder<Model>, Model> = OrderedIndex(),
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
            models: OrderedIndex(sorted: sorted.map { (key: $0.order, value: $0) }),
            modelsBySDKID: OrderedIndex(sorted: bySDKID)
        )
    }

    package func model(_ sdkID: ModelSDKID) -> Model? {
        modelsBySDKID[sdkID].flatMap { models[$0] }
    }
}

extension ProviderEntry: Equatable {
    package static func == (left: ProviderEntry, right: ProviderEntry) -> Bool {
        left === right
            || (left.provider == right.provider
                && left.models.elementsEqual(right.models) { $0.value == $1.value })
    }
}

/// A model in a snapshot, with its provider.
package struct ModelEntry: Equatable, Sendable {
    package let model: Model
    package let provider: ProviderEntry

    /// Whether a chat interface may offer it.
    package var isOffered: Bool { model.isEnabled && provider.provider.isEnabled }
}
