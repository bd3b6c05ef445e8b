extension Array where Element == UInt8 {
    /// A copy of those bytes.
    init(copying bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { Array($0) }
    }
}
