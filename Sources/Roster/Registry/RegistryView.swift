import GraphQL

/// What a chat interface sees: no address, no key state, nothing disabled.
struct RegistryView: ObjectType {
    typealias Context = APIContext

    let snapshot: Snapshot

    static let typeName = "Registry"

    static let object = Object<RegistryView>(
        "What a chat interface needs: enabled models of enabled providers, and the default. "
            + "No address, no key state, nothing disabled."
    ) {
        Field("version", "Rises by one with every change.") { $0.snapshot.version }
        Field("defaultModelId", "The default model's `modelSdkId`, as a client library takes it.") {
            $0.snapshot.defaultModel?.model.sdkID.text
        }
        Field("defaultModel", "The model to use where none is named.") {
            $0.snapshot.defaultModel.map(OfferedModel.init)
        }
        Field("providers", "The enabled providers, by name; ties by id.") { view in
            view.snapshot.providers.filter(\.provider.isEnabled).map(OfferedProvider.init)
        }
    }
}

/// An enabled provider.
struct OfferedProvider: ObjectType {
    typealias Context = APIContext

    let entry: ProviderEntry

    static let typeName = "ModelProvider"

    static let object = Object<OfferedProvider>("An enabled provider, as a model picker shows it.") {
        Field("id", "Its id, for example `provider_12`.") { $0.entry.provider.id }
        Field("name", "What people call it.") { $0.entry.provider.name.text }
        Field("providerSdkId", "The part before the first colon of its models' ids.") { $0.entry.provider.sdkID.text }
        Field("imageUrl", "Its picture: an https address, or a path on this server.") {
            $0.entry.provider.imageURL?.text
        }
        Field("models", "Its enabled models, by name; ties by id.") { offered in
            offered.entry.models(where: \.isEnabled).map(OfferedModel.init)
        }
    }
}

/// An enabled model of an enabled provider.
struct OfferedModel: ObjectType {
    typealias Context = APIContext

    let entry: ModelEntry

    init(_ entry: ModelEntry) {
        self.entry = entry
    }

    static let typeName = "RegistryModel"

    static let object = Object<OfferedModel>("An enabled model, as a model picker shows it.") {
        Field("id", "Its id, for example `model_34`.") { $0.entry.model.id }
        Field("name", "What people call it.") { $0.entry.model.name.text }
        Field("modelSdkId", "The full id that a client library takes, for example `openai:gpt-4o-mini`.") {
            $0.entry.model.sdkID.text
        }
        Field("isDefault", "Whether it is the one to use where none is named.") { $0.entry.model.isDefault }
        Field("provider", "Who serves it.") { OfferedProvider(entry: $0.entry.provider) }
    }
}
