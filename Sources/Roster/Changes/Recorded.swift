/// A thing whose changes are kept.
protocol Recorded: Noun, Hashable {
    static var kind: Refusal.Kind { get }
    var id: ID<Self> { get }
    var name: Name { get }
    var entityID: EntityID { get }
    /// Every field that can change, in the API's words and order.
    static var recordedFields: [RecordedField<Self>] { get }
}

/// A field of a thing whose changes are kept.
struct RecordedField<Entity>: Sendable {
    let name: String
    let value: @Sendable (Entity) -> RecordedValue?

    init(_ name: String, text: @escaping @Sendable (Entity) -> String?) {
        self.name = name
        value = { text($0).map(RecordedValue.text) }
    }

    init(_ name: String, flag: @escaping @Sendable (Entity) -> Bool) {
        self.name = name
        value = { .flag(flag($0)) }
    }
}

extension Provider: Recorded {
    static let kind = Refusal.Kind.provider
    var entityID: EntityID { .provider(id) }

    static let recordedFields: [RecordedField<Provider>] = [
        RecordedField("name", text: \.name.text),
        RecordedField("providerSdkId", text: \.sdkID.text),
        RecordedField("baseUrl", text: \.baseURL?.text),
        RecordedField("apiKey", text: \.key?.summary),
        RecordedField("imageUrl", text: \.imageURL?.text),
        RecordedField("isEnabled", flag: \.isEnabled),
    ]
}

extension Token: Recorded {
    static let kind = Refusal.Kind.token
    var entityID: EntityID { .token(id) }

    static let recordedFields: [RecordedField<Token>] = [
        RecordedField("name", text: \.name.text),
        RecordedField("role", text: \.role.rawValue),
        RecordedField("expiresAt", text: \.expiresAt?.description),
        RecordedField("revokedAt", text: \.revokedAt?.description),
    ]
}

extension Model: Recorded {
    static let kind = Refusal.Kind.model
    var entityID: EntityID { .model(id) }

    static let recordedFields: [RecordedField<Model>] = [
        RecordedField("provider", text: \.providerID.description),
        RecordedField("name", text: \.name.text),
        RecordedField("modelSdkId", text: \.sdkID.text),
        RecordedField("isDefault", flag: \.isDefault),
        RecordedField("isEnabled", flag: \.isEnabled),
    ]
}

extension EntityID {
    /// Every field of such a thing that the history may hold, in order.
    var recordedFieldNames: [String] {
        switch self {
        case .provider: Provider.recordedFields.map(\.name)
        case .model: Model.recordedFields.map(\.name)
        case .token: Token.recordedFields.map(\.name)
        }
    }
}
