import NIOCore
import Vault

/// Puts asterisks in the place of a key wherever a provider sends it back, also where it arrives in pieces.
///
/// The length stays the same. Only the bytes that may be the beginning of the key are held back until the next piece.
struct KeyMask: Sendable {
    /// What is covered: the key, or where it is short, what it was sent as.
    private let key: [UInt8]
    /// The key itself.
    private let secret: [UInt8]
    private var held: [UInt8] = []
    /// Whether there is a key at all.
    let hasKey: Bool

    /// - Parameter key: one too short to be a secret, such as `lm-studio`, may be a word that occurs in answers; it is
    ///   covered where it stands as it was sent, behind `Bearer`.
    init(_ key: Secret?) {
        hasKey = key != nil
        secret = key?.withBytes { bytes in bytes.indices.map { bytes[$0] } } ?? []
        let isWord = !secret.isEmpty && secret.count < Secret.shortestHinted
        self.key = isWord ? Array("Bearer ".utf8) + secret : secret
    }

    /// What of the body may go on to the caller.
    mutating func mask(_ chunk: ByteBuffer) -> ByteBuffer {
        guard let first = key.first else { return chunk }
        let mayBegin: (UInt8) -> Bool = { $0 == first || $0 == UInt8(ascii: "\\") }
        if held.isEmpty, !chunk.readableBytesView.contains(where: mayBegin) { return chunk }
        var bytes = held + chunk.readableBytesView
        var index = 0
        while let start = bytes[index...].firstIndex(where: mayBegin) {
            switch match(bytes[start...]) {
            case .whole(let length):
                bytes.replaceSubrange(start..<start + length, with: repeatElement(UInt8(ascii: "*"), count: length))
                index = start + length
            case .beginning:
                held = Array(bytes[start...])
                return ByteBuffer(bytes: bytes[..<start])
            case .none: index = start + 1
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

    /// Whether a text holds so much of the key that it would help to guess it; of a short one, all.
    func isTouched(by text: String) -> Bool {
        guard !secret.isEmpty else { return false }
        let telling = secret.count < Secret.shortestHinted ? secret.count : 6
        let bytes = Array(text.utf8)
        return (0...secret.count - telling).contains { bytes.firstRange(of: secret[$0..<$0 + telling]) != nil }
    }

    /// How bytes begin.
    private enum Match {
        case none
        /// With the key, which takes so many of them.
        case whole(length: Int)
        /// With what may become the key once there are more.
        case beginning
    }

    /// Looks for the key as it is, and with any of its characters escaped as in JSON (RFC 8259 section 7).
    private func match(_ bytes: ArraySlice<UInt8>) -> Match {
        var rest = bytes
        for expected in key {
            guard let byte = rest.first else { return .beginning }
            if byte == expected {
                rest = rest.dropFirst()
                continue
            }
            guard byte == UInt8(ascii: "\\") else { return .none }
            let escape = rest.dropFirst().prefix(rest.dropFirst().first == UInt8(ascii: "u") ? 5 : 1)
            guard Self.isEscape(escape, of: expected) else { return .none }
            guard escape.count == (escape.first == UInt8(ascii: "u") ? 5 : 1) else { return .beginning }
            rest = rest.dropFirst(1 + escape.count)
        }
        return .whole(length: rest.startIndex - bytes.startIndex)
    }

    /// Whether what follows a backslash, if only the first of it, stands for a character.
    private static func isEscape(_ escape: ArraySlice<UInt8>, of character: UInt8) -> Bool {
        guard let letter = escape.first else { return true }
        guard letter == UInt8(ascii: "u") else { return letter == character }
        let digits = String(character, radix: 16)
        let expected = (String(repeating: "0", count: 4 - digits.count) + digits).utf8
        return zip(escape.dropFirst(), expected).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
