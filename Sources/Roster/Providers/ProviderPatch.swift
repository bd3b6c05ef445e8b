package import GraphQL
package import Vault

/// What is to be different about a provider; nothing in it has been checked.
package struct ProviderPatch: Sendable {
    package var name: Patch<String>
    package var sdkID: Patch<String>
    package var baseURL: Patch<String>
    package var apiKey: Patch<Secret>
    package var imageURL: Patch<String>
    package var isEnabled: Patch<Bool>

    package init(
        name: Patch<String> = .keep,
        sdkID: Patch<String> = .keep,
        baseURL: Patch<String> = .keep,
        apiKey: Patch<Secret> = .keep,
        imageURL: Patch<String> = .keep,
        isEnabled: Patch<Bool> = .keep
    ) {
        self.name = name
        self.sdkID = sdkID
        self.baseURL = baseURL
        self.apiKey = apiKey
        self.imageURL = imageURL
        self.isEnabled = isEnabled
    }
}
