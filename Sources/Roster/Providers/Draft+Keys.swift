import GraphQL
import Vault

extension Draft {
    /// What is to become of a provider's key, once the patch is found to say enough.
    ///
    /// A stored key is bound to the origin of the base URL, so that nobody who may edit a provider can have its key
    /// sent to a host of their own: with another origin the key is sent again, or removed.
    func checkedKey(
        _ patch: Patch<Secret>,
        before: Provider,
        after: Provider,
        _ findings: inout Findings
    ) -> Patch<Secret> {
        switch patch {
        case .keep:
            let isElsewhere =
                before.baseURL?.origin != after.baseURL?.origin || isKnownElsewhere(after, than: before)
            if before.key != nil, isElsewhere {
                findings.add(.keyReentryRequired, at: "patch.apiKey")
            }
            return .keep
        case .clear:
            return .clear
        case .set(let key):
            let read = findings.read(at: "patch.apiKey") { () throws(KeyFault) in try APIKeyRule.checked(key) }
            return read.map(Patch.set) ?? .keep
        }
    }

    /// Whether a new SDK id has calls go to another host, where no base URL says which.
    private func isKnownElsewhere(_ after: Provider, than before: Provider) -> Bool {
        guard let known = CompatibleAddress.of(after.sdkID, baseURL: after.baseURL) else { return false }
        return known.origin != CompatibleAddress.of(before.sdkID, baseURL: before.baseURL)?.origin
    }
}
