/// A caller's secret: `rst_`, then 32 random bytes and their check sum in base64url.
///
/// All tokens have the same length, and each has one spelling. The check sum is no secret: with it a mistyped or
/// invented token is refused without a look into the database.
package struct AccessToken: Sendable {
    /// How every token begins, so that it is known for what it is wherever it is found.
    package static let prefix = "rst_"

    /// The length of every token, in characters.
    package static let count = 52

    private static let randomCount = 32
    private static let checksumCount = 4

    /// The whole text; it goes to the caller once, and is not stored.
    package let secret: Secret

    /// A new token from the system's random generator.
    package static func random() throws(VaultError) -> AccessToken {
        AccessToken(body: try RandomBytes.makeSecret(count: randomCount))
    }

    init(body: CleansedBytes) {
        let checksum = CleansedBytes(copying: body.withSpan { CRC32.checksum(of: $0) })
        let digits = CleansedBytes(joining: body, checksum).withSpan { Base64.encodeURL($0) }
        secret = Secret(owning: CleansedBytes(joining: CleansedBytes(copying: Array(Self.prefix.utf8)), digits))
    }

    /// Takes the text of a token; nil if it is not of the form, at once if it has not the length.
    package init?(_ text: String) {
        guard text.utf8.count == Self.count, text.utf8.starts(with: Self.prefix.utf8) else { return nil }
        let secret = Secret(text)
        guard secret.withBytes({ Self.isChecked($0.extracting(droppingFirst: Self.prefix.utf8.count)) }) else {
            return nil
        }
        self.secret = secret
    }

    private static func isChecked(_ digits: Span<UInt8>) -> Bool {
        guard let checked = Base64.url.decode(digits) else { return false }
        return checked.withSpan { checked in
            let checksum = CRC32.checksum(of: checked.extracting(droppingLast: checksumCount))
            return ConstantTime.areEqual(checked.extracting(last: checksumCount), checksum.span)
        }
    }

    /// What is stored of the token, and looked up: SHA-256 of its text.
    ///
    /// A plain digest is enough, for 32 random bytes cannot be guessed.
    package var hash: TokenHash {
        get throws(VaultError) {
            TokenHash(digest: try secret.withBytes { text throws(VaultError) in try SHA256.digest(of: text) })
        }
    }

    /// The last four characters, by which a person tells tokens apart.
    package var hint: String { secret.hint ?? "" }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { secret.description }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
