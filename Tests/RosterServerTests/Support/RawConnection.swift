import Glibc
import NIOPosix
import SystemPackage

/// A TCP connection to this machine, for what no well-behaved client would send.
final class RawConnection: Sendable {
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

    /// The same while the caller sends from another address of this machine, such as 127.0.0.2.
    static func exchange(_ text: String, port: Int, from source: UInt32) async throws -> String {
        try await NIOThreadPool.singleton.runIfActive {
            let connection = try RawConnection(port: port, from: source)
            try connection.send(text)
            return try connection.readToEnd()
        }
    }

    /// Sends a text, waits for the beginning of an answer, and leaves the connection open.
    static func open(_ text: String, port: Int) async throws -> RawConnection {
        try await NIOThreadPool.singleton.runIfActive {
            let connection = try RawConnection(port: port)
            try connection.send(text)
            _ = try connection.readSome()
            return connection
        }
    }

    /// Goes on with a connection that is open: sends a text and returns everything that arrives until the end.
    func exchange(_ text: String) async throws -> String {
        try await NIOThreadPool.singleton.runIfActive {
            try self.send(text)
            return try self.readToEnd()
        }
    }

    private let socket: FileDescriptor

    init(port: Int, from source: UInt32? = nil) throws {
        let number = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        socket = FileDescriptor(rawValue: number)
        if let source { try Self.call(bind, number, address: source, port: 0) }
        // A server that never closes is to fail the test, not to hold it up.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        try Self.call(connect, number, address: 0x7F00_0001, port: UInt16(port))
    }

    /// Binds or connects to an address.
    private static func call(
        _ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32,
        _ socket: Int32,
        address number: UInt32,
        port: UInt16
    ) throws {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port.bigEndian)
        address.sin_addr.s_addr = number.bigEndian
        let result = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                function(socket, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Errno(rawValue: errno) }
    }

    func send(_ text: String) throws {
        try socket.writeAll(text.utf8)
    }

    private func readSome() throws -> Int {
        var buffer = [UInt8](repeating: 0, count: 4096)
        return try buffer.withUnsafeMutableBytes { try socket.read(into: $0) }
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
