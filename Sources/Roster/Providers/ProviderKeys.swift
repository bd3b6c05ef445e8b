package import Vault

/// Encrypts and decrypts the API keys of one installation's providers.
package struct ProviderKeys: Sendable {
    package let keyring: Keyring
    /// The id of the installation, which no other database has.
    let installation: String

    package init(keyring: Keyring, installation: String) {
        self.keyring = keyring
        self.installation = installation
    }

    /// Encrypts a key for a provider's row and the origin of its base URL.
    func seal(
        _ key: Secret,
        for id: ID<Provider>,
        origin: Origin?,
        at now: Instant
    ) throws(VaultError) -> StoredKey {
        StoredKey(
            ciphertext: try keyring.seal(key, for: place(id, origin)),
            hint: key.hint,
            fingerprint: try keyring.fingerprint(of: key),
            setAt: now
        )
    }

    /// The key of a provider, decrypted; nil where it has none.
    package func open(_ provider: Provider) throws(VaultError) -> Secret? {
        guard let key = provider.key else { return nil }
        return try keyring.open(key.ciphertext, at: place(provider.id, provider.baseURL?.origin))
    }

    /// Whether a provider has a key that can be used, as far as can be said without decrypting it.
    package func status(of key: StoredKey?) -> KeyStatus {
        guard let key else { return .missing }
        guard let header = try? CiphertextHeader(parsing: key.ciphertext) else { return .unreadable }
        return keyring.holds(header.key) ? .ready : .unreadable
    }

    private func place(_ id: ID<Provider>, _ origin: Origin?) -> SecretPlace {
        SecretPlace(
            installation: installation,
            table: "providers",
            column: "api_key",
            row: id.number,
            origin: origin?.description
        )
    }
}

/// Whether a provider has a key that can be used.
package enum KeyStatus: String, CaseIterable, Sendable {
    case missing = "MISSING"
    case ready = "READY"
    /// Stored, but the server's master key does not open it.
    case unreadable = "UNREADABLE"
}
