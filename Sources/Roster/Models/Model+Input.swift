package import GraphQL

extension NewModel: InputObjectType {
    package static let typeName = "CreateProviderModelInput"

    package static let input = InputObject<NewModel>(
        "A model that is created with its provider.",
        Argument("name", NewModel.nameDescription),
        Argument("modelSdkId", NewModel.sdkIDDescription),
        Argument("isEnabled", NewModel.isEnabledDescription, default: true),
        Argument("isDefault", NewModel.isDefaultDescription, default: false),
        make: NewModel.init(name:sdkID:isEnabled:isDefault:)
    )

    fileprivate static let nameDescription = "What people call it: 1 to 255 characters."
    fileprivate static let sdkIDDescription =
        "Its provider's SDK id, a colon and the model's own id, for example `openai:gpt-4o-mini`."
    fileprivate static let isEnabledDescription = "Whether it is offered, if its provider is enabled too."
    fileprivate static let isDefaultDescription = "Whether to make it the default; the mark is taken from another."
}

/// A model to be created for a provider that exists.
struct CreateModelInput: InputObjectType {
    let provider: ProviderBy
    let model: NewModel

    static let input = InputObject<CreateModelInput>(
        "A model of a provider that exists.",
        Argument("provider", "Who serves it."),
        Argument("name", NewModel.nameDescription),
        Argument("modelSdkId", NewModel.sdkIDDescription),
        Argument("isEnabled", NewModel.isEnabledDescription, default: true),
        Argument("isDefault", NewModel.isDefaultDescription, default: false),
        make: { (provider, name, sdkID, isEnabled, isDefault) in
            CreateModelInput(
                provider: provider,
                model: NewModel(name: name, sdkID: sdkID, isEnabled: isEnabled, isDefault: isDefault)
            )
        }
    )
}

extension ModelPatch: InputObjectType {
    package static let input = InputObject<ModelPatch>(
        "What is to be different: an absent field is kept, a value replaces it.",
        Argument("name", NewModel.nameDescription),
        Argument("modelSdkId", NewModel.sdkIDDescription),
        Argument("isEnabled", NewModel.isEnabledDescription),
        make: ModelPatch.init(name:sdkID:isEnabled:)
    )
}
