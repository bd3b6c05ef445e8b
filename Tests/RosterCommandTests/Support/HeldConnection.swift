import Glibc
import SystemPackage

/// A TCP connection to this machine that says something and then is only held.
final class HeldConnection: Sendable {
    private let socket: FileDescriptor

    init(port: UInt16, sending text: String) throws {
        socket = FileDescriptor(rawValue: Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        // `sockaddr_in`: family, port and address in network order, eight bytes of nothing.
        var address = [UInt8](repeating: 0, count: 16)
        address[0] = UInt8(AF_INET)
        address.replaceSubrange(2..<8, with: [UInt8(port >> 8), UInt8(port & 0xFF), 127, 0, 0, 1])
        let connected = address.withUnsafeBytes { bytes in
            connect(socket.rawValue, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, 16)
        }
        guard connected == 0 else { throw Errno(rawValue: errno) }
        try socket.writeAll(text.utf8)
    }

    deinit {
        try? socket.close()
    }
}
