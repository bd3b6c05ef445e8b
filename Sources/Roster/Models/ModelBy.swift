package import GraphQL

/// How a caller names a model.
package enum ModelBy: InputObjectType {
    case id(GlobalID)
    case sdkID(String)

    package static let input = InputObject<ModelBy>.oneOf(
        "One model.",
        Choice("id", "Its id.", make: ModelBy.id),
        Choice("modelSdkId", "Its full SDK id, for example `openai:gpt-4o-mini`.", make: ModelBy.sdkID)
    )
}

extension Snapshot {
    func model(_ by: ModelBy) -> ModelEntry? {
        switch by {
        case .id(let id): ID<Model>(id.text).flatMap { model($0) }
        case .sdkID(let text): (try? ModelSDKID(text)).flatMap { model($0) }
        }
    }
}
