package import Vault

/// The OpenAI-compatible API of a provider, and the key to it.
package struct ProviderEndpoint: Sendable {
    /// In front of `/chat/completions` and the like.
    package let baseURL: BaseURL
    /// Nil where calls are made without one, as to models on one's own machine.
    package let key: Secret?

    package init(baseURL: BaseURL, key: Secret?) {
        self.baseURL = baseURL
        self.key = key
    }

    /// The URL of one of the API's routes, such as `models`.
    package func url(of route: String) -> String {
        "\(baseURL.text)/\(route)"
    }
}

extension ProviderKeys {
    /// Where a provider's models are called, with its key decrypted for the call.
    ///
    /// - Throws: `CallFault.noAddress`, and `VaultError` where the key cannot be opened.
    package func endpoint(of provider: Provider) throws -> ProviderEndpoint {
        guard let baseURL = CompatibleAddress.of(provider.sdkID, baseURL: provider.baseURL) else {
            throw CallFault.noAddress
        }
        return ProviderEndpoint(baseURL: baseURL, key: try open(provider))
    }
}
