/// A string's own comparison and hash normalise, which takes quadratic time in a run of combining characters: texts of
/// strangers are compared by these.
extension String {
    /// Whether both have the same UTF-8.
    func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }

    var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
