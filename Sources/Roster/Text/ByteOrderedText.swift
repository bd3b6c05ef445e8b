/// Text that is compared by the bytes of its UTF-8, as Postgres compares under `COLLATE "C"`.
///
/// Swift's own comparison takes two spellings of one character for equal and depends on Unicode's tables; the
/// database's unique constraints and orders do neither, and both sides must agree on every machine. The order is
/// also that of the Unicode scalars.
package protocol ByteOrderedText: Comparable, Hashable, Sendable, CustomStringConvertible {
    var text: String { get }
}

extension ByteOrderedText {
    package static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }

    package var description: String { text }
}
