import Testing

@testable import Vault

struct SessionTests {
    private static func session() throws -> Session {
        Session(token: TokenHash(digest: try SHA256.digest(of: "a made-up token")), expiresAt: 1_900_000_000)
    }

    @Test("a sealed session opens on every server that has the master key, also as an earlier one")
    func opens() throws {
        let key = try MasterKey.madeUp("one")
        let sealed = try Keyring(current: key).seal(try Self.session())
        #expect(Keyring(current: key).openSession(sealed) == (try Self.session()))
        #expect(Keyring(current: try .madeUp("two"), previous: [key]).openSession(sealed) == (try Self.session()))
        #expect(Keyring(current: try .madeUp("two")).openSession(sealed) == nil)
    }

    @Test("a sealed session does not say whose it is, and no two are the same")
    func sealed() throws {
        let keyring = Keyring(current: try .madeUp("one"))
        let session = try Self.session()
        let sealed = try keyring.seal(session)
        #expect(try keyring.seal(session) != sealed)
        let bytes = try #require(Base64.url.decode(sealed))
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: session.token.bytes) })
        #expect(sealed.utf8.allSatisfy { $0 != UInt8(ascii: ";") && $0 > 0x20 && $0 < 0x7F })
    }

    @Test("an altered, shortened or lengthened session does not open")
    func altered() throws {
        let keyring = Keyring(current: try .madeUp("one"))
        let sealed = Array(try keyring.seal(try Self.session()).utf8)
        for index in sealed.indices {
            var other = sealed
            other[index] = other[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(keyring.openSession(String(decoding: other, as: UTF8.self)) == nil)
            #expect(keyring.openSession(String(decoding: sealed[..<index], as: UTF8.self)) == nil)
        }
        #expect(keyring.openSession(String(decoding: sealed, as: UTF8.self) + "A") == nil)
    }

    @Test("an API key's ciphertext is no session, even one of the same length under the same master key")
    func otherUse() throws {
        let keyring = Keyring(current: try .madeUp("one"))
        let place = SecretPlace(installation: "", table: "", column: "", row: 0, origin: nil)
        let text = String(repeating: "x", count: Session.plaintextCount)
        #expect(keyring.openSession(Base64.encodeURL(try keyring.seal(Secret(text), for: place))) == nil)
    }
}
