import Glibc
import NIOPosix
import Roster
import Synchronization

/// Asks the system which addresses a name has.
///
/// `getaddrinfo` blocks and cannot be stopped, so it has a few threads of its own, and whoever waits can stop waiting.
/// A name takes up one thread, however many ask for it, and none once all of them have gone before their turn.
final class HostResolver: Sendable {
    private let threads = NIOThreadPool(numberOfThreads: 4)
    private let waiting = Mutex(Waiting())

    /// Who waits for which name.
    private struct Waiting {
        private var callers: [String: [Int: AsyncStream<[IPAddress]>.Continuation]] = [:]
        private var lastNumber = 0

        /// - Returns: the caller's number, and whether it is the first for that name.
        mutating func add(_ caller: AsyncStream<[IPAddress]>.Continuation, for name: String) -> (Int, isFirst: Bool) {
            let isFirst = callers[name] == nil
            lastNumber += 1
            callers[name, default: [:]][lastNumber] = caller
            return (lastNumber, isFirst)
        }

        /// The caller is gone; its name stays, for a thread has yet to look whether anyone waits.
        mutating func remove(_ number: Int, for name: String) {
            callers[name]?[number] = nil
        }

        /// Whether anyone waits; otherwise the name is forgotten.
        mutating func isWanted(_ name: String) -> Bool {
            guard callers[name]?.isEmpty != false else { return true }
            callers[name] = nil
            return false
        }

        mutating func takeCallers(for name: String) -> [AsyncStream<[IPAddress]>.Continuation] {
            callers.removeValue(forKey: name).map { Array($0.values) } ?? []
        }
    }

    init() {
        threads.start()
    }

    /// The addresses of a name in the system's order of preference; empty where it has none.
    func addresses(of name: String) async throws -> [IPAddress] {
        let (answers, continuation) = AsyncStream.makeStream(of: [IPAddress].self)
        let (number, isFirst) = waiting.withLock { $0.add(continuation, for: name) }
        continuation.onTermination = { [weak self] _ in self?.waiting.withLock { $0.remove(number, for: name) } }
        if isFirst { submit(name) }
        for await answer in answers { return answer }
        try Task.checkCancellation()
        throw CallFault.stopping
    }

    /// Has a thread resolve a name once one is free, for all who wait for it by then.
    private func submit(_ name: String) {
        threads.submit { [self] state in
            var addresses: [IPAddress]?
            if case .active = state {
                guard waiting.withLock({ $0.isWanted(name) }) else { return }
                addresses = Self.resolved(name)
            }
            for caller in waiting.withLock({ $0.takeCallers(for: name) }) {
                if let addresses { caller.yield(addresses) }
                caller.finish()
            }
        }
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
