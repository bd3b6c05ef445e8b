/// A provider's API key as it is stored: encrypted, with what may be known of it.
package struct StoredKey: Hashable, Sendable {
    /// Bound to the provider's row and to the origin of its base URL; opens nowhere else.
    package let ciphertext: [UInt8]
    /// The key's last four characters, for keys that are long enough.
    package let hint: String?
    /// Equal for equal keys, and useless for finding the key.
    package let fingerprint: String
    package let setAt: Instant
}

extension StoredKey {
    /// What a change says of it: that it was set, and what tells it from others.
    var summary: String {
        (hint.map { "set, ends in \($0)" } ?? "set") + ", fingerprint \(fingerprint)"
    }
}
