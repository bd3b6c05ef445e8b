import Vault

/// All tokens by the digests of their secrets: who is asking is known without SQL.
struct TokenBook: Sendable {
    private let tokens: [TokenHash: Token]

    init(_ rows: [TokenRow] = []) {
        let pairs = rows.compactMap { row in row.hash.map { ($0, row.token) } }
        tokens = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Whoever holds that secret; nil where the token is unknown, expired or revoked.
    func viewer(presenting secret: AccessToken, at now: Instant) throws(VaultError) -> Viewer? {
        viewer(holding: try secret.hash, at: now)
    }

    /// Whoever holds the secret with that digest; nil as above.
    func viewer(holding hash: TokenHash, at now: Instant) -> Viewer? {
        guard let token = tokens[hash], token.isValid(at: now) else { return nil }
        return Viewer(name: token.name.text, role: token.role)
    }
}
