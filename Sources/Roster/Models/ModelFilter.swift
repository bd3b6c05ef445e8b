package import GraphQL

/// Which models are wanted; all that is given must be true.
package struct ModelFilter: InputObjectType {
    let isEnabled: Bool?
    let provider: GlobalID?
    let search: String?

    package static let input = InputObject<ModelFilter>(
        "Which models: all that is given must be true.",
        Argument("isEnabled", "Only enabled ones, or only disabled ones."),
        Argument("provider", "The id of their provider."),
        Argument("search", "Text that occurs in the name or the SDK id, in any case."),
        make: ModelFilter.init(isEnabled:provider:search:)
    )

    var matches: @Sendable (ModelEntry) -> Bool {
        let term = search.flatMap(SearchTerm.init)
        let owner = provider.map { ID<Provider>($0.text) }
        return { entry in
            let model = entry.model
            if let isEnabled, model.isEnabled != isEnabled { return false }
            if let owner, model.providerID != owner { return false }
            guard let term else { return true }
            return term.isFound(in: model.name.text) || term.isFound(in: model.sdkID.text)
        }
    }
}
