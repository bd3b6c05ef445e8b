import Glibc
import NIOPosix
import Roster

/// Asks the system which addresses a name has.
///
/// `getaddrinfo` blocks and cannot be stopped, so it has a few threads of its own, and whoever waits can stop waiting.
final class HostResolver: Sendable {
    private let threads = NIOThreadPool(numberOfThreads: 4)

    init() {
        threads.start()
    }

    /// The addresses of a name in the system's order of preference; empty where it has none.
    func addresses(of name: String) async throws -> [IPAddress] {
        let (answers, continuation) = AsyncStream.makeStream(of: [IPAddress].self)
        threads.submit { state in
            if case .active = state { continuation.yield(Self.resolved(name)) }
            continuation.finish()
        }
        for await answer in answers { return answer }
        try Task.checkCancellation()
        throw CallFault.stopping
    }

    func shutDown() async {
        // It throws only what a repeated call would.
        try? await threads.shutdownGracefully()
    }

    private static func resolved(_ name: String) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var entry = list
        while let info = entry?.pointee {
            if let address = IPAddress(info), !addresses.contains(address) { addresses.append(address) }
            entry = info.ai_next
        }
        return addresses
    }
}

extension IPAddress {
    fileprivate init?(_ info: addrinfo) {
        guard let address = info.ai_addr else { return nil }
        switch info.ai_family {
        case AF_INET:
            self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                .v4(UInt32(bigEndian: $0.pointee.sin_addr.s_addr))
            }
        case AF_INET6:
            self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
                withUnsafeBytes(of: address.pointee.sin6_addr) { bytes in
                    .v6((0..<8).map { UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) })
                }
            }
        default: return nil
        }
    }
}
