/// The check sum of IEEE 802.3, which finds every error that lies within 32 neighbouring bits.
enum CRC32 {
    /// The remainder of the bytes, lowest byte first, as it is appended to them.
    static func checksum(of bytes: Span<UInt8>) -> [UInt8] {
        var remainder = UInt32.max
        for index in bytes.indices {
            remainder ^= UInt32(bytes[index])
            for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return (0..<4).map { UInt8(truncatingIfNeeded: ~remainder >> (8 * UInt32($0))) }
    }
}
