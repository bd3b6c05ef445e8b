import COpenSSL

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

/// The owner of an `EVP_CIPHER_CTX`, good for one message.
private struct Cipher: ~Copyable {
    enum Direction {
        case encrypt, decrypt
    }

    private let context: OpaquePointer
    private let direction: Direction

    private var failure: VaultError {
        .operationFailed(direction == .encrypt ? .encryption : .decryption)
    }

    init(_ direction: Direction) throws(VaultError) {
        context = try OpenSSL.check(EVP_CIPHER_CTX_new(), .operationFailed(.encryption))
        self.direction = direction
    }

    deinit {
        EVP_CIPHER_CTX_free(context)
    }

    func start(key: CleansedBytes, nonce: Span<UInt8>) throws(VaultError) {
        // OpenSSL reads as many bytes as the algorithm needs, however few there are.
        guard key.count == AES256GCM.keyCount, nonce.count == AES256GCM.nonceCount else { throw failure }
        let isEncrypting: Int32 = direction == .encrypt ? 1 : 0
        let status = key.withSpan { key in
            key.withUnsafeBufferPointer { key in
                nonce.withUnsafeBufferPointer { nonce in
                    EVP_CipherInit_ex2(
                        context, EVP_aes_256_gcm(), key.baseAddress, nonce.baseAddress, isEncrypting, nil
                    )
                }
            }
        }
        try OpenSSL.check(status, failure)
    }

    /// Takes in what is authenticated and not encrypted; goes before `update`.
    func authenticate(_ data: Span<UInt8>) throws(VaultError) {
        guard !data.isEmpty else { return }
        guard let count = Int32(exactly: data.count) else { throw failure }
        let status = data.withUnsafeBufferPointer { data in
            var written: Int32 = 0
            return EVP_CipherUpdate(context, nil, &written, data.baseAddress, count)
        }
        try OpenSSL.check(status, failure)
    }

    /// Writes as many bytes as it reads.
    func update(_ input: Span<UInt8>, into output: inout MutableSpan<UInt8>) throws(VaultError) {
        guard !input.isEmpty else { return }
        guard let count = Int32(exactly: input.count), output.count >= input.count else { throw failure }
        let status = input.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var written: Int32 = 0
                return EVP_CipherUpdate(context, output.baseAddress, &written, input.baseAddress, count)
            }
        }
        try OpenSSL.check(status, failure)
    }

    /// Ends the message; when decrypting, this is where the tag is compared.
    func finish() throws(VaultError) {
        var nothing: [UInt8] = Array(repeating: 0, count: AES256GCM.tagCount)
        var written: Int32 = 0
        let status = EVP_CipherFinal_ex(context, &nothing, &written)
        try OpenSSL.check(status, direction == .encrypt ? failure : .notAuthentic)
    }

    func writeTag(into output: inout MutableSpan<UInt8>, at offset: Int) throws(VaultError) {
        var tag = [UInt8](repeating: 0, count: AES256GCM.tagCount)
        let status = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(AES256GCM.tagCount), &tag)
        try OpenSSL.check(status, failure)
        for index in tag.indices { output[offset + index] = tag[index] }
    }

    func expectTag(_ tag: Span<UInt8>) throws(VaultError) {
        guard tag.count == AES256GCM.tagCount else { throw failure }
        var copy = [UInt8](repeating: 0, count: AES256GCM.tagCount)
        for index in tag.indices { copy[index] = tag[index] }
        let status = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(AES256GCM.tagCount), &copy)
        try OpenSSL.check(status, failure)
    }
}
