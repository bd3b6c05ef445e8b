extension IPAddress {
    /// How far away what answers at an address can be.
    package enum Reach: Hashable, Sendable, CaseIterable {
        /// Anywhere on the internet.
        case global
        /// In the networks of whoever runs the server.
        case `private`
        /// On the server's own machine.
        case loopback
        /// On the same wire, where cloud machines find their credentials.
        case linkLocal
        /// Nowhere that one host could be: unspecified, multicast, reserved.
        case unusable
    }

    /// By the IANA special-purpose address registries (RFC 6890); an IPv6 address that carries an IPv4 address reaches
    /// as far as that one.
    package var reach: Reach {
        switch self {
        case .v4(let number): Self.first(of: Self.specialV4, matching: number)
        case .v6(let groups): embedded?.reach ?? Self.first(of: Self.specialV6, matching: groups)
        }
    }

    /// The IPv4 address that an IPv6 address stands for: mapped and compatible ones (RFC 4291 section 2.5.5), those of
    /// NAT64 (RFC 6052) and of 6to4 (RFC 3056).
    private var embedded: IPAddress? {
        guard case .v6(let groups) = self else { return nil }
        let last = IPAddress.v4(UInt32(groups[6]) << 16 | UInt32(groups[7]))
        switch (groups[0], groups[1], groups[2...4].allSatisfy { $0 == 0 }, groups[5]) {
        case (0, 0, true, 0xFFFF), (0x64, 0xFF9B, true, 0): return last
        case (0, 0, true, 0): return groups[6] == 0 ? nil : last
        case (0x2002, _, _, _): return .v4(UInt32(groups[1]) << 16 | UInt32(groups[2]))
        default: return nil
        }
    }

    private static let specialV4: [(network: UInt32, bits: Int, reach: Reach)] = [
        // Where Alibaba Cloud and Azure keep what others keep at a link-local address.
        (0x6464_64C8, 32, .linkLocal),
        (0xA83F_8110, 32, .linkLocal),
        (0x0000_0000, 8, .unusable),
        (0x0A00_0000, 8, .private),
        (0x6440_0000, 10, .private),
        (0x7F00_0000, 8, .loopback),
        (0xA9FE_0000, 16, .linkLocal),
        (0xAC10_0000, 12, .private),
        (0xC000_0000, 24, .unusable),
        (0xC000_0200, 24, .unusable),
        (0xC0A8_0000, 16, .private),
        (0xC612_0000, 15, .private),
        (0xC633_6400, 24, .unusable),
        (0xCB00_7100, 24, .unusable),
        (0xE000_0000, 3, .unusable),
    ]

    private static let specialV6: [(network: UInt32, bits: Int, reach: Reach)] = [
        // Where Amazon's cloud keeps the same in IPv6.
        (0xFD00_0EC2, 32, .linkLocal),
        (0x2001_0000, 23, .unusable),
        (0x2001_0DB8, 32, .unusable),
        (0x2000_0000, 3, .global),
        (0x0064_FF9B, 32, .private),
        (0xFC00_0000, 7, .private),
        (0xFEC0_0000, 10, .private),
        (0xFE80_0000, 10, .linkLocal),
    ]

    private static func first(
        of networks: [(network: UInt32, bits: Int, reach: Reach)],
        matching number: UInt32
    ) -> Reach {
        networks.first { (number ^ $0.network) >> (32 - $0.bits) == 0 }?.reach ?? .global
    }

    /// What is in none of the networks is not given out to anyone.
    private static func first(
        of networks: [(network: UInt32, bits: Int, reach: Reach)],
        matching groups: [UInt16]
    ) -> Reach {
        if groups.dropLast().allSatisfy({ $0 == 0 }), groups.last == 1 { return .loopback }
        let number = UInt32(groups[0]) << 16 | UInt32(groups[1])
        return networks.first { (number ^ $0.network) >> (32 - $0.bits) == 0 }?.reach ?? .unusable
    }
}
