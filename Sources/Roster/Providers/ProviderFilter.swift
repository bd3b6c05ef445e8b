package import GraphQL

/// Which providers are wanted; all that is given must be true.
package struct ProviderFilter: InputObjectType {
    let isEnabled: Bool?
    let search: String?

    package static let input = InputObject<ProviderFilter>(
        "Which providers: all that is given must be true.",
        Argument("isEnabled", "Only enabled ones, or only disabled ones."),
        Argument("search", "Text that occurs in the name or the SDK id, in any case."),
        make: ProviderFilter.init(isEnabled:search:)
    )

    var matches: @Sendable (ProviderEntry) -> Bool {
        let term = search.flatMap(SearchTerm.init)
        return { entry in
            let provider = entry.provider
            if let isEnabled, provider.isEnabled != isEnabled { return false }
            guard let term else { return true }
            return term.isFound(in: provider.name.text) || term.isFound(in: provider.sdkID.text)
        }
    }
}
