import Glibc
import NIOPosix
import SystemPackage

/// A TCP connection to this machine, for what no well-behaved client would send.
final class RawConnection {
    /// Sends a text and returns everything that arrives until the other side closes.
    ///
    /// The socket blocks, so it is used on a thread of its own: the tests' threads are the server's too.
    static func exchange(_ text: String, port: Int) async throws -> String {
        try await NIOThreadPool.singleton.runIfActive {
            let connection = try RawConnection(port: port)
            try connection.send(text)
            return try connection.readToEnd()
        }
    }

    private let socket: FileDescriptor

    private init(port: Int) throws {
        let number = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        socket = FileDescriptor(rawValue: number)
        // A server that never closes is to fail the test, not to hold it up.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(number, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Errno(rawValue: errno) }
    }

    private func send(_ text: String) throws {
        try socket.writeAll(text.utf8)
    }

    private func readToEnd() throws -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try socket.read(into: $0) }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer.prefix(count)
        }
    }

    deinit {
        try? socket.close()
    }
}
