import AsyncHTTPClient
package import Logging
import NIOCore
import NIOHTTP1
package import NIOSSL
package import Roster
import Vault

/// Calls providers: to checked addresses only, without following redirects, bounded in time and size.
package struct UpstreamClient: Sendable {
    let rule: AddressRule
    let limits: UpstreamLimits
    private let resolver: HostResolver
    private let pool: ClientPool
    let logger: Logger
    let counts = UpstreamCounts()

    private init(rule: AddressRule, limits: UpstreamLimits, trust: NIOSSLTrustRoots, logger: Logger) {
        self.rule = rule
        self.limits = limits
        self.logger = logger
        resolver = HostResolver()
        pool = ClientPool(limits: limits, trust: trust)
    }

    /// Lends a client, and closes all of its connections afterwards.
    ///
    /// - Parameter trust: whose certificates are believed.
    package static func with<Value>(
        rule: AddressRule,
        limits: UpstreamLimits = UpstreamLimits(),
        trust: NIOSSLTrustRoots = .default,
        logger: Logger,
        _ body: (UpstreamClient) async throws -> Value
    ) async throws -> Value {
        let client = UpstreamClient(rule: rule, limits: limits, trust: trust, logger: logger)
        let result: Result<Value, any Error>
        do { result = .success(try await body(client)) } catch { result = .failure(error) }
        await client.pool.shutDown()
        await client.resolver.shutDown()
        return try result.get()
    }

    /// Sends a request and waits for the head of its response.
    ///
    /// - Parameter wait: how long, from when the connection is wanted.
    /// - Throws: `CallFault`, and `CancellationError`.
    func send(_ call: UpstreamCall, within wait: Duration) async throws -> UpstreamResponse {
        let destinations = try await withTimeLimit(
            limits.connect, CallFault.connectingTimedOut(seconds: limits.connect.roundedSeconds)
        ) { [rule, resolver] in
            try await Destination.all(of: call.origin, by: rule, resolver: resolver)
        }
        return try await send(call, to: destinations, within: wait)
    }

    /// Sends a request to the first of the destinations that accepts a connection.
    func send(_ call: UpstreamCall, to destinations: [Destination], within wait: Duration) async throws
        -> UpstreamResponse
    {
        let deadline = NIODeadline.now() + TimeAmount(wait)
        var destinations = destinations[...]
        while let destination = destinations.popFirst() {
            let loan = await pool.loan(for: destination)
            do {
                let response = try await loan.client.execute(call.request, deadline: deadline)
                counts.answered.add()
                return UpstreamResponse(response, loan: loan)
            } catch {
                let fault = CallFault.translating(error, within: wait, limits: limits)
                // Nothing was sent yet. `localhost` is two addresses, and many a server listens at one.
                if (fault as? CallFault)?.stage == .connect, !destinations.isEmpty { continue }
                counts.failed.add()
                throw fault
            }
        }
        throw CallFault.unknownHost
    }
}

/// A request to a provider.
struct UpstreamCall: Sendable {
    let origin: Origin
    fileprivate(set) var request: HTTPClientRequest

    /// A request for one of the routes of an API, with its key.
    ///
    /// It asks for an answer without compression, so that none can be larger than what is counted.
    init(_ method: HTTPMethod, _ url: String, of endpoint: ProviderEndpoint) {
        origin = endpoint.baseURL.origin
        request = HTTPClientRequest(url: url)
        request.method = method
        request.headers = ["Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "Roster"]
        endpoint.key?.withText { request.headers.add(name: "Authorization", value: "Bearer \($0)") }
    }

    var url: String { request.url }

    mutating func setHeader(_ name: String, _ value: String) {
        request.headers.replaceOrAdd(name: name, value: value)
    }

    mutating func setJSON(_ body: ByteBuffer) {
        setHeader("Content-Type", "application/json")
        request.body = .bytes(body)
    }
}
