import AsyncHTTPClient
import NIOCore
import NIOSSL
import Roster
import Synchronization

/// HTTP clients, one for each checked address: each resolves its host to that address and nothing else.
final class ClientPool: Sendable {
    private let limits: UpstreamLimits
    private let trust: NIOSSLTrustRoots
    private let state = Mutex(State())

    private struct State {
        var entries: [Destination: Entry] = [:]
        /// Counts loans, so that the client that was idle longest is known.
        var clock = 0
    }

    private struct Entry {
        let client: HTTPClient
        var loans = 0
        var lastUse = 0
    }

    /// - Parameter trust: whose certificates are believed.
    init(limits: UpstreamLimits, trust: NIOSSLTrustRoots) {
        self.limits = limits
        self.trust = trust
    }

    /// A client that counts as in use until the loan is let go.
    func loan(for destination: Destination) async -> ClientLoan {
        let (client, surplus) = state.withLock { state -> (HTTPClient, [HTTPClient]) in
            state.clock += 1
            var entry = state.entries[destination] ?? Entry(client: makeClient(for: destination))
            entry.loans += 1
            entry.lastUse = state.clock
            state.entries[destination] = entry
            return (entry.client, takeSurplus(from: &state))
        }
        for client in surplus { try? await client.shutdown() }
        return ClientLoan(client: client) { [weak self] in self?.giveBack(destination) }
    }

    /// Closes every connection, also those in use.
    func shutDown() async {
        let entries = state.withLock { state in
            defer { state.entries = [:] }
            return state.entries.values.map(\.client)
        }
        for client in entries { try? await client.shutdown() }
    }

    private func giveBack(_ destination: Destination) {
        state.withLock { $0.entries[destination]?.loans -= 1 }
    }

    /// Takes out the clients that were idle longest, beyond those that may be kept.
    private func takeSurplus(from state: inout State) -> [HTTPClient] {
        let idle = state.entries.filter { $0.value.loans == 0 }.sorted { $0.value.lastUse < $1.value.lastUse }
        return idle.prefix(max(0, idle.count - limits.idleHosts)).map { destination, entry in
            state.entries[destination] = nil
            return entry.client
        }
    }

    private func makeClient(for destination: Destination) -> HTTPClient {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        tls.trustRoots = trust
        var pool = HTTPClient.Configuration.ConnectionPool()
        // A stream holds its connection for minutes; the callers' own limit is that of the server's connections.
        pool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
        pool.retryConnectionEstablishment = false
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(limits.connect), read: TimeAmount(limits.idle)),
            connectionPool: pool,
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.dnsOverride = [destination.host: destination.address.description]
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }
}

/// The use of a client; as long as it is held, the client is not shut down for want of use.
final class ClientLoan: Sendable {
    let client: HTTPClient
    private let onEnd: @Sendable () -> Void

    init(client: HTTPClient, onEnd: @escaping @Sendable () -> Void) {
        self.client = client
        self.onEnd = onEnd
    }

    deinit {
        onEnd()
    }
}
