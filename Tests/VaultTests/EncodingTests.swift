import Testing

@testable import Vault

@Suite("Encodings of keys and tokens")
struct EncodingTests {
    @Test("hexadecimal digits are read in either case and written in lower case")
    func hexadecimal() throws {
        #expect(try hex("00fFA9").array == [0x00, 0xFF, 0xA9])
        #expect(try hex("00fFA9").digits == "00ffa9")
        #expect(Hexadecimal.decode(Array("0g".utf8)) == nil)
        #expect(Hexadecimal.decode(Array("000".utf8)) == nil)
    }

    /// RFC 4648 section 10.
    @Test(
        "base64 is read with or without padding",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ]
    )
    func base64(text: String, encoded: String) {
        let unpadded = encoded.filter { $0 != "=" }
        #expect(Base64.anyAlphabet.decode(encoded) == Array(text.utf8))
        #expect(Base64.anyAlphabet.decode(unpadded) == Array(text.utf8))
        #expect(Base64.encodeURL(Array(text.utf8)) == unpadded)
    }

    @Test("both alphabets are read, and the URL-safe one is written")
    func alphabets() {
        let bytes: [UInt8] = [0xFB, 0xFF, 0xBF]
        #expect(Base64.encodeURL(bytes) == "-_-_")
        #expect(Base64.url.decode("-_-_") == bytes)
        #expect(Base64.anyAlphabet.decode("+/+/") == bytes)
        #expect(Base64.url.decode("+/+/") == nil)
    }

    @Test(
        "bytes have one spelling only",
        arguments: ["Z", "Zm9vY", "Zh==", "Zm9=", "Zg=", "Z===", "Zm9v=", "Zm 9v", "Zm9v\n"])
    func notBase64(text: String) {
        #expect(Base64.anyAlphabet.decode(text) == nil)
        #expect(Base64.url.decode(text) == nil)
    }

    @Test("every count of bytes comes back from base64", arguments: 0..<40)
    func roundTrip(count: Int) throws {
        let bytes = try RandomBytes.make(count: count)
        #expect(Base64.url.decode(Base64.encodeURL(bytes)) == bytes)
    }

    @Test("the check sum is that of IEEE 802.3, lowest byte first")
    func checksum() {
        #expect(CRC32.checksum(of: Array("123456789".utf8)) == [0x26, 0x39, 0xF4, 0xCB])
        #expect(CRC32.checksum(of: []) == [0, 0, 0, 0])
    }
}
