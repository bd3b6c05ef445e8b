/// The master keys of a server: one that seals, and earlier ones that still open.
package struct Keyring: Sendable {
    /// The longest secret that is sealed, in bytes.
    package static let longestSecret = 65_536

    /// The key under which new secrets are sealed.
    package let current: MasterKey

    let keys: [KeyID: MasterKey]

    /// The earlier keys may hold the current one too.
    package init(current: MasterKey, previous: [MasterKey] = []) {
        self.current = current
        keys = Dictionary((previous + [current]).map { ($0.id, $0) }) { _, last in last }
    }

    /// The ids of all keys, the current one first.
    package var keyIDs: [KeyID] { [current.id] + keys.keys.filter { $0 != current.id }.sorted() }

    /// Whether a key is here.
    package func holds(_ key: KeyID) -> Bool { keys[key] != nil }

    /// Encrypts a secret for one place under the current key; no two results are the same.
    ///
    /// Nonces are random, so one master key is good for 2^32 secrets (NIST SP 800-38D section 8.3).
    package func seal(_ secret: Secret, for place: SecretPlace) throws(VaultError) -> [UInt8] {
        guard secret.count <= Self.longestSecret else { throw .secretTooLong(limit: Self.longestSecret) }
        let header = CiphertextHeader(key: current.id, nonce: try RandomBytes.make(count: AES256GCM.nonceCount))
        let associatedData = place.associatedData(version: CiphertextHeader.currentVersion, key: current.id)
        let sealed = try secret.withBytes { plaintext throws(VaultError) in
            try AES256GCM.seal(
                plaintext,
                key: current.encryptionKey,
                nonce: header.nonce.span,
                associatedData: associatedData.span
            )
        }
        return header.bytes + sealed
    }

    /// Decrypts what was sealed for this very place, under the current or an earlier key.
    ///
    /// Throws `unknownKey` if the key is not here, `notAuthentic` if the place or any bit is another, `unknownVersion`
    /// and `ciphertextMalformed` for what was never sealed.
    package func open(_ ciphertext: [UInt8], at place: SecretPlace) throws(VaultError) -> Secret {
        let header = try CiphertextHeader(parsing: ciphertext)
        guard let key = keys[header.key] else { throw .unknownKey(header.key) }
        let associatedData = place.associatedData(version: CiphertextHeader.currentVersion, key: key.id)
        let plaintext = try AES256GCM.open(
            ciphertext.span.extracting(droppingFirst: CiphertextHeader.count),
            key: key.encryptionKey,
            nonce: header.nonce.span,
            associatedData: associatedData.span
        )
        return Secret(owning: plaintext)
    }

    /// Whether a ciphertext was sealed under the current key and needs no rotation.
    package func isCurrent(_ ciphertext: [UInt8]) throws(VaultError) -> Bool {
        try CiphertextHeader(parsing: ciphertext).key == current.id
    }

    /// Sixteen hexadecimal digits, equal for equal secrets and useless for finding one without the master key.
    ///
    /// They depend on the current master key: what is stored must be made anew when the key is rotated, or an old
    /// fingerprint and a new one of the same secret differ.
    package func fingerprint(of secret: Secret) throws(VaultError) -> String {
        let code = try secret.withBytes { secret throws(VaultError) in
            try SHA256.authenticationCode(of: secret, key: current.fingerprintKey)
        }
        return code.withSpan { Hexadecimal.encode($0.extracting(first: 8)) }
    }
}
