package import GraphQL

/// Anything with an id of its own.
package enum Node: AbstractType {
    case provider(ProviderEntry)
    case model(ModelEntry)

    package static let abstract = Abstract<Node>.interface(
        "Anything with an id of its own.",
        fields: [InterfaceField("id", ID<Provider>.self, "Unique among all things.")],
        possible: [
            Possible(ProviderEntry.self) { if case .provider(let entry) = $0 { entry } else { nil } },
            Possible(ModelEntry.self) { if case .model(let entry) = $0 { entry } else { nil } },
        ]
    )
}

extension Snapshot {
    /// Whatever has that id.
    func node(_ id: GlobalID) -> Node? {
        switch EntityID(id.text) {
        case .provider(let id): provider(id).map(Node.provider)
        case .model(let id): model(id).map(Node.model)
        case .token, nil: nil
        }
    }
}
