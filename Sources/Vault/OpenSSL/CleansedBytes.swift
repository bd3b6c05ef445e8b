import COpenSSL

/// A buffer of bytes that is overwritten when its last owner lets it go.
///
/// Swift arrays and strings leave copies behind in freed memory; keys and plaintexts therefore live here, are written
/// once while the buffer is made, and are lent out as spans that cannot outlive the loan.
final class CleansedBytes: @unchecked Sendable {
    // Unchecked because of the pointer; it is private, and nothing is written after `init`.
    private let buffer: UnsafeMutableBufferPointer<UInt8>

    /// How many bytes there are.
    var count: Int { buffer.count }

    /// Makes a buffer of zeros and lets `write` fill it; it is cleansed also if `write` throws.
    init<Failure: Error>(
        count: Int,
        write: (inout MutableSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        buffer = .allocate(capacity: count)
        buffer.initialize(repeating: 0)
        var span = buffer.mutableSpan
        try write(&span)
    }

    /// A copy of those bytes.
    convenience init(copying bytes: Span<UInt8>) {
        self.init(count: bytes.count) { copy in
            for index in bytes.indices { copy[index] = bytes[index] }
        }
    }

    /// A copy of those bytes, for what is no secret but is used like one.
    convenience init(copying bytes: [UInt8]) {
        self.init(copying: bytes.span)
    }

    /// The bytes of two buffers, one after the other.
    convenience init(joining first: CleansedBytes, _ second: CleansedBytes) {
        self.init(count: first.count + second.count) { joined in
            first.withSpan { for index in $0.indices { joined[index] = $0[index] } }
            second.withSpan { for index in $0.indices { joined[first.count + index] = $0[index] } }
        }
    }

    deinit {
        OPENSSL_cleanse(buffer.baseAddress, buffer.count)
        buffer.deallocate()
    }

    /// Lends the bytes for the length of `body`.
    func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(buffer.span)
    }
}

extension CleansedBytes: Equatable {
    /// Whether both hold the same bytes, in a time that tells nothing but whether the lengths are the same.
    static func == (left: CleansedBytes, right: CleansedBytes) -> Bool {
        left.withSpan { left in right.withSpan { right in ConstantTime.areEqual(left, right) } }
    }
}
