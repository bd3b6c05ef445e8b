import NIOCore
import SystemPackage

extension CommandFault {
    /// Runs a server, and says in words why it cannot listen where it is to.
    static func namingAddress(host: String, port: Int, _ run: () async throws -> Void) async throws {
        do {
            try await run()
        } catch let error as IOError where error.errnoCode == Errno.addressInUse.rawValue {
            throw CommandFault.portInUse(host: host, port: port)
        } catch let error as IOError {
            throw CommandFault.addressRefused(host: host, port: port, Errno(rawValue: error.errnoCode))
        } catch is SocketAddressError.UnknownHost {
            throw CommandFault.addressRefused(host: host, port: port, nil)
        } catch is SocketAddressError {
            throw CommandFault.addressRefused(host: host, port: port, nil)
        }
    }
}
