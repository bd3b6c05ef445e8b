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
        left.comparison(with: right) == 0
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.comparison(with: right) < 0
    }

    /// Negative where this comes before the other, zero where they are equal, positive where it comes after.
    func comparison(with other: Self) -> Int {
        var (left, right) = (text, other.text)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    return Int(left[index]) - Int(right[index])
                }
                return left.count - right.count
            }
        }
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }

    package var description: String { text }
}
