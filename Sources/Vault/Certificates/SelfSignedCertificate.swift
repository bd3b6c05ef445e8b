import COpenSSL

/// A certificate that vouches for itself, with its key: for trying HTTPS out, where nobody else vouches.
package struct SelfSignedCertificate: Sendable {
    /// PEM.
    package let certificate: [UInt8]
    /// PEM (PKCS #8), not encrypted.
    package let key: Secret

    /// For how long it is valid, in days: as long as browsers accept.
    package static let days = 397

    /// A new key on P-256, and a certificate for those DNS names and IP addresses.
    ///
    /// - Throws: `operationFailed(.certificate)`, also for a name that no certificate can hold.
    package init(names: [String], addresses: [String]) throws(VaultError) {
        let failure = VaultError.operationFailed(.certificate)
        guard (names + addresses).allSatisfy(Self.isPlain) else { throw failure }
        let pair = try Self.makeKey()
        defer { EVP_PKEY_free(pair) }
        let document = try OpenSSL.check(X509_new(), failure)
        defer { X509_free(document) }
        let alternatives = (names.map { "DNS:\($0)" } + addresses.map { "IP:\($0)" }).joined(separator: ",")
        try Self.fill(document, for: names.first ?? addresses.first ?? "roster", alternatives: alternatives, key: pair)
        // Signing answers with the length of the signature.
        guard X509_sign(document, pair, EVP_sha256()) > 0 else { throw failure }
        certificate = try PEM.text { PEM_write_bio_X509($0, document) }.withSpan { Array(copying: $0) }
        key = Secret(owning: try PEM.text { PEM_write_bio_PrivateKey($0, pair, nil, nil, 0, nil, nil) })
    }

    private static func makeKey() throws(VaultError) -> OpaquePointer {
        let failure = VaultError.operationFailed(.certificate)
        let context = try OpenSSL.check(EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil), failure)
        defer { EVP_PKEY_CTX_free(context) }
        try OpenSSL.check(EVP_PKEY_keygen_init(context), failure)
        try OpenSSL.check(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1), failure)
        var pair: OpaquePointer?
        try OpenSSL.check(EVP_PKEY_keygen(context, &pair), failure)
        return try OpenSSL.check(pair, failure)
    }

    /// Version 3 (written as 2), a random serial number, the times, the name as subject and issuer (RFC 5280 section 4.1).
    private static func fill(
        _ document: OpaquePointer,
        for name: String,
        alternatives: String,
        key: OpaquePointer
    ) throws(VaultError) {
        let failure = VaultError.operationFailed(.certificate)
        try OpenSSL.check(X509_set_version(document, 2), failure)
        var serial = try RandomBytes.make(count: 16)
        serial[0] &= 0x7F
        let number = try OpenSSL.check(BN_bin2bn(serial, Int32(serial.count), nil), failure)
        defer { BN_free(number) }
        guard BN_to_ASN1_INTEGER(number, X509_get_serialNumber(document)) != nil,
            X509_gmtime_adj(X509_getm_notBefore(document), -3600) != nil,
            X509_time_adj_ex(X509_getm_notAfter(document), Int32(days), 0, nil) != nil
        else { throw failure }
        let subject = X509_get_subject_name(document)
        let text = Array(name.utf8)
        try OpenSSL.check(
            X509_NAME_add_entry_by_NID(
                subject, NID_commonName, MBSTRING_ASC, text, Int32(clamping: text.count), -1, 0),
            failure
        )
        try OpenSSL.check(X509_set_issuer_name(document, subject), failure)
        try OpenSSL.check(X509_set_pubkey(document, key), failure)
        for (kind, value) in [
            (NID_subject_alt_name, alternatives), (NID_basic_constraints, "critical,CA:FALSE"),
            (NID_ext_key_usage, "serverAuth"),
        ] {
            let field = try OpenSSL.check(X509V3_EXT_conf_nid(nil, nil, kind, value), failure)
            defer { X509_EXTENSION_free(field) }
            try OpenSSL.check(X509_add_ext(document, field, -1), failure)
        }
    }

    /// Whether a name can stand in the configuration text that OpenSSL takes, and in a certificate.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
    }
}

/// Text as OpenSSL writes it into memory.
private enum PEM {
    /// The longest that is written, in bytes.
    private static let longest = 8192

    static func text(_ write: (OpaquePointer) -> Int32) throws(VaultError) -> CleansedBytes {
        let failure = VaultError.operationFailed(.certificate)
        let memory = try OpenSSL.check(BIO_new(BIO_s_secmem() ?? BIO_s_mem()), failure)
        defer { BIO_free(memory) }
        try OpenSSL.check(write(memory), failure)
        var count = 0
        let whole = CleansedBytes(count: longest) { bytes in
            bytes.withUnsafeMutableBufferPointer { buffer in
                count = Int(BIO_read(memory, buffer.baseAddress, Int32(clamping: buffer.count)))
            }
        }
        guard count > 0, count < longest else { throw failure }
        return whole.withSpan { CleansedBytes(copying: $0.extracting(first: count)) }
    }
}
