extension MasterKey {
    /// A property that no key from a random generator has: the likeliest, ``printable``, comes once in 10^13 keys.
    package enum Weakness: Sendable, Hashable, CaseIterable {
        case allEqual, sequence, repeating, fewValues, printable, example

        /// The fewest different values among 32 random bytes; on average there are 30.
        static let fewestValues = 12

        /// What is wrong with those 32 bytes, if anything.
        init?(of key: Span<UInt8>) {
            guard let weakness = Self.allCases.first(where: { $0.applies(to: key) }) else { return nil }
            self = weakness
        }

        private func applies(to key: Span<UInt8>) -> Bool {
            switch self {
            case .allEqual: key.indices.allSatisfy { key[$0] == key[0] }
            case .sequence: key.indices.dropFirst(2).allSatisfy { key[$0] &- key[$0 - 1] == key[1] &- key[0] }
            case .repeating:
                [2, 4, 8, 16].contains { period in
                    key.indices.dropFirst(period).allSatisfy { key[$0] == key[$0 - period] }
                }
            case .fewValues: Set(key.indices.map { key[$0] }).count < Self.fewestValues
            case .printable:
                key.indices.allSatisfy { (0x20...0x7E).contains(key[$0]) || [0x09, 0x0A, 0x0D].contains(key[$0]) }
            case .example: Self.examples.contains { Hexadecimal.encode(key) == $0 }
            }
        }

        /// Keys that stand in documents, and so in the word lists of those who try keys.
        ///
        /// Most published keys are sequences, repetitions or text. This is the AES-256 key of NIST SP 800-38A,
        /// appendix F, which test suites and tutorials copy.
        private static let examples = ["603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"]
    }
}

extension MasterKey.Weakness: CustomStringConvertible {
    package var description: String {
        switch self {
        case .allEqual: "all of its bytes are equal"
        case .sequence: "its bytes are a sequence"
        case .repeating: "its bytes repeat"
        case .fewValues: "it has too few different bytes"
        case .printable: "it is text"
        case .example: "it is an example from a document"
        }
    }
}
