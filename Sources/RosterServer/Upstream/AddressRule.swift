import NIOCore
package import Roster
import Synchronization

/// Which addresses may be called.
package final class AddressRule: Sendable {
    private let allowsPrivate: Bool
    private let ownPort = Mutex<Int?>(nil)

    /// - Parameter allowsPrivate: whether hosts in private networks and on this machine may be called.
    package init(allowsPrivate: Bool) {
        self.allowsPrivate = allowsPrivate
    }

    /// Remembers where this server itself listens, so that it never calls itself.
    func listening(at port: Int) {
        ownPort.withLock { $0 = port }
    }

    /// Refuses what may not be called.
    func check(_ address: IPAddress, port: Int) throws(CallFault) {
        switch address.reach {
        case .linkLocal, .unusable: throw .forbiddenAddress(address.reach)
        case .private, .loopback: guard allowsPrivate else { throw .forbiddenAddress(address.reach) }
        case .global: break
        }
        if ownPort.withLock({ $0 == port }), isOwn(address) { throw .ownAddress }
    }

    private func isOwn(_ address: IPAddress) -> Bool {
        if address.reach == .loopback { return true }
        let devices = (try? System.enumerateDevices()) ?? []
        return devices.contains { $0.address?.ipAddress.flatMap(IPAddress.init) == address }
    }
}
