import COpenSSL

/// SHA-256 (FIPS 180-4) and HMAC with it (RFC 2104).
package enum SHA256 {
    /// The length of a digest, in bytes.
    static let count = 32

    /// The digest of a message.
    static func digest(of message: Span<UInt8>) throws(VaultError) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: count)
        let status = message.withUnsafeBufferPointer { message in
            EVP_Digest(message.baseAddress, message.count, &digest, nil, EVP_sha256(), nil)
        }
        try OpenSSL.check(status, .operationFailed(.digest))
        return digest
    }

    /// The digest of a message as 64 lower-case hexadecimal digits.
    package static func hexadecimalDigest(of message: [UInt8]) throws(VaultError) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let span = message.span
        let digest = try digest(of: span)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The authentication code of a message under a key that is not empty.
    static func authenticationCode(
        of message: Span<UInt8>,
        key: CleansedBytes
    ) throws(VaultError) -> CleansedBytes {
        try CleansedBytes(count: count) { code throws(VaultError) in
            let result = code.withUnsafeMutableBufferPointer { code in
                key.withSpan { key in
                    key.withUnsafeBufferPointer { key in
                        message.withUnsafeBufferPointer { message in
                            EVP_Q_mac(
                                nil, "HMAC", nil, "SHA256", nil, key.baseAddress, key.count,
                                message.baseAddress, message.count, code.baseAddress, code.count, nil
                            )
                        }
                    }
                }
            }
            try OpenSSL.check(result == nil ? 0 : 1, .operationFailed(.authenticationCode))
        }
    }
}
