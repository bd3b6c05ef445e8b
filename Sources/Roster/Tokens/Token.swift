import Vault

/// A caller's way in: a name, a role, and the digest of a secret that only the caller has.
package struct Token: Noun, Hashable {
    package static let noun: StaticString = "token"

    package let id: ID<Token>
    package let name: Name
    package let role: Role
    /// What the secret is looked up by; nil where the row holds no digest, which the table's check prevents.
    let hash: TokenHash?
    /// What of the secret may be shown, to tell it from others.
    package let hint: String
    package let createdAt: Instant
    package let expiresAt: Instant?
    package var revokedAt: Instant?

    /// Whether it opens anything at that moment.
    package func isValid(at now: Instant) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }
}
