/// AES-256 in Galois/counter mode (NIST SP 800-38D) with a nonce of 12 bytes and a tag of 16.
enum AES256GCM {
    /// The length of a key, in bytes.
    static let keyCount = 32
    /// The length of a nonce, in bytes. Under one key no nonce may come twice.
    static let nonceCount = 12
    /// The length of the tag behind a ciphertext, in bytes.
    static let tagCount = 16

    /// The ciphertext of a plaintext, as long as that, and its tag.
    static func seal(
        _ plaintext: Span<UInt8>,
        key: CleansedBytes,
        nonce: Span<UInt8>,
        associatedData: Span<UInt8>
    ) throws(VaultError) -> [UInt8] {
        let cipher = try Cipher(.encrypt)
        try cipher.start(key: key, nonce: nonce)
        try cipher.authenticate(associatedData)
        var sealed = [UInt8](repeating: 0, count: plaintext.count + tagCount)
        var output = sealed.mutableSpan
        try cipher.update(plaintext, into: &output)
        try cipher.finish()
        try cipher.writeTag(into: &output, at: plaintext.count)
        return sealed
    }

    /// The plaintext of a ciphertext and its tag; a wrong key, nonce, tag or associated data is `notAuthentic`.
    static func open(
        _ sealed: Span<UInt8>,
        key: CleansedBytes,
        nonce: Span<UInt8>,
        associatedData: Span<UInt8>
    ) throws(VaultError) -> CleansedBytes {
        let count = sealed.count - tagCount
        guard count >= 0 else { throw .ciphertextMalformed }
        let cipher = try Cipher(.decrypt)
        try cipher.start(key: key, nonce: nonce)
        try cipher.authenticate(associatedData)
        return try CleansedBytes(count: count) { output throws(VaultError) in
            try cipher.update(sealed.extracting(first: count), into: &output)
            try cipher.expectTag(sealed.extracting(last: tagCount))
            try cipher.finish()
        }
    }
}
