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
        guard let provider = provider(sdkID.provider), let model = provider.model(sdkID) else { return nil }
        return ModelEntry(model: model, provider: provider)
    }

    func model(at order: NameOrder<Model>, of provider: ID<Provider>) -> ModelEntry? {
        guard let entry = entries[provider], let model = entry.models[order] else { return nil }
        return ModelEntry(model: model, provider: entry)
    }

    package var defaultModel: ModelEntry? {
        defaultModelID.flatMap { model($0) }
    }

    package var providerCount: Int { entries.count }
    package var modelCount: Int { modelPlaces.count }

    /// All providers, by name; ties by id.
    package var providers: some Sequence<ProviderEntry> {
        providersByName.lazy.compactMap { entries[$0.value] }
    }
}
