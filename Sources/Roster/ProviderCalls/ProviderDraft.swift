import GraphQL
import Vault

/// A provider's configuration that is to be tried, stored or not.
struct ProviderDraft: InputObjectType {
    let id: GlobalID?
    let sdkID: Patch<String>
    let baseURL: Patch<String>
    let apiKey: Patch<Secret>

    static let input = InputObject<ProviderDraft>(
        "A provider's configuration to be tried: with `id` a stored one, of which an absent field is kept.",
        Argument("id", "The stored provider that it is about."),
        Argument("providerSdkId", "Its SDK id, by which the address of a well-known provider is found."),
        Argument("baseUrl", "The address in front of its routes."),
        Argument("apiKey", "Absent, the stored key is used, though only for the host that it is stored for."),
        make: ProviderDraft.init(id:sdkID:baseURL:apiKey:)
    )
}

extension ProviderDraft {
    /// Where to call, with which key.
    ///
    /// - Throws: `Refusals` for what must not be tried, `VaultError` for a stored key that cannot be opened, and
    ///   `CallFault` for what the check reports.
    func endpoint(in snapshot: Snapshot, keys: ProviderKeys) throws -> ProviderEndpoint {
        let stored = try id.map { id throws(Refusals) in
            guard let entry = snapshot.provider(try id.provider(at: "draft.id")) else {
                throw Refusals(.notFound(.provider), at: "draft.id")
            }
            return entry.provider
        }
        let sdkID = try sdkID.read(or: stored?.sdkID, at: "draft.providerSdkId") { text throws(SDKIDFault) in
            try ProviderSDKID(text)
        }
        let baseURL: BaseURL?
        switch self.baseURL {
        case .keep: baseURL = stored?.baseURL
        case .clear: baseURL = nil
        case .set(let text):
            do { baseURL = try BaseURL(text) } catch { throw CallFault.malformedAddress(error) }
        }
        let address = CompatibleAddress.of(sdkID ?? ProviderSDKID(stored: ""), baseURL: baseURL)
        let key = try apiKey.read(or: nil, at: "draft.apiKey") { key throws(KeyFault) in try APIKeyRule.checked(key) }
        guard let address else { throw CallFault.noAddress }
        guard case .keep = apiKey, let stored, stored.key != nil else {
            return ProviderEndpoint(baseURL: address, key: key)
        }
        let storedAddress = CompatibleAddress.of(stored.sdkID, baseURL: stored.baseURL)
        guard storedAddress?.origin == address.origin else { throw Refusals(.keyReentryRequired, at: "draft.apiKey") }
        return ProviderEndpoint(baseURL: address, key: try keys.open(stored))
    }
}

extension Patch {
    /// What is meant: the value, nothing, or what there was before.
    fileprivate func read<Value, Fault: InputFault>(
        or before: Value?,
        at field: FieldPath,
        _ read: (Wrapped) throws(Fault) -> Value
    ) throws(Refusals) -> Value? {
        switch self {
        case .keep: return before
        case .clear: return nil
        case .set(let wrapped):
            do { return try read(wrapped) } catch { throw Refusals(.malformed(error.reason), at: field) }
        }
    }
}
