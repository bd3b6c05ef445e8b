package import GraphQL
import Vault

extension NewProvider: InputObjectType {
    package static let typeName = "CreateProviderInput"

    package static let input = InputObject<NewProvider>(
        "A provider, and its models if you like.",
        Argument("name", "What people call it: unique, 1 to 255 characters."),
        Argument(
            "providerSdkId", "Its unique short name, as client libraries take it, for example `openai`; no colon."),
        Argument("baseUrl", "An http or https address that ends with its path; null for the client library's own."),
        Argument("apiKey", "Stored encrypted, and never shown again."),
        Argument("imageUrl", "An https address, or a path on this server such as `/images/providers/openai.svg`."),
        Argument("isEnabled", "Whether its models are offered.", default: true),
        Argument("models", "Created with it."),
        make: { (name, sdkID, baseURL, apiKey, imageURL, isEnabled, models: [NewModel]?) in
            NewProvider(
                name: name,
                sdkID: sdkID,
                baseURL: baseURL,
                apiKey: apiKey,
                imageURL: imageURL,
                isEnabled: isEnabled,
                models: models ?? []
            )
        }
    )
}

extension ProviderPatch: InputObjectType {
    package static let input = InputObject<ProviderPatch>(
        "What is to be different: an absent field is kept, null clears it, a value replaces it.",
        Argument("name", "What people call it: unique, 1 to 255 characters."),
        Argument("providerSdkId", "Its unique short name. A new one is carried into its models' ids."),
        Argument("baseUrl", "With another scheme, host or port the key has to be sent again, or removed."),
        Argument("apiKey", "A new key, or null to remove the stored one."),
        Argument("imageUrl", "An https address, or a path on this server."),
        Argument("isEnabled", "Whether its models are offered."),
        make: ProviderPatch.init(name:sdkID:baseURL:apiKey:imageURL:isEnabled:)
    )
}
