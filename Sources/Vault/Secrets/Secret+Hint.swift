extension Secret {
    /// The shortest secret that has a hint, in characters.
    package static let shortestHinted = 16

    /// The last four characters, by which a person tells keys apart; nil for short secrets, of which they would give
    /// too much away, and for secrets that do not end in visible ASCII.
    package var hint: String? {
        withBytes { bytes in
            var characters = 0
            for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { characters += 1 }
            guard characters >= Self.shortestHinted else { return nil }
            var hint = ""
            for index in bytes.count - 4..<bytes.count {
                guard (0x21...0x7E).contains(bytes[index]) else { return nil }
                hint.unicodeScalars.append(Unicode.Scalar(bytes[index]))
            }
            return hint
        }
    }
}
