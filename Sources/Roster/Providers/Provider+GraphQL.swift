package import GraphQL

extension ProviderEntry: ObjectType {
    package typealias Context = APIContext

    package static let typeName = "Provider"

    package static let object = Object<ProviderEntry>(
        "One configured account or endpoint of a company or gateway that serves models.", implements: Node.self
    ) {
        Field("id", "Its id, for example `provider_12`.") { $0.provider.id }
        Field("name", "What people call it; unique.") { $0.provider.name.text }
        Field("providerSdkId", "Unique; the part before the first colon of its models' ids.") {
            $0.provider.sdkID.text
        }
        Field("baseUrl", "The address in front of its routes; null for the client library's own.") {
            $0.provider.baseURL?.text
        }
        Field("imageUrl", "Its picture: an https address, or a path on this server.") { $0.provider.imageURL?.text }
        Field("isEnabled", "Whether its models are offered.") { $0.provider.isEnabled }
        Field("apiKey", "What may be known of its key.") { entry, context in
            APIKeyState(key: entry.provider.key, status: context.keys.status(of: entry.provider.key))
        }
        Field("models", "Its models, by name; ties by id.", Argument<ModelFilter?>("filter", "Which of them.")) {
            entry, _, filter -> [ModelEntry] in
            let models = entry.models()
            return filter.map { models.filter($0.matches) } ?? models
        }
        Field("version", "The registry version that last changed it; send it back as `expectedVersion`.") {
            $0.provider.version
        }
        Field("createdAt", "When it was created.") { $0.provider.createdAt }
        Field("updatedAt", "When it was last changed.") { $0.provider.updatedAt }
    }
}

/// All that can ever be learnt about a stored key.
struct APIKeyState: ObjectType {
    let key: StoredKey?
    let status: KeyStatus

    static let typeName = "ApiKeyState"

    static let object = Object<APIKeyState>(
        "All that can ever be learnt about a stored key. The key itself cannot be read back."
    ) {
        Field("status", "Whether there is a key that can be used.") { $0.status }
        Field("hint", "The last four characters, for keys of sixteen or more.") { $0.key?.hint }
        Field("fingerprint", "Equal for equal keys, and useless for finding the key.") { $0.key?.fingerprint }
        Field("setAt", "When it was set.") { $0.key?.setAt }
    }
}

extension KeyStatus: EnumType {
    package static let typeName = "ApiKeyStatus"
    package static let description: String? = "Whether a provider has a key that can be used."

    package var description: String? {
        switch self {
        case .missing: "None was set."
        case .ready: "Stored, and the server's master key opens it."
        case .unreadable: "Stored, but the server's master key does not open it; set it again."
        }
    }
}
