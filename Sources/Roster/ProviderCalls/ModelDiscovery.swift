import GraphQL

/// What a provider offers, held against what is configured.
struct ModelDiscovery: ObjectType {
    typealias Context = APIContext

    let models: [DiscoveredModel]
    let vanished: [ModelEntry]

    static let object = Object<ModelDiscovery>("What a provider offers, held against what is configured.") {
        Field("models", "What it offers, in its own order.") { $0.models }
        Field("vanished", "Configured models of the provider that it no longer offers.") { $0.vanished }
    }

    /// Ids that cannot be a model's SDK id here, or occur twice, are left out.
    init(_ offered: [ModelListing.OfferedID], of provider: ProviderEntry) {
        var seen: Set<ModelSDKID> = []
        models = offered.compactMap { offered in
            guard let sdkID = try? ModelSDKID("\(provider.provider.sdkID):\(offered.id)"), seen.insert(sdkID).inserted
            else { return nil }
            let name = (try? Name(offered.name))?.text ?? offered.id
            return DiscoveredModel(sdkID: sdkID, name: name, existing: provider.model(sdkID))
        }
        vanished = provider.models { !seen.contains($0.sdkID) }
    }
}

/// A model that a provider offers.
struct DiscoveredModel: ObjectType {
    typealias Context = APIContext

    let sdkID: ModelSDKID
    let name: String
    let existing: ModelEntry?

    static let object = Object<DiscoveredModel>("A model that a provider offers.") {
        Field("modelSdkId", "The SDK id that it has or would have here.") { $0.sdkID.text }
        Field("name", "What the provider calls it.") { $0.name }
        Field("existing", "The configured model; null for one that is new.") { $0.existing }
    }
}
