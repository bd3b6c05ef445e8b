/// The part of a ciphertext that is read before any key is: which format, and which key.
///
/// A stored ciphertext is a version byte, the key id (8 bytes), the nonce (12), the encrypted secret and the tag (16).
package struct CiphertextHeader: Sendable, Hashable {
    /// The format that is written, and so far the only one.
    package static let currentVersion: UInt8 = 1

    /// The length, in bytes.
    package static let count = 1 + KeyID.count + AES256GCM.nonceCount

    /// The master key under which the secret was sealed.
    package let key: KeyID

    let nonce: [UInt8]

    init(key: KeyID, nonce: [UInt8]) {
        self.key = key
        self.nonce = nonce
    }

    /// Reads the header of a whole ciphertext: `unknownVersion`, or `ciphertextMalformed` for an impossible length.
    package init(parsing ciphertext: [UInt8]) throws(VaultError) {
        guard let version = ciphertext.first else { throw .ciphertextMalformed }
        guard version == Self.currentVersion else { throw .unknownVersion(version) }
        let secretCount = ciphertext.count - Self.count - AES256GCM.tagCount
        guard (0...Keyring.longestSecret).contains(secretCount),
            let key = KeyID(bytes: Array(ciphertext[1...KeyID.count]))
        else { throw .ciphertextMalformed }
        self.key = key
        nonce = Array(ciphertext[(1 + KeyID.count)..<Self.count])
    }

    var bytes: [UInt8] { [Self.currentVersion] + key.bytes + nonce }
}
