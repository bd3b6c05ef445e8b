import COpenSSL

/// The owner of an `EVP_CIPHER_CTX`, good for one message.
struct Cipher: ~Copyable {
    enum Direction {
        case encrypt, decrypt
    }

    private let context: OpaquePointer
    private let direction: Direction
    private let failure: VaultError

    init(_ direction: Direction) throws(VaultError) {
        let failure = VaultError.operationFailed(direction == .encrypt ? .encryption : .decryption)
        context = try OpenSSL.check(EVP_CIPHER_CTX_new(), failure)
        self.direction = direction
        self.failure = failure
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
