import NIOCore

/// Whom to count as one: an IPv4 address, or the network of an IPv6 address, whose first 64 bits are one household's.
enum AddressKey: Hashable, Sendable {
    case ipv4(UInt32)
    case ipv6(UInt64)
    /// There is none, as with a Unix socket.
    case unknown

    init(_ address: SocketAddress?) {
        guard let address, address.protocol == .inet || address.protocol == .inet6 else {
            self = .unknown
            return
        }
        let isIPv4 = address.protocol == .inet
        // `sockaddr_in` has the address behind family and port, `sockaddr_in6` behind the flow label too.
        let octets = address.withSockAddr { pointer, size in
            Array(UnsafeRawBufferPointer(start: pointer, count: size).dropFirst(isIPv4 ? 4 : 8).prefix(isIPv4 ? 4 : 8))
        }
        let number = octets.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self = isIPv4 ? .ipv4(UInt32(truncatingIfNeeded: number)) : .ipv6(number)
    }
}
