import Testing

@testable import Vault

@Suite("Published test vectors")
struct StandardVectorTests {
    struct GCM: Sendable {
        let key, nonce, associatedData, plaintext, sealed: String
    }

    /// Test cases 13 to 16 of "The Galois/Counter Mode of Operation" (McGrew and Viega), appendix B, and four of
    /// NIST's CAVP file `gcmEncryptExtIV256.rsp`: the first with tags of 128 bits for each of its (PTlen, AADlen)
    /// (0, 0), (0, 128), (128, 0) and (128, 128).
    static let gcm = [
        GCM(
            key: "0000000000000000000000000000000000000000000000000000000000000000",
            nonce: "000000000000000000000000",
            associatedData: "",
            plaintext: "",
            sealed: "530f8afbc74536b9a963b4f1c4cb738b"
        ),
        GCM(
            key: "0000000000000000000000000000000000000000000000000000000000000000",
            nonce: "000000000000000000000000",
            associatedData: "",
            plaintext: "00000000000000000000000000000000",
            sealed: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
        ),
        GCM(
            key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            nonce: "cafebabefacedbaddecaf888",
            associatedData: "",
            plaintext: "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255",
            sealed: "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"
                + "b094dac5d93471bdec1a502270e3cc6c"
        ),
        GCM(
            key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            nonce: "cafebabefacedbaddecaf888",
            associatedData: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            plaintext: "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
            sealed: "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b"
        ),
        GCM(
            key: "b52c505a37d78eda5dd34f20c22540ea1b58963cf8e5bf8ffa85f9f2492505b4",
            nonce: "516c33929df5a3284ff463d7",
            associatedData: "",
            plaintext: "",
            sealed: "bdc1ac884d332457a1d2664f168c76f0"
        ),
        GCM(
            key: "78dc4e0aaf52d935c3c01eea57428f00ca1fd475f5da86a49c8dd73d68c8e223",
            nonce: "d79cf22d504cc793c3fb6c8a",
            associatedData: "b96baa8c1c75a671bfb2d08d06be5f36",
            plaintext: "",
            sealed: "3e5d486aa2e30b22e040b85723a06e76"
        ),
        GCM(
            key: "31bdadd96698c204aa9ce1448ea94ae1fb4a9a0b3c9d773b51bb1822666b8f22",
            nonce: "0d18e06c7c725ac9e362e1ce",
            associatedData: "",
            plaintext: "2db5168e932556f8089a0622981d017d",
            sealed: "fa4362189661d163fcd6a56d8bf0405ad636ac1bbedd5cc3ee727dc2ab4a9489"
        ),
        GCM(
            key: "92e11dcdaa866f5ce790fd24501f92509aacf4cb8b1339d50c9c1240935dd08b",
            nonce: "ac93a1a6145299bde902f21a",
            associatedData: "1e0889016f67601c8ebea4943bc23ad6",
            plaintext: "2d71bcfa914e4ac045b2aa60955fad24",
            sealed: "8995ae2e6df3dbf96fac7b7137bae67feca5aa77d51d4a0a14d9c51e1da474ab"
        ),
    ]

    @Test("AES-256-GCM seals and opens as NIST says", arguments: gcm)
    func galoisCounterMode(vector: GCM) throws {
        let key = try hex(vector.key)
        let nonce = try hex(vector.nonce).array
        let associatedData = try hex(vector.associatedData).array
        let plaintext = try hex(vector.plaintext).array
        let sealed = try AES256GCM.seal(
            plaintext.span, key: key, nonce: nonce.span, associatedData: associatedData.span
        )
        #expect(Hexadecimal.encode(sealed) == vector.sealed)
        let opened = try AES256GCM.open(sealed.span, key: key, nonce: nonce.span, associatedData: associatedData.span)
        #expect(opened.array == plaintext)
    }

    struct Derivation: Sendable {
        let key, salt, info: String
        let output: String
    }

    /// Test cases 1 to 3 of RFC 5869, appendix A: the basic one, long inputs, and no salt and info.
    static let derivations = [
        Derivation(
            key: "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
            salt: "000102030405060708090a0b0c",
            info: "f0f1f2f3f4f5f6f7f8f9",
            output: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        ),
        Derivation(
            key: digits(0x00..<0x50),
            salt: digits(0x60..<0xB0),
            info: digits(0xB0..<0x100),
            output: "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
        Derivation(
            key: "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
            salt: "",
            info: "",
            output: "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        ),
    ]

    static func digits(_ values: Range<Int>) -> String {
        Hexadecimal.encode(values.map { UInt8($0) })
    }

    @Test("HKDF derives as RFC 5869 says", arguments: derivations)
    func keyDerivation(vector: Derivation) throws {
        let derived = try HKDF.derive(
            from: hex(vector.key),
            salt: hex(vector.salt).array,
            info: hex(vector.info).array,
            count: vector.output.utf8.count / 2
        )
        #expect(derived.digits == vector.output)
    }

    @Test(
        "SHA-256 digests as FIPS 180-4 says",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ]
    )
    func digest(message: String, digest: String) throws {
        #expect(try Hexadecimal.encode(SHA256.digest(of: message)) == digest)
    }

    @Test("HMAC authenticates as test case 2 of RFC 4231 says")
    func authenticationCode() throws {
        let message = Array("what do ya want for nothing?".utf8)
        let code = try SHA256.authenticationCode(of: message.span, key: CleansedBytes(copying: Array("Jefe".utf8)))
        #expect(
            code.digits == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        )
    }

    @Test("keying material is derived up to its longest length and refused beyond")
    func longestDerivation() throws {
        let key = CleansedBytes(copying: [1])
        #expect(try HKDF.derive(from: key, info: [], count: HKDF.longestOutput).count == 8160)
        #expect(throws: VaultError.operationFailed(.keyDerivation)) {
            try HKDF.derive(from: key, info: [], count: HKDF.longestOutput + 1)
        }
    }

    @Test("a key or nonce of another length is refused, not read beyond its end", arguments: [0, 11, 13, 16, 31, 33])
    func wrongLengths(count: Int) {
        let key = CleansedBytes(count: 32) { _ in }
        let short = CleansedBytes(count: count) { _ in }
        let nonce = [UInt8](repeating: 0, count: 12)
        let wrongNonce = [UInt8](repeating: 0, count: count)
        let plaintext: [UInt8] = [1]
        #expect(throws: VaultError.operationFailed(.encryption)) {
            try AES256GCM.seal(plaintext.span, key: short, nonce: nonce.span, associatedData: nonce.span)
        }
        #expect(throws: VaultError.operationFailed(.encryption)) {
            try AES256GCM.seal(plaintext.span, key: key, nonce: wrongNonce.span, associatedData: nonce.span)
        }
    }
}
