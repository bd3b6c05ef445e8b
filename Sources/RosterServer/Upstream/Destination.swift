import Roster

/// A host to call, and the one address of it that was checked: connections are made to that and no other.
struct Destination: Hashable, Sendable {
    let host: String
    let address: IPAddress
}

extension Destination {
    /// Resolves a host and checks every address that it has; one that may not be called refuses the host, so that a
    /// name cannot have a good address for show.
    static func of(_ origin: Origin, by rule: AddressRule, resolver: HostResolver) async throws -> Destination {
        let literal = IPAddress(origin.host)
        let addresses = if let literal { [literal] } else { try await resolver.addresses(of: origin.host) }
        guard let first = addresses.first else { throw CallFault.unknownHost }
        for address in addresses { try rule.check(address, port: origin.port) }
        return Destination(host: origin.host, address: first)
    }
}
