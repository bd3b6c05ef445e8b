/// The UTF-8 bytes of one document, while one parse lasts.
///
/// Reading past the end gives NUL, so look-ahead needs no checks of its own; where NUL itself may stand,
/// `count` tells the two apart. The pointer is valid only inside the closure that lent it (see `AST+Parsing.swift`).
struct SourceText {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// `bytes` must be well-formed UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    subscript(position: Int) -> UInt8 {
        // A negative position would be a huge one as UInt, so this one comparison proves the access.
        UInt(bitPattern: position) < UInt(bitPattern: bytes.count) ? bytes[position] : 0
    }

    /// The first position from `start` on that holds no `NameContinue` (section 2.1.8).
    func endOfName(from start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position].isNameContinue { position &+= 1 }
        return position
    }

    /// The first position from `start` on that holds no space, of which indentation is made; eight at a step.
    func endOfSpaces(from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = start
        while position &+ 8 <= raw.count,
            raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) == 0x2020_2020_2020_2020
        {
            position &+= 8
        }
        while position < raw.count, raw[position] == UInt8(ascii: " ") { position &+= 1 }
        return position
    }

    /// The bytes of a range, which is clamped to the text.
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[range.clamped(to: bytes.indices)])
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }

    /// Whether `text` stands at `position`.
    func has(_ text: StaticString, at position: Int) -> Bool {
        guard text.utf8CodeUnitCount <= count - position else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(self[position..<position + $0.count]) }
    }

    /// The character that begins at `position`, or nil at the end.
    func scalar(at position: Int) -> Unicode.Scalar? {
        let first = self[position]
        guard first >= 0x80 else { return position < count ? Unicode.Scalar(first) : nil }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return string(position..<position + length).unicodeScalars.first
    }
}
