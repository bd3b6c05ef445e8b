import NIOCore
import Synchronization

/// Who is connected: how many connections there are, in all and of each address.
final class ConnectionLedger: Sendable {
    private let most: Int
    private let mostPerAddress: Int
    private let counts = Mutex(Counts())

    private struct Counts {
        var all = 0
        var byAddress: [AddressKey: Int] = [:]
    }

    init(limits: ServerLimits) {
        most = limits.connections
        mostPerAddress = limits.connectionsPerAddress
    }

    /// How many connections there are now.
    var count: Int { counts.withLock { $0.all } }

    /// Takes a connection in, unless there are too many; whoever is taken in is to leave again.
    func enter(_ address: AddressKey) -> Bool {
        counts.withLock { counts in
            let own = counts.byAddress[address, default: 0]
            guard counts.all < most, own < mostPerAddress else { return false }
            counts.all += 1
            counts.byAddress[address] = own + 1
            return true
        }
    }

    func leave(_ address: AddressKey) {
        counts.withLock { counts in
            counts.all -= 1
            let own = counts.byAddress[address, default: 1]
            counts.byAddress[address] = own > 1 ? own - 1 : nil
        }
    }
}
