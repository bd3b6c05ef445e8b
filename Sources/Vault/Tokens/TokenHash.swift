/// The SHA-256 digest by which a token is known.
package struct TokenHash: Sendable, Hashable {
    /// 32 bytes.
    package let bytes: [UInt8]

    init(digest: [UInt8]) {
        bytes = digest
    }

    /// Takes a stored digest; nil unless it has the length of one.
    package init?(bytes: [UInt8]) {
        guard bytes.count == SHA256.count else { return nil }
        self.bytes = bytes
    }

    /// Compares in constant time, so that a digest cannot be found out byte by byte.
    package static func == (left: TokenHash, right: TokenHash) -> Bool {
        ConstantTime.areEqual(left.bytes.span, right.bytes.span)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}
