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
        // `sockaddr_in` has the address behind family and port, `sockaddr_in6` behind the flow label too.
        let bytes = UnsafeRawBufferPointer(start: address, count: Int(info.ai_addrlen))
        switch info.ai_family {
        case AF_INET where bytes.count >= 8:
            self = .v4(bytes[4..<8].reduce(0) { $0 << 8 | UInt32($1) })
        case AF_INET6 where bytes.count >= 24:
            self = .v6((0..<8).map { UInt16(bytes[8 + 2 * $0]) << 8 | UInt16(bytes[9 + 2 * $0]) })
        default: return nil
        }
    }
}
