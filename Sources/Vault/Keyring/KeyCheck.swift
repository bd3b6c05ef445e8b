/// Whether a server's keyring opens what its database holds; decided at start, before anything is written.
package enum KeyCheck: Sendable, Hashable {
    case ok
    /// Secrets are stored under keys that are not here: which, most used first, and which keys are here.
    case missing(needed: [Need], have: [KeyID])

    /// A master key that is needed.
    package struct Need: Sendable, Hashable {
        package let key: KeyID
        /// How many secrets are stored under it.
        package let secrets: Int
    }

    /// Decides from the number of stored secrets under each key.
    package init(stored: [KeyID: Int], keyring: Keyring) {
        let needed = stored.filter { $0.value > 0 && !keyring.holds($0.key) }
            .map { Need(key: $0.key, secrets: $0.value) }
            .sorted { ($1.secrets, $0.key) < ($0.secrets, $1.key) }
        self = needed.isEmpty ? .ok : .missing(needed: needed, have: keyring.keyIDs)
    }
}

extension KeyCheck: CustomStringConvertible {
    /// What to print before the server ends with exit code 78.
    package var description: String {
        switch self {
        case .ok:
            return "The configured master keys open all stored API keys."
        case .missing(let needed, let have):
            let needs = needed.map { "\($0.key) for \($0.secrets) API key\($0.secrets == 1 ? "" : "s")" }
            return """
                Stored API keys need a master key that is not configured. \
                Needed: \(needs.joined(separator: ", ")). \
                Configured: \(have.map(\.fingerprint).joined(separator: ", ")). \
                Start with the needed key. Nothing was written.
                """
        }
    }
}
