import Testing

@testable import Vault

@Suite("Access tokens")
struct AccessTokenTests {
    @Test("a new token reads back with the same hash and hint")
    func roundTrip() throws {
        let token = try AccessToken.random()
        let text = token.secret.withText { $0 }
        #expect(text.hasPrefix("rst_") && text.utf8.count == 52)
        let read = try #require(AccessToken(text))
        #expect(try read.hash == token.hash)
        #expect(read.hint == String(text.suffix(4)))
        #expect(read.secret == token.secret)
    }

    @Test("two tokens are never the same")
    func distinct() throws {
        let hashes = try (0..<100).map { _ in try AccessToken.random().hash }
        #expect(Set(hashes).count == 100)
    }

    /// What is stored today must be found by every later version.
    @Test("the form of a token and its hash stay as they are")
    func stability() throws {
        let token = AccessToken(
            body: CleansedBytes(count: 32) { body in for index in 0..<32 { body[index] = UInt8(index) } })
        let text = token.secret.withText { $0 }
        #expect(text == "rst_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh-KfiaR")
        #expect(try token.hash.bytes == SHA256.digest(of: text))
    }

    @Test("a token with any one character changed is refused")
    func changedCharacters() throws {
        let text = Array(try AccessToken.random().secret.withText { $0 }.utf8)
        for index in text.indices {
            for byte in UInt8(0)...127 where byte != text[index] {
                var changed = text
                changed[index] = byte
                #expect(AccessToken(String(decoding: changed, as: UTF8.self)) == nil)
            }
        }
    }

    @Test("a token with two neighbouring characters exchanged is refused")
    func exchangedCharacters() throws {
        let text = Array(try AccessToken.random().secret.withText { $0 }.utf8)
        for index in text.indices.dropLast() where text[index] != text[index + 1] {
            var changed = text
            changed.swapAt(index, index + 1)
            #expect(AccessToken(String(decoding: changed, as: UTF8.self)) == nil)
        }
    }

    @Test(
        "what is not a token is refused",
        arguments: [
            "", "rst_", "Bearer", "rst_" + String(repeating: "A", count: 48), String(repeating: "A", count: 52),
            String(repeating: "\u{0}", count: 52), String(repeating: "é", count: 26),
            "rst_" + String(repeating: "😀", count: 12),
            "RST_" + String(repeating: "A", count: 48), String(repeating: "rst_", count: 13),
            String(repeating: "a", count: 1_000_000), "rst_" + String(repeating: "a", count: 1_000_000),
            String(repeating: "e\u{301}", count: 500_000),
        ])
    func notTokens(text: String) {
        #expect(AccessToken(text) == nil)
    }

    @Test("a token with anything before or after it is refused", arguments: [" ", "\n", "\u{0}", "A", "="])
    func surrounded(extra: String) throws {
        let text = try AccessToken.random().secret.withText { $0 }
        #expect(AccessToken(extra + text) == nil)
        #expect(AccessToken(text + extra) == nil)
    }

    @Test("a token shows nothing of itself however it is printed")
    func printing() throws {
        let token = try AccessToken.random()
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), "\([token])", dumped] {
            #expect(!text.contains("rst_") && !text.contains(token.hint))
        }
    }

    @Test("stored hashes have 32 bytes and are equal only if all of them are")
    func hashes() throws {
        let bytes = try AccessToken.random().hash.bytes
        let hash = try #require(TokenHash(bytes: bytes))
        #expect(bytes.count == 32)
        #expect(TokenHash(bytes: Array(bytes.dropLast())) == nil)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(TokenHash(bytes: changed) != hash)
        }
    }
}
