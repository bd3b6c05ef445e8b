import Roster
import Vault

/// The model that a call is for, and where it is served.
struct ModelChoice: Sendable {
    let entry: ModelEntry
    let endpoint: ProviderEndpoint

    /// Finds a model by its SDK id, or the default where none is named, and opens its provider's key.
    init(_ name: String?, in registry: Registry) throws {
        entry = try Self.entry(name, in: registry.snapshot)
        do {
            endpoint = try registry.keys.endpoint(of: entry.provider.provider)
        } catch let fault as CallFault {
            throw GatewayRefusal.upstream(fault)
        } catch is VaultError {
            throw GatewayRefusal.secretUnreadable
        }
    }

    /// An enabled model. One that is disabled is refused as such: whoever uses it is to know why it went away.
    static func entry(_ name: String?, in snapshot: Snapshot) throws(GatewayRefusal) -> ModelEntry {
        let entry: ModelEntry
        if let name {
            guard let found = (try? ModelSDKID(name)).flatMap({ snapshot.model($0) }) else { throw .unknownModel }
            entry = found
        } else {
            guard let found = snapshot.defaultModel else { throw .noDefault }
            entry = found
        }
        guard entry.provider.provider.isEnabled else { throw .disabledProvider }
        guard entry.model.isEnabled else { throw .disabledModel }
        return entry
    }
}
