import Testing

@testable import Vault

/// The bytes of a constant in hexadecimal digits.
func hex(_ digits: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CleansedBytes {
    try #require(Hexadecimal.decode(Array(digits.utf8)), sourceLocation: sourceLocation)
}

extension CleansedBytes {
    /// The bytes in hexadecimal digits.
    var digits: String { withSpan { Hexadecimal.encode($0) } }

    var array: [UInt8] { withSpan { Array(copying: $0) } }
}

// A test has its bytes in arrays.

extension Hexadecimal {
    static func encode(_ bytes: [UInt8]) -> String {
        encode(bytes.span)
    }

    static func decode(_ digits: [UInt8]) -> CleansedBytes? {
        decode(digits.span)
    }
}

extension Base64 {
    static func encodeURL(_ bytes: [UInt8]) -> String {
        String(decoding: encodeURL(bytes.span).array, as: UTF8.self)
    }

    func decode(_ text: String) -> [UInt8]? {
        let bytes = Array(text.utf8)
        return decode(bytes.span)?.array
    }
}

extension CRC32 {
    static func checksum(of bytes: [UInt8]) -> [UInt8] {
        checksum(of: bytes.span)
    }
}

extension SHA256 {
    static func digest(of message: String) throws -> [UInt8] {
        let bytes = Array(message.utf8)
        return try digest(of: bytes.span)
    }
}

extension MasterKey {
    init(contents: [UInt8], from source: Source) throws(VaultError) {
        self = try MasterKey(contents: contents.span, from: source)
    }
    /// A made-up key, always the same for the same word.
    static func madeUp(_ word: String) throws -> MasterKey {
        try MasterKey(unchecked: CleansedBytes(copying: SHA256.digest(of: word)))
    }
}

extension SecretPlace {
    static let first = SecretPlace(
        installation: "made-up-installation",
        table: "providers",
        column: "api_key",
        row: 1,
        origin: "https://api.example.com"
    )
}
