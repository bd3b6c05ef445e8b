package import Vault

/// A provider to be created, as a caller describes it; nothing in it has been checked.
package struct NewProvider: Sendable {
    package var name: String
    package var sdkID: String
    package var baseURL: String?
    package var apiKey: Secret?
    package var imageURL: String?
    package var isEnabled: Bool
    package var models: [NewModel]

    package init(
        name: String,
        sdkID: String,
        baseURL: String? = nil,
        apiKey: Secret? = nil,
        imageURL: String? = nil,
        isEnabled: Bool = true,
        models: [NewModel] = []
    ) {
        self.name = name
        self.sdkID = sdkID
        self.baseURL = baseURL
        self.apiKey = apiKey
        self.imageURL = imageURL
        self.isEnabled = isEnabled
        self.models = models
    }
}
