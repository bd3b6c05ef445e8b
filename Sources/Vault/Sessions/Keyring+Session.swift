extension Keyring {
    /// The session as text for a cookie, under the current master key: every server that has the key can open it, and
    /// no server keeps anything of it.
    ///
    /// The text is base64url of a ciphertext in the format of ``CiphertextHeader``, under a key of its own use.
    package func seal(_ session: Session) throws(VaultError) -> String {
        let header = CiphertextHeader(key: current.id, nonce: try RandomBytes.make(count: AES256GCM.nonceCount))
        let associatedData = header.bytes
        let sealed = try session.plaintext.withSpan { plaintext throws(VaultError) in
            try AES256GCM.seal(
                plaintext,
                key: current.sessionKey,
                nonce: header.nonce.span,
                associatedData: associatedData.span
            )
        }
        let bytes = header.bytes + sealed
        return Base64.encodeURL(bytes.span).withSpan { text in
            text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The session in a text that was sealed under the current or an earlier master key; nil for any other text, at
    /// once if it has not the length. Whether the session still counts is for the caller to say.
    package func openSession(_ text: String) -> Session? {
        let count = CiphertextHeader.count + Session.plaintextCount + AES256GCM.tagCount
        let digits = Array(text.utf8)
        guard digits.count == (count * 8 + 5) / 6,
            let bytes = Base64.url.decode(digits.span)?.withSpan({ Array(copying: $0) }),
            let header = try? CiphertextHeader(parsing: bytes), let key = keys[header.key]
        else { return nil }
        let associatedData = header.bytes
        let plaintext = try? AES256GCM.open(
            bytes.span.extracting(droppingFirst: CiphertextHeader.count),
            key: key.sessionKey,
            nonce: header.nonce.span,
            associatedData: associatedData.span
        )
        return plaintext?.withSpan { Session(plaintext: $0) }
    }
}
