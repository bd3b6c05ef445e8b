extension Snapshot {
    package func provider(_ id: ID<Provider>) -> ProviderEntry? {
        entries[id]
    }

    package func provider(_ sdkID: ProviderSDKID) -> ProviderEntry? {
        providersBySDKID[sdkID].flatMap { entries[$0] }
    }

    package func provider(named name: Name) -> ProviderEntry? {
        let position = providersByName.lowerBound(of: NameOrder(name, ID(.min)))
        guard position != providersByName.endIndex, providersByName[position].key.name == name else { return nil }
        return entries[providersByName[position].value]
    }

    package func model(_ id: ID<Model>) -> ModelEntry? {
        guard let place = modelPlaces[id] else { return nil }
        return model(at: place.order, of: place.provider)
    }

    package func model(_ sdkID: ModelSDKID) -> ModelEntry? {
        provider(sdkID.provider)?.model(sdkID)
    }

    func model(at order: NameOrder<Model>, of provider: ID<Provider>) -> ModelEntry? {
        entries[provider]?.model(at: order)
    }

    package var defaultModel: ModelEntry? {
        defaultModelID.flatMap { model($0) }
    }

    package var providerCount: Int { entries.count }
    package var modelCount: Int { modelPlaces.count }

    /// All providers, by name; ties by id.
    package var providers: some Sequence<ProviderEntry> {
        providersByName.values.lazy.compactMap { entries[$0] }
    }
}
