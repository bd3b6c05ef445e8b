/// Text that must not be seen, such as an API key.
///
/// However it is printed, dumped, reflected or interpolated, it shows dots; it cannot be encoded or hashed; equality
/// takes constant time. Its bytes are overwritten when its last copy goes away.
package struct Secret: Sendable, Equatable {
    private let bytes: CleansedBytes

    init(owning bytes: CleansedBytes) {
        self.bytes = bytes
    }

    /// The secret in those bytes, which stay the caller's to cleanse.
    package init(copying bytes: Span<UInt8>) {
        self.bytes = CleansedBytes(copying: bytes)
    }

    /// The secret in the UTF-8 of a text; the text itself is not cleansed.
    package init(_ text: String) {
        var text = text
        bytes = text.withUTF8 { CleansedBytes(copying: $0.span) }
    }

    /// The length in bytes.
    package var count: Int { bytes.count }

    /// Lends the bytes for the length of `body`.
    package func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withSpan(body)
    }

    /// Lends the secret as text for the length of `body`, with U+FFFD for what is not UTF-8.
    ///
    /// The text is an ordinary string that is not cleansed: take it only where bytes are not accepted, and let it go.
    package func withText<Result, Failure: Error>(
        _ body: (String) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let text = bytes.withSpan { bytes in
            bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
        return try body(text)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always the same dots, so not even the length shows.
    package var description: String { "••••••••" }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
