import COpenSSL

/// Comparison that does not stop at the first difference.
enum ConstantTime {
    /// Whether both hold the same bytes, in a time that tells nothing but whether the lengths are the same.
    static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                left.isEmpty || CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
            }
        }
    }
}
