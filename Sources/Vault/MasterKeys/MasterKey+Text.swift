extension MasterKey {
    /// Reads a key from the value of an environment variable: 64 hexadecimal digits, or 32 bytes in base64.
    ///
    /// A variable that is not set is `missing`. Whitespace around the text does not count.
    package init(environment variable: String, value: String?) throws(VaultError) {
        let source = Source.environment(variable: variable)
        guard let value else { throw .masterKeyRefused(.missing, source) }
        self = try Self.key(inText: Array(value.utf8).span, from: source)
    }

    /// Reads a key from the contents of a file: 32 raw bytes, or text as in an environment variable.
    package init(contents: Span<UInt8>, from source: Source) throws(VaultError) {
        self =
            if contents.count == Self.count {
                try Self.key(inRaw: CleansedBytes(copying: contents), from: source)
            } else {
                try Self.key(inText: contents, from: source)
            }
    }

    private static func key(inText contents: Span<UInt8>, from source: Source) throws(VaultError) -> MasterKey {
        let text = contents.extracting(contents.trimmedIndices)
        guard !text.isEmpty else { throw .masterKeyRefused(.empty, source) }
        if let bytes = Hexadecimal.decode(text) ?? Base64.anyAlphabet.decode(text) {
            return try key(inRaw: bytes, from: source)
        }
        throw .masterKeyRefused(text.isVisibleASCII ? .malformed : .wrongLength(contents.count), source)
    }

    private static func key(inRaw bytes: CleansedBytes, from source: Source) throws(VaultError) -> MasterKey {
        guard bytes.count == count else { throw .masterKeyRefused(.wrongLength(bytes.count), source) }
        if let weakness = bytes.withSpan({ Weakness(of: $0) }) { throw .masterKeyRefused(.weak(weakness), source) }
        return try MasterKey(unchecked: bytes)
    }
}

extension Span<UInt8> {
    /// The places between leading and trailing spaces, tabs and line ends.
    fileprivate var trimmedIndices: Range<Int> {
        let whitespace: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        guard let first = indices.first(where: { !whitespace.contains(self[$0]) }),
            let last = indices.last(where: { !whitespace.contains(self[$0]) })
        else { return 0..<0 }
        return first..<last + 1
    }

    fileprivate var isVisibleASCII: Bool { indices.allSatisfy { (0x21...0x7E).contains(self[$0]) } }
}
