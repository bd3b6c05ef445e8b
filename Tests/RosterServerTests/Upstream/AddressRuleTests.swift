import Logging
import NIOCore
import Roster
import Testing

@testable import RosterServer

struct AddressRuleTests {
    /// What a rule says of a base URL, without anything being called.
    private func verdict(_ url: String, allowsPrivate: Bool, ownPort: Int = 8080) async throws -> CallFault? {
        let rule = AddressRule(allowsPrivate: allowsPrivate)
        rule.listening(at: ownPort)
        let resolver = HostResolver()
        let origin = try BaseURL(url).origin
        let result: CallFault?
        do {
            _ = try await Destination.all(of: origin, by: rule, resolver: resolver)
            result = nil
        } catch {
            result = error as? CallFault
        }
        await resolver.shutDown()
        return result
    }

    @Test(
        "loopback and private hosts are called only where that is allowed",
        arguments: [
            "http://127.0.0.1:9", "http://127.9.9.9:9", "http://[::1]:9", "http://[::ffff:127.0.0.1]:9",
            "http://localhost:9", "http://10.0.0.1", "http://192.168.0.1", "http://[fd12::1]", "http://172.16.5.4",
            "http://100.64.1.1", "http://[::ffff:10.0.0.1]", "http://[64:ff9b::10.0.0.1]", "http://[2002:a00:1::]",
        ]
    )
    func privateHosts(url: String) async throws {
        let refused = try await verdict(url, allowsPrivate: false)
        guard case .forbiddenAddress = refused else {
            Issue.record("\(url): \(String(describing: refused))")
            return
        }
        #expect(try await verdict(url, allowsPrivate: true) == nil)
    }

    @Test(
        "link-local hosts, where clouds keep credentials, and hosts that cannot be are never called",
        arguments: [
            "http://169.254.169.254/latest", "http://[::ffff:169.254.169.254]", "http://[fe80::1]",
            "http://[fd00:ec2::254]", "http://100.100.100.200", "http://0.0.0.0:9", "http://[::]:9",
            "http://224.0.0.1", "http://255.255.255.255", "http://[ff02::1]", "http://[2002:a9fe:a9fe::]",
        ]
    )
    func never(url: String) async throws {
        let refused = try await verdict(url, allowsPrivate: true)
        guard case .forbiddenAddress = refused else {
            Issue.record("\(url): \(String(describing: refused))")
            return
        }
    }

    @Test(
        "the server's own port on this machine is never called",
        arguments: ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080", "http://127.3.3.3:8080/v1"]
    )
    func own(url: String) async throws {
        #expect(try await verdict(url, allowsPrivate: true) == .ownAddress)
        #expect(try await verdict(url, allowsPrivate: true, ownPort: 9000) == nil)
    }

    @Test("the server's own port at its address in the network is never called")
    func ownDevice() async throws {
        let addresses = try System.enumerateDevices().compactMap { $0.address?.ipAddress }.filter { !$0.contains(":") }
        for address in addresses {
            let refused = try await verdict("http://\(address):8080", allowsPrivate: true)
            // A machine's address may also be of a kind that is never called.
            #expect(refused != nil)
        }
    }

    @Test("a name without an address is refused")
    func unknown() async throws {
        #expect(try await verdict("http://nothing.invalid", allowsPrivate: true) == .unknownHost)
    }
}
