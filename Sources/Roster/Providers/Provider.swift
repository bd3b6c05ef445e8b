/// One configured account or endpoint of a company or gateway that serves models.
package struct Provider: Noun, Hashable {
    package static let noun: StaticString = "provider"

    package let id: ID<Provider>
    package var name: Name
    package var sdkID: ProviderSDKID
    /// Nil where the client library knows its own.
    package var baseURL: BaseURL?
    package var key: StoredKey?
    package var imageURL: ImageURL?
    package var isEnabled: Bool
    /// The registry's version that last changed it.
    package var version: Int
    package let createdAt: Instant
    package var updatedAt: Instant

    /// Its place in the list of providers.
    package var order: NameOrder<Provider> { NameOrder(name, id) }
}
