package import GraphQL

extension ModelEntry: ObjectType {
    package typealias Context = APIContext

    package static let typeName = "Model"

    package static let object = Object<ModelEntry>("A model that a provider serves.", implements: Node.self) {
        Field("id", "Its id, for example `model_34`.") { $0.model.id }
        Field("provider", "Who serves it.") { $0.provider }
        Field("name", "What people call it.") { $0.model.name.text }
        Field("modelSdkId", "The full id that a client library takes, for example `openai:gpt-4o-mini`.") {
            $0.model.sdkID.text
        }
        Field("isDefault", "Whether it is the one that is used where none is named.") { $0.model.isDefault }
        Field("isEnabled", "Whether it is offered, if its provider is enabled too.") { $0.model.isEnabled }
        Field("version", "The registry version that last changed it; send it back as `expectedVersion`.") {
            $0.model.version
        }
        Field("createdAt", "When it was created.") { $0.model.createdAt }
        Field("updatedAt", "When it was last changed.") { $0.model.updatedAt }
    }
}
