import COpenSSL

/// Bytes from OpenSSL's generator, which the operating system seeds.
enum RandomBytes {
    /// Random bytes that may become public, such as a nonce.
    static func make(count: Int) throws(VaultError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        try fill(&span)
        return bytes
    }

    /// Random bytes that are a secret.
    static func makeSecret(count: Int) throws(VaultError) -> CleansedBytes {
        try CleansedBytes(count: count) { bytes throws(VaultError) in try fill(&bytes) }
    }

    private static func fill(_ span: inout MutableSpan<UInt8>) throws(VaultError) {
        guard let count = Int32(exactly: span.count) else { throw .randomnessUnavailable }
        let status = span.withUnsafeMutableBufferPointer { RAND_bytes($0.baseAddress, count) }
        try OpenSSL.check(status, .randomnessUnavailable)
    }
}
