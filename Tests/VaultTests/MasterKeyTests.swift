import Testing

@testable import Vault

@Suite("Master keys")
struct MasterKeyTests {
    /// 32 made-up bytes that look random.
    static let digits = "8f3a1c5e9b72d04486e1f35a0d6bc9274e8a10f7b35c62d9817e4fa3055dc2be"
    static let base64 = "jzocXpty0ESG4fNaDWvJJ06KEPezXGLZgX5PowVdwr4="
    static let source = MasterKey.Source.environment(variable: "MADE_UP_KEY")

    @Test(
        "all spellings of a key are the same key",
        arguments: [
            digits, digits.uppercased(), " \(digits)\r\n", base64, String(base64.dropLast()), "\(base64)\n",
        ])
    func spellings(text: String) throws {
        let bytes = try hex(Self.digits).array
        let raw = try MasterKey(contents: bytes, from: Self.source)
        #expect(try MasterKey(environment: "MADE_UP_KEY", value: text).id == raw.id)
        #expect(try MasterKey(contents: Array(text.utf8), from: Self.source).id == raw.id)
    }

    @Test("the base64 of the URL-safe alphabet is read too")
    func urlSafe() throws {
        let bytes = try RandomBytes.make(count: 32)
        let text = Array(Base64.encodeURL(bytes).utf8)
        #expect(
            try MasterKey(contents: text, from: Self.source).id
                == MasterKey(contents: bytes, from: Self.source).id
        )
    }

    @Test(
        "an environment variable that is not a key is refused with its reason",
        arguments: [
            (nil, .missing),
            ("", .empty),
            (" \n", .empty),
            ("made up", .wrongLength(7)),
            ("made-up-key!", .malformed),
            (String(digits.dropLast(2)), .wrongLength(31)),
            (digits + "00", .wrongLength(33)),
            (String(digits.dropLast()), .malformed),
            ("jzocXpty0ESG4fNaDWvJJ06KEPezXGLZgX5PowVdwg==", .wrongLength(31)),
            (String(repeating: "00", count: 32), .weak(.allEqual)),
            (String(repeating: "ab", count: 32), .weak(.allEqual)),
            ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", .weak(.allEqual)),
            ("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", .weak(.sequence)),
            ("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f", .weak(.sequence)),
            ("1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100", .weak(.sequence)),
            (String(repeating: "deadbeef", count: 8), .weak(.repeating)),
            (String(repeating: "0123456789abcdef", count: 4), .weak(.repeating)),
            (String(digits.prefix(32) + digits.prefix(32)), .weak(.repeating)),
            ("0102030405060708090a0b0102030405060708090a0b01020304050607080905", .weak(.fewValues)),
            ("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", .weak(.repeating)),
            ("dGhpcyBpcyBhIG1hZGUtdXAgbWFzdGVyIGtleSAhISE=", .weak(.printable)),
            ("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4", .weak(.example)),
        ] as [(String?, MasterKey.Refusal)])
    func refusedVariables(value: String?, refusal: MasterKey.Refusal) {
        #expect(throws: VaultError.masterKeyRefused(refusal, Self.source)) {
            try MasterKey(environment: "MADE_UP_KEY", value: value)
        }
    }

    @Test(
        "contents of a file that are not a key are refused with their reason",
        arguments: [
            ([], .empty),
            (Array("this is a made-up password 12345".utf8), .weak(.printable)),
            (Array("8f3a1c5e9b72d04486e1f35a0d6bc92\n".utf8), .weak(.printable)),
            ([UInt8](repeating: 0, count: 32), .weak(.allEqual)),
            ([UInt8](repeating: 0xA5, count: 31), .wrongLength(31)),
            ([UInt8](repeating: 0xA5, count: 33), .wrongLength(33)),
        ] as [([UInt8], MasterKey.Refusal)])
    func refusedContents(contents: [UInt8], refusal: MasterKey.Refusal) {
        #expect(throws: VaultError.masterKeyRefused(refusal, Self.source)) {
            try MasterKey(contents: contents, from: Self.source)
        }
    }

    @Test("keys from the random generator are never refused")
    func randomKeys() throws {
        for _ in 0..<500 {
            let bytes = try RandomBytes.make(count: 32)
            #expect(MasterKey.Weakness(of: bytes.span) == nil)
        }
    }

    @Test("each use of a master key has a key of its own")
    func separation() throws {
        let key = try MasterKey.madeUp("current")
        let other = try MasterKey.madeUp("other")
        #expect(key.encryptionKey != key.fingerprintKey)
        #expect(key.encryptionKey != other.encryptionKey)
        #expect(key.id != other.id)
        #expect(!key.encryptionKey.digits.hasPrefix(key.id.fingerprint))
        #expect(!key.fingerprintKey.digits.hasPrefix(key.id.fingerprint))
    }

    @Test("a refusal is one sentence that names the place and says what to do, and shows no key")
    func sentences() {
        let path = MasterKey.Source.file(path: "/made/up/master.key")
        let sentences: [(MasterKey.Refusal, MasterKey.Source, String)] = [
            (
                .missing, Self.source,
                "There is no master key: MADE_UP_KEY is not set; `openssl rand -hex 32` makes one."
            ),
            (
                .wrongLength(31), path,
                "The master key in /made/up/master.key stands for 31 bytes instead of 32; "
                    + "`openssl rand -hex 32` makes one."
            ),
            (
                .openToOthers(mode: 0o44), path,
                "The master key in /made/up/master.key has mode 0044, so others can reach it; `chmod 400` it."
            ),
            (
                .weak(.allEqual), Self.source,
                "The master key in MADE_UP_KEY is not random: all of its bytes are equal; "
                    + "`openssl rand -hex 32` makes one."
            ),
        ]
        for (refusal, source, sentence) in sentences {
            #expect("\(VaultError.masterKeyRefused(refusal, source))" == sentence)
        }
    }
}
