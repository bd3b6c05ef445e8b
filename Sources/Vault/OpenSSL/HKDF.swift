/// HKDF with SHA-256 (RFC 5869), extract and expand in one.
enum HKDF {
    /// The longest output there is, in bytes: 255 digests (RFC 5869 section 2.3).
    static let longestOutput = 255 * SHA256.count

    /// Keying material of `count` bytes from a key.
    ///
    /// An empty salt stands for a digest's length of zeros (RFC 5869 section 2.2).
    static func derive(
        from key: CleansedBytes,
        salt: [UInt8] = [],
        info: [UInt8],
        count: Int
    ) throws(VaultError) -> CleansedBytes {
        guard (0...longestOutput).contains(count) else { throw .operationFailed(.keyDerivation) }
        let salt = salt.isEmpty ? CleansedBytes(count: SHA256.count) { _ in } : CleansedBytes(copying: salt)
        let extracted = try key.withSpan { key throws(VaultError) in
            try SHA256.authenticationCode(of: key, key: salt)
        }
        return try CleansedBytes(count: count) { output throws(VaultError) in
            try expand(extracted, info: info, into: &output)
        }
    }

    /// `T(i) = HMAC(PRK, T(i-1) | info | i)`, one after the other (RFC 5869 section 2.3).
    private static func expand(
        _ key: CleansedBytes,
        info: [UInt8],
        into output: inout MutableSpan<UInt8>
    ) throws(VaultError) {
        var block = CleansedBytes(count: 0) { _ in }
        var counter: UInt8 = 0
        for index in output.indices {
            let place = index % SHA256.count
            if place == 0 {
                counter += 1  // At most 255, for `output` is no longer than `longestOutput`.
                let message = CleansedBytes(joining: block, CleansedBytes(copying: info + [counter]))
                block = try message.withSpan { message throws(VaultError) in
                    try SHA256.authenticationCode(of: message, key: key)
                }
            }
            output[index] = block.withSpan { $0[place] }
        }
    }
}
