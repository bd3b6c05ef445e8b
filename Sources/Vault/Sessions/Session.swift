/// What a signed-in browser holds instead of the token that it showed.
///
/// It stands for the token only as long as that is valid: whoever opens a session looks the digest up again.
package struct Session: Sendable, Hashable {
    /// The digest of the token that was shown.
    package let token: TokenHash
    /// From this moment on the session counts no more, in Unix seconds.
    package let expiresAt: Int

    package init(token: TokenHash, expiresAt: Int) {
        self.token = token
        self.expiresAt = expiresAt
    }
}

extension Session {
    /// The digest, then the moment in eight bytes, the highest first.
    var plaintext: CleansedBytes {
        let moment = UInt64(bitPattern: Int64(expiresAt))
        return CleansedBytes(copying: token.bytes + (0..<8).map { UInt8(truncatingIfNeeded: moment >> (56 - 8 * $0)) })
    }

    /// The length of a plaintext, in bytes.
    static let plaintextCount = SHA256.count + 8

    init?(plaintext: Span<UInt8>) {
        guard plaintext.count == Self.plaintextCount else { return nil }
        let bytes = Array(copying: plaintext)
        guard let token = TokenHash(bytes: Array(bytes.prefix(SHA256.count))) else { return nil }
        let moment = bytes.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(token: token, expiresAt: Int(Int64(bitPattern: moment)))
    }
}
