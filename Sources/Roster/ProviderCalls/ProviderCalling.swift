import GraphQL

/// What makes calls to providers: the network floor, which keeps the rules about addresses.
package protocol ProviderCalling: Sendable {
    /// Asks a provider for its list of models, within bounds in time and size.
    func models(of endpoint: ProviderEndpoint) async -> ModelListing
}

/// What came of asking a provider for its models.
package struct ModelListing: Sendable {
    /// The models in the provider's order, or why there are none.
    package let result: Result<[OfferedID], CallFault>
    /// The provider's status, if it came to that.
    package let status: Int?
    package let duration: Duration
    /// The URL that was asked.
    package let url: String

    package init(result: Result<[OfferedID], CallFault>, status: Int?, duration: Duration, url: String) {
        self.result = result
        self.status = status
        self.duration = duration
        self.url = url
    }

    /// A model as its provider names it.
    package struct OfferedID: Hashable, Sendable {
        package let id: String
        /// What people call it; the id where the provider has no other name for it.
        package let name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }
}
