import Roster

/// A host to call, and the one address of it that was checked: connections are made to that and no other.
struct Destination: Hashable, Sendable {
    let host: String
    let address: IPAddress
}

extension Destination {
    /// How many addresses of a host are tried until one accepts a connection.
    private static let mostTried = 4

    /// Resolves a host and checks every address that it has; one that may not be called refuses the host, so that a
    /// name cannot have a good address for show.
    ///
    /// - Returns: at least one, in the order in which they are to be tried.
    static func all(of origin: Origin, by rule: AddressRule, resolver: HostResolver) async throws -> [Destination] {
        let literal = IPAddress(origin.host)
        let addresses = if let literal { [literal] } else { try await resolver.addresses(of: origin.host) }
        guard !addresses.isEmpty else { throw CallFault.unknownHost }
        for address in addresses { try rule.check(address, port: origin.port) }
        return addresses.prefix(mostTried).map { Destination(host: origin.host, address: $0) }
    }
}
