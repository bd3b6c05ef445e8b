import NIOCore
import Vault

/// Puts asterisks in the place of a key wherever a provider sends it back, also where it arrives in pieces.
///
/// The length stays the same. Only the bytes that may be the beginning of the key are held back until the next piece.
struct KeyMask: Sendable {
    private let key: [UInt8]
    private var held: [UInt8] = []
    /// Whether there is a key at all.
    let hasKey: Bool

    /// - Parameter key: those too short to be secrets, such as `lm-studio`, are not looked for: they are words that
    ///   occur in answers.
    init(_ key: Secret?) {
        hasKey = key != nil
        guard let key, key.count >= Secret.shortestHinted else {
            self.key = []
            return
        }
        self.key = key.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    /// What of the body may go on to the caller.
    mutating func mask(_ chunk: ByteBuffer) -> ByteBuffer {
        guard let first = key.first else { return chunk }
        if held.isEmpty, !chunk.readableBytesView.contains(first) { return chunk }
        var bytes = held + chunk.readableBytesView
        var index = 0
        while let start = bytes[index...].firstIndex(of: first) {
            let length = matching(bytes[start...])
            if length == key.count {
                bytes.replaceSubrange(start..<start + length, with: repeatElement(UInt8(ascii: "*"), count: length))
                index = start + length
            } else if start + length == bytes.count {
                held = Array(bytes[start...])
                return ByteBuffer(bytes: bytes[..<start])
            } else {
                index = start + 1
            }
        }
        held = []
        return ByteBuffer(bytes: bytes)
    }

    /// What was held back, once nothing more comes.
    mutating func rest() -> ByteBuffer {
        defer { held = [] }
        return ByteBuffer(bytes: held)
    }

    /// Whether a text holds so much of the key that it would help to guess it.
    func isTouched(by text: String) -> Bool {
        let telling = 6
        guard key.count >= telling else { return false }
        let bytes = Array(text.utf8)
        return (0...key.count - telling).contains { bytes.firstRange(of: key[$0..<$0 + telling]) != nil }
    }

    /// How many bytes are the key's from its beginning.
    private func matching(_ bytes: ArraySlice<UInt8>) -> Int {
        zip(bytes, key).prefix { $0 == $1 }.count
    }
}
