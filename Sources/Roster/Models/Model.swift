/// A model that a provider serves.
package struct Model: Noun, Hashable {
    package static let noun: StaticString = "model"

    package let id: ID<Model>
    package let providerID: ID<Provider>
    package var name: Name
    package var sdkID: ModelSDKID
    /// At most one model of all has it, and that one is enabled and of an enabled provider.
    package var isDefault: Bool
    package var isEnabled: Bool
    /// The registry's version that last changed it.
    package var version: Int
    package let createdAt: Instant
    package var updatedAt: Instant

    /// Its place in the list of models.
    package var order: NameOrder<Model> { NameOrder(name, id) }
}
