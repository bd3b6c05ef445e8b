import Vault

/// What an API key must be to go into an HTTP header: visible ASCII characters.
enum APIKeyRule {
    /// The longest key, in characters.
    static let maximumLength = 4096

    /// The key without the white space that copying leaves at its ends.
    static func checked(_ key: Secret) throws(KeyFault) -> Secret {
        try key.withBytes { (bytes) throws(KeyFault) in
            var (start, end) = (0, bytes.count)
            while start < end, isSpace(bytes[start]) { start += 1 }
            while start < end, isSpace(bytes[end - 1]) { end -= 1 }
            guard start < end else { throw .empty }
            guard end - start <= maximumLength else { throw .tooLong(limit: maximumLength) }
            for index in start..<end where !(0x21...0x7E).contains(bytes[index]) { throw .character }
            return Secret(copying: bytes.extracting(start..<end))
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

/// What is wrong with an API key.
package enum KeyFault: Error, Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    case character
}

extension KeyFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "The API key is empty; send null to have none."
        case .tooLong(let limit): "The API key must not be longer than \(limit) characters."
        case .character: "The API key must consist of visible ASCII characters, without white space between them."
        }
    }
}
