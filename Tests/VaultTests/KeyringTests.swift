import Testing

@testable import Vault

@Suite("Sealing secrets")
struct KeyringTests {
    let keyring: Keyring
    let secret = Secret("sk-made-up-0123456789-wxyz")

    init() throws {
        keyring = Keyring(current: try .madeUp("current"))
    }

    @Test("what is sealed for a place opens there", arguments: [0, 1, 15, 16, 17, 1000, Keyring.longestSecret])
    func roundTrip(count: Int) throws {
        let secret = Secret(String(repeating: "x", count: count))
        let ciphertext = try keyring.seal(secret, for: .first)
        #expect(ciphertext.count == 37 + count)
        #expect(try keyring.open(ciphertext, at: .first) == secret)
    }

    @Test("the column format is version, key id, nonce, ciphertext and tag")
    func format() throws {
        let ciphertext = try keyring.seal(secret, for: .first)
        #expect(ciphertext[0] == 1)
        #expect(Array(ciphertext[1..<9]) == keyring.current.id.bytes)
        #expect(ciphertext.count == 1 + 8 + 12 + secret.count + 16)
        #expect(try CiphertextHeader(parsing: ciphertext).key == keyring.current.id)
    }

    /// What is stored today must open in every later version; this was made apart from this code, by
    /// Python's `cryptography`, from the description of the format.
    @Test("a ciphertext that was sealed long ago still opens")
    func stability() throws {
        let stored = try hex(Self.sealedLongAgo).array
        #expect(try keyring.open(stored, at: .first) == secret)
        #expect(keyring.current.id.fingerprint == "9ab234fac76fc9b0")
        #expect(try keyring.fingerprint(of: secret) == "d291f1db85fa7d95")
    }

    static let sealedLongAgo =
        "019ab234fac76fc9b0a0a1a2a3a4a5a6a7a8a9aaabea7b0c66e068479ac51b59"
        + "d4e67ae532584a6815c5aa33bac1a64b046b165ca1ebb73b58754f184f3733"

    @Test("no two ciphertexts of one secret have the same nonce")
    func nonces() throws {
        let nonces = try (0..<200).map { _ in try CiphertextHeader(parsing: keyring.seal(secret, for: .first)).nonce }
        #expect(Set(nonces).count == 200)
    }

    @Test("a secret that is too long is refused before it is sealed")
    func tooLong() {
        let long = Secret(String(repeating: "x", count: Keyring.longestSecret + 1))
        #expect(throws: VaultError.secretTooLong(limit: 65_536)) { try keyring.seal(long, for: .first) }
    }

    @Test("a ciphertext with any bit flipped does not open, and says why by the part that was hit")
    func flippedBits() throws {
        let ciphertext = try keyring.seal(secret, for: .first)
        for index in ciphertext.indices {
            for bit in UInt8(0)..<8 {
                var flipped = ciphertext
                flipped[index] ^= 1 << bit
                let expected: VaultError =
                    switch index {
                    case 0: .unknownVersion(1 ^ 1 << bit)
                    case 1..<9: .unknownKey(try CiphertextHeader(parsing: flipped).key)
                    default: .notAuthentic
                    }
                #expect(throws: expected) { try keyring.open(flipped, at: .first) }
            }
        }
    }

    @Test("a ciphertext that is cut anywhere does not open")
    func cut() throws {
        let ciphertext = try keyring.seal(secret, for: .first)
        for length in ciphertext.indices {
            let expected: VaultError = length < 37 ? .ciphertextMalformed : .notAuthentic
            #expect(throws: expected) { try keyring.open(Array(ciphertext[..<length]), at: .first) }
        }
    }

    @Test("a ciphertext with bytes appended does not open", arguments: [1, 16, 1000, 1_000_000])
    func appended(count: Int) throws {
        let ciphertext = try keyring.seal(secret, for: .first) + [UInt8](repeating: 0, count: count)
        let expected: VaultError = count > Keyring.longestSecret ? .ciphertextMalformed : .notAuthentic
        #expect(throws: expected) { try keyring.open(ciphertext, at: .first) }
    }

    @Test("random bytes never open, and never crash", arguments: 0..<64)
    func noise(seed: Int) throws {
        for _ in 0..<50 {
            var bytes = try RandomBytes.make(count: Int.random(in: 0...200))
            if seed.isMultiple(of: 2), !bytes.isEmpty { bytes[0] = 1 }
            if seed.isMultiple(of: 4), bytes.count > 9 { bytes.replaceSubrange(1..<9, with: keyring.current.id.bytes) }
            #expect(throws: VaultError.self) { try keyring.open(bytes, at: .first) }
        }
    }

    @Test(
        "a ciphertext opens at no other place",
        arguments: [
            { $0.installation = "another-installation" },
            { $0.table = "tokens" },
            { $0.column = "image_url" },
            { $0.row = 2 },
            { $0.row = -1 },
            { $0.origin = "https://api.example.org" },
            { $0.origin = "http://api.example.com" },
            { $0.origin = "https://api.example.com:8443" },
            { $0.origin = nil },
            { ($0.table, $0.column) = ("providersa", "pi_key") },
            { ($0.table, $0.column) = ("", "providersapi_key") },
        ] as [@Sendable (inout SecretPlace) -> Void])
    func otherPlaces(move: @Sendable (inout SecretPlace) -> Void) throws {
        let ciphertext = try keyring.seal(secret, for: .first)
        var place = SecretPlace.first
        move(&place)
        #expect(throws: VaultError.notAuthentic) { try keyring.open(ciphertext, at: place) }
        let elsewhere = try keyring.seal(secret, for: place)
        #expect(throws: VaultError.notAuthentic) { try keyring.open(elsewhere, at: .first) }
        #expect(try keyring.open(elsewhere, at: place) == secret)
    }

    @Test("a ciphertext under a key that is not here names that key")
    func unknownKey() throws {
        let other = Keyring(current: try .madeUp("other"))
        let ciphertext = try other.seal(secret, for: .first)
        #expect(throws: VaultError.unknownKey(other.current.id)) { try keyring.open(ciphertext, at: .first) }
    }

    @Test("a ciphertext whose header claims another key does not open under that key")
    func claimedKey() throws {
        let other = try MasterKey.madeUp("other")
        let both = Keyring(current: keyring.current, previous: [other])
        var ciphertext = try keyring.seal(secret, for: .first)
        ciphertext.replaceSubrange(1..<9, with: other.id.bytes)
        #expect(throws: VaultError.notAuthentic) { try both.open(ciphertext, at: .first) }
    }

    @Test("after a rotation the previous key opens what it sealed, and the current key seals")
    func rotation() throws {
        let old = try keyring.seal(secret, for: .first)
        let rotated = Keyring(current: try .madeUp("next"), previous: [keyring.current])
        #expect(try !rotated.isCurrent(old))
        let new = try rotated.seal(rotated.open(old, at: .first), for: .first)
        #expect(try rotated.isCurrent(new))
        #expect(try Keyring(current: rotated.current).open(new, at: .first) == secret)
        #expect(throws: VaultError.unknownKey(rotated.current.id)) { try keyring.open(new, at: .first) }
    }

    @Test("the keyring names each key once, the current one first")
    func keyIDs() throws {
        let previous = try MasterKey.madeUp("previous")
        let keyring = Keyring(current: keyring.current, previous: [previous, keyring.current, previous])
        #expect(keyring.keyIDs == [keyring.current.id, previous.id])
    }

    @Test("fingerprints are equal for equal secrets under one key, and for nothing else")
    func fingerprints() throws {
        let fingerprint = try keyring.fingerprint(of: secret)
        #expect(fingerprint.utf8.count == 16)
        #expect(try keyring.fingerprint(of: Secret(secret.withText { $0 })) == fingerprint)
        #expect(try keyring.fingerprint(of: Secret("sk-made-up-0123456789-wxyZ")) != fingerprint)
        #expect(try Keyring(current: .madeUp("next")).fingerprint(of: secret) != fingerprint)
        _ = try keyring.fingerprint(of: Secret(""))
    }

    @Test("neither keys, keyrings nor errors show a key or a secret")
    func printing() throws {
        let key = keyring.current.fileContents()
        let digits = key.withSpan { String(decoding: Array(copying: $0).dropLast(), as: UTF8.self) }
        var dumped = ""
        dump(keyring, to: &dumped)
        let shown = ["\(keyring)", String(reflecting: keyring), "\(keyring.current)", dumped]
        for text in shown {
            #expect(text.contains(keyring.current.id.fingerprint))
            #expect(!text.contains(digits) && !text.contains("CleansedBytes"))
        }
        do {
            _ = try keyring.open(
                keyring.seal(secret, for: .first),
                at: .init(
                    installation: "", table: "", column: "", row: 0, origin: nil))
            Issue.record("opened")
        } catch {
            #expect(!"\(error)".contains("made-up") && !String(reflecting: error).contains("made-up"))
        }
    }
}
