package import GraphQL

/// How a caller names a provider.
package enum ProviderBy: InputObjectType {
    case id(GlobalID)
    case name(String)
    case sdkID(String)

    package static let input = InputObject<ProviderBy>.oneOf(
        "One provider.",
        Choice("id", "Its id.", make: ProviderBy.id),
        Choice("name", "Its name.", make: ProviderBy.name),
        Choice("providerSdkId", "Its SDK id.", make: ProviderBy.sdkID)
    )
}

extension Snapshot {
    func provider(_ by: ProviderBy) -> ProviderEntry? {
        switch by {
        case .id(let id): ID<Provider>(id.text).flatMap { provider($0) }
        case .name(let text): (try? Name(text)).flatMap { provider(named: $0) }
        case .sdkID(let text): (try? ProviderSDKID(text)).flatMap { provider($0) }
        }
    }
}
