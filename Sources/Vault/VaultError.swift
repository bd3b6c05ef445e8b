/// All that can go wrong with keys and secrets.
///
/// No case carries any part of a key or secret, and the description may be shown to anyone who may see file names.
package enum VaultError: Error, Sendable, Hashable {
    /// The operating system or OpenSSL gave no random bytes; nothing was sealed or made.
    case randomnessUnavailable
    /// OpenSSL refused an operation on input that it should take; memory or the installation is at fault.
    case operationFailed(Operation)
    /// A secret has more bytes than ``Keyring/longestSecret``.
    case secretTooLong(limit: Int)
    /// Stored bytes are too short, or too long, to be a ciphertext.
    case ciphertextMalformed
    /// Stored bytes have a format of another version of Roster.
    case unknownVersion(UInt8)
    /// The ciphertext was sealed under a master key that is not in the keyring.
    case unknownKey(KeyID)
    /// The ciphertext was altered, or lies at another place than it was sealed for.
    case notAuthentic
    /// A master key cannot be used, or made, and the server must not start.
    case masterKeyRefused(MasterKey.Refusal, MasterKey.Source)

    /// What OpenSSL was asked to do.
    package enum Operation: Sendable, Hashable {
        case encryption, decryption, digest, authenticationCode, keyDerivation, certificate
    }
}

extension VaultError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .randomnessUnavailable: "The system gave no random bytes."
        case .operationFailed(let operation): "OpenSSL failed at \(operation.name)."
        case .secretTooLong(let limit): "The secret is longer than \(limit) bytes."
        case .ciphertextMalformed: "The stored secret is damaged: it has not the length of a ciphertext."
        case .unknownVersion(let version): "The stored secret has format \(version), which is not known here."
        case .unknownKey(let key): "The stored secret needs the master key \(key), which is not configured."
        case .notAuthentic: "The stored secret was altered, or moved here from another place."
        case .masterKeyRefused(let refusal, let source): refusal.sentence(about: source)
        }
    }
}

extension VaultError.Operation {
    fileprivate var name: String {
        switch self {
        case .encryption: "encryption"
        case .decryption: "decryption"
        case .digest: "a digest"
        case .authenticationCode: "an authentication code"
        case .keyDerivation: "key derivation"
        case .certificate: "making a certificate"
        }
    }
}
