import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore

@testable import RosterServer

/// The network floor without a registry: a few paths that behave as the tests of sockets need it.
struct BareServer {
    let port: Int
    /// Yields when the handler of `/large` could not write on.
    let cutOff: AsyncStream<Void>

    static func with(
        limits: ServerLimits,
        tls: TLSMaterial? = nil,
        _ body: @escaping @Sendable (BareServer) async throws -> Void
    ) async throws {
        let (cutOff, tell) = AsyncStream.makeStream(of: Void.self)
        let router = Router(context: RequestScope.self)
        router.add(middleware: RefusalMiddleware())
        router.get("fast") { _, _ in "fast" }
        router.post("echo") { request, _ in
            Response(status: .ok, body: .init(byteBuffer: try await request.body(upTo: 1 << 20)))
        }
        router.post("deaf") { _, _ in "deaf" }
        for path in ["slow", "v1/slow"] as [RouterPath] {
            router.get(path) { _, scope -> Response in
                try await scope.channel.closeFuture.get()
                return Response(status: .ok)
            }
        }
        router.get("large") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    do {
                        for _ in 0..<1024 { try await writer.write(ByteBuffer(repeating: 0x78, count: 64 << 10)) }
                        try await writer.finish(nil)
                    } catch {
                        tell.yield()
                        throw error
                    }
                })
        }
        router.get("stream") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    for turn in 0..<6 {
                        try await writer.write(ByteBuffer(string: "turn \(turn)\n"))
                        try await Task.sleep(for: .milliseconds(100))
                    }
                    try await writer.finish(nil)
                })
        }
        let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        let application = try router.application(
            at: Site.Address(host: "127.0.0.1", port: 0), tls: tls, limits: limits, endpoint: nil, logger: logger,
            onListening: { _ in })
        try await application.test(.live) { client in
            guard let port = client.port else { return }
            try await body(BareServer(port: port, cutOff: cutOff))
        }
    }

    /// Sends a text and returns everything until the server closes.
    func exchange(_ text: String) async throws -> String {
        try await RawConnection.exchange(text, port: port)
    }
}
