import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1
import NIOSSL
import Roster
import SystemPackage
import Testing

@testable import RosterServer

struct CheckedAddressTests {
    private static let loopback = IPAddress("127.0.0.1") ?? .v4(0)

    /// Asks a host for its models at an address that was checked, whatever its name resolves to.
    private func status(
        of host: String,
        at url: String,
        trust: NIOSSLTrustRoots = .default,
        use: (HTTPClientResponse) throws -> Void = { _ in }
    ) async throws -> Result<Int, CallFault> {
        let limits = UpstreamLimits()
        let pool = ClientPool(limits: limits, trust: trust)
        let loan = await pool.loan(for: Destination(host: host, address: Self.loopback))
        let port = url.split(separator: ":").last ?? ""
        let scheme = url.prefix { $0 != ":" }
        let result: Result<Int, CallFault>
        do {
            let request = HTTPClientRequest(url: "\(scheme)://\(host):\(port)/v1/models")
            let response = try await loan.client.execute(request, timeout: .seconds(10))
            _ = try await response.body.collect(upTo: 1 << 20)
            result = .success(Int(response.status.code))
        } catch {
            let fault = CallFault.translating(error, within: .seconds(10), limits: limits)
            result = .failure(fault as? CallFault ?? .stopping)
        }
        await pool.shutDown()
        return result
    }

    @Test("a connection is made to the address that was checked, and the host keeps its name")
    func checkedAddress() async throws {
        try await Upstream.with { upstream in
            #expect(try await status(of: "made-up.invalid", at: upstream.plain) == .success(200))
            let host = try await upstream.requests().last?["headers"]?["host"]?.stringValue
            #expect(host?.hasPrefix("made-up.invalid:") == true)
        }
    }

    @Test("a host is reached at whichever of its checked addresses accepts a connection")
    func severalAddresses() async throws {
        try await Upstream.with { upstream in
            let url = "http://made-up.invalid:\(upstream.plain.split(separator: ":").last ?? "")"
            let endpoint = ProviderEndpoint(baseURL: try BaseURL(url), key: nil)
            let call = UpstreamCall(.GET, endpoint.url(of: "v1/models"), of: endpoint)
            let addresses = try ["127.0.0.9", "127.0.0.1"].map { try #require(IPAddress($0)) }
            let destinations = addresses.map { Destination(host: "made-up.invalid", address: $0) }
            let rule = AddressRule(allowsPrivate: true)
            try await UpstreamClient.with(rule: rule, logger: LiveSite.logger) { client in
                let response = try await client.send(call, to: destinations, within: .seconds(10))
                #expect(response.status == 200)
                await #expect(throws: CallFault.notConnected) {
                    _ = try await client.send(call, to: [destinations[0]], within: .seconds(10))
                }
            }
        }
    }

    @Test("a certificate has to be trusted, and to be the host's")
    func certificates() async throws {
        try await Upstream.with { upstream in
            let roots = NIOSSLTrustRoots.file(Upstream.folder.appending("certificate.pem").string)
            #expect(try await status(of: "upstream.test", at: upstream.secure, trust: roots) == .success(200))
            let otherName = try await status(of: "other.test", at: upstream.secure, trust: roots)
            #expect(otherName == .failure(.certificate))
            #expect(try await status(of: "upstream.test", at: upstream.secure) == .failure(.certificate))
        }
    }

    @Test("clients of hosts that nobody calls are shut down, those in use are not")
    func surplus() async throws {
        var limits = UpstreamLimits()
        limits.idleHosts = 1
        let pool = ClientPool(limits: limits, trust: .default)
        let held = await pool.loan(for: Destination(host: "held.test", address: Self.loopback))
        for name in ["a", "b", "c"] {
            _ = await pool.loan(for: Destination(host: "\(name).test", address: Self.loopback))
        }
        let again = await pool.loan(for: Destination(host: "held.test", address: Self.loopback))
        #expect(held.client === again.client)
        await pool.shutDown()
    }
}
