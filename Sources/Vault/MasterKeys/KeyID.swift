/// Eight bytes that name a master key, and are useless for finding it.
///
/// They are derived from the key, so a ciphertext says which key it needs and no one hands out numbers.
package struct KeyID: Sendable, Hashable {
    /// The length, in bytes.
    package static let count = 8

    /// The eight bytes, as they stand in a ciphertext.
    package let bytes: [UInt8]

    /// Fails unless there are exactly eight bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.count else { return nil }
        self.bytes = bytes
    }

    /// Reads what ``fingerprint`` prints, in either case.
    package init?(fingerprint: String) {
        let digits = Array(fingerprint.utf8)
        guard digits.count == 2 * Self.count, let decoded = Hexadecimal.decode(digits.span) else { return nil }
        bytes = decoded.withSpan { Array(copying: $0) }
    }

    /// Sixteen hexadecimal digits, for messages and for the table of master keys.
    package var fingerprint: String { Hexadecimal.encode(bytes.span) }
}

extension KeyID: CustomStringConvertible, Comparable {
    package var description: String { fingerprint }

    package static func < (left: KeyID, right: KeyID) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
