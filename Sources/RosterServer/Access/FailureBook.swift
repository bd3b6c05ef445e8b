import NIOCore
import Synchronization

/// Counts failed authentications by address, so that whoever tries tokens is told to slow down.
///
/// Only failures are counted and refused: a caller with a good token is never asked to wait, whoever else shares its
/// address. The book is bounded: where it is full, the address that has been quiet for longest is forgotten.
final class FailureBook: Sendable {
    /// How many failures may come at once.
    let burst: Int
    /// How long it takes until one more is allowed.
    let interval: Duration
    /// How many addresses are remembered.
    let capacity: Int

    private let entries = Mutex<[Key: Entry]>([:])

    /// An IPv4 address, or the network of an IPv6 address: its first 64 bits, which are one household's.
    enum Key: Hashable, Sendable {
        case ipv4(UInt32)
        case ipv6(UInt64)
        case unknown
    }

    /// A bucket that fills by one with each failure and leaks one an interval.
    private struct Entry {
        var emptyAt: ContinuousClock.Instant
    }

    init(burst: Int, interval: Duration, capacity: Int) {
        self.burst = burst
        self.interval = interval
        self.capacity = capacity
    }

    /// Notes a failure; returns how long to wait if there were too many, else nil.
    func noteFailure(of key: Key, at now: ContinuousClock.Instant = .now) -> Duration? {
        entries.withLock { entries in
            let emptyAt = max(entries[key]?.emptyAt ?? now, now)
            let full = now + interval * burst
            // A bucket that is full is left as it is, so that an answer comes true however often it is asked for.
            guard emptyAt + interval <= full else { return emptyAt + interval - full }
            if entries[key] == nil, entries.count >= capacity { Self.makeRoom(in: &entries, at: now) }
            entries[key] = Entry(emptyAt: emptyAt + interval)
            return nil
        }
    }

    /// Forgets who has nothing left to wait for, and if nobody has, the one whose bucket is emptiest.
    private static func makeRoom(in entries: inout [Key: Entry], at now: ContinuousClock.Instant) {
        let count = entries.count
        entries = entries.filter { $0.value.emptyAt > now }
        guard entries.count == count, let first = entries.min(by: { $0.value.emptyAt < $1.value.emptyAt }) else {
            return
        }
        entries[first.key] = nil
    }
}

extension FailureBook.Key {
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
