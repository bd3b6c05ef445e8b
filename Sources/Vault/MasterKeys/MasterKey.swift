/// The secret under which API keys are encrypted: 32 random bytes, and what is derived from them.
///
/// The key itself encrypts nothing. Each use has a key of its own, derived by HKDF with a label (RFC 5869), so that
/// what one use gives away does not help against another.
package struct MasterKey: Sendable {
    /// The length, in bytes.
    package static let count = 32

    /// The name of the key in ciphertexts and messages.
    package let id: KeyID

    let encryptionKey: CleansedBytes
    let fingerprintKey: CleansedBytes
    let sessionKey: CleansedBytes
    private let bytes: CleansedBytes

    /// A label for each use; changing one makes everything stored unreadable.
    private enum Use: String {
        case encryption = "roster 1 encryption"
        case fingerprint = "roster 1 secret fingerprint"
        case id = "roster 1 master key id"
        case session = "roster 1 session"
    }

    /// A new key from the system's random generator.
    package static func random() throws(VaultError) -> MasterKey {
        try MasterKey(unchecked: RandomBytes.makeSecret(count: count))
    }

    /// Takes any 32 bytes; whoever reads a key from outside judges its strength first.
    init(unchecked bytes: CleansedBytes) throws(VaultError) {
        func derive(_ use: Use, count: Int) throws(VaultError) -> CleansedBytes {
            try HKDF.derive(from: bytes, info: Array(use.rawValue.utf8), count: count)
        }
        let id = try derive(.id, count: KeyID.count).withSpan { KeyID(bytes: Array(copying: $0)) }
        guard let id else { throw .operationFailed(.keyDerivation) }
        self.id = id
        self.bytes = bytes
        encryptionKey = try derive(.encryption, count: AES256GCM.keyCount)
        fingerprintKey = try derive(.fingerprint, count: SHA256.count)
        sessionKey = try derive(.session, count: AES256GCM.keyCount)
    }

    /// The key as 64 hexadecimal digits and a line feed, as it is kept in a file.
    func fileContents() -> CleansedBytes {
        bytes.withSpan { Hexadecimal.encodeLine($0) }
    }
}

extension MasterKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "master key \(id)" }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
