import JSON
import OrderedCollections
import Roster

/// The registry's models as the OpenAI API lists them.
enum ModelList {
    /// `{"object":"list","data":[…]}`: the enabled models of the enabled providers, in the registry's order.
    static func json(of snapshot: Snapshot) -> JSONValue {
        let models = snapshot.providers.filter(\.provider.isEnabled).flatMap { $0.models(where: \.isEnabled) }
        return ["object": "list", "data": .array(models.map(json))]
    }

    /// `{"id":"openai:gpt-4o-mini","object":"model","created":…,"owned_by":"openai"}`
    static func json(of entry: ModelEntry) -> JSONValue {
        [
            "id": .string(entry.model.sdkID.text),
            "object": "model",
            "created": .int(entry.model.createdAt.secondsSince1970),
            "owned_by": .string(entry.provider.provider.sdkID.text),
            "name": .string(entry.model.name.text),
        ]
    }
}
