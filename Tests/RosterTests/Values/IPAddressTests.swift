import Roster
import Testing

@Suite("IP addresses")
struct IPAddressTests {
    @Test(
        "reach as far as the special-purpose registries say, in every spelling",
        arguments: [
            ("127.0.0.1", .loopback), ("127.255.255.254", .loopback), ("::1", .loopback),
            ("0:0:0:0:0:0:0:1", .loopback),
            ("::ffff:127.0.0.1", .loopback), ("::127.0.0.1", .loopback), ("64:ff9b::7f00:1", .loopback),
            ("2002:7f00:1::", .loopback), ("[::ffff:7f00:1]", .loopback),
            ("169.254.169.254", .linkLocal), ("::ffff:169.254.169.254", .linkLocal), ("fe80::1", .linkLocal),
            ("febf::1", .linkLocal), ("64:ff9b::a9fe:a9fe", .linkLocal), ("2002:a9fe:a9fe::1", .linkLocal),
            ("fd00:ec2::254", .linkLocal), ("100.100.100.200", .linkLocal), ("168.63.129.16", .linkLocal),
            ("10.0.0.1", .private), ("172.16.0.1", .private), ("172.31.255.255", .private), ("192.168.1.1", .private),
            ("100.64.0.1", .private), ("198.18.0.1", .private), ("fc00::1", .private), ("fdff::1", .private),
            ("fec0::1", .private), ("::ffff:10.1.2.3", .private), ("64:ff9b:1::1", .private),
            ("0.0.0.0", .unusable), ("0.1.2.3", .unusable), ("::", .unusable), ("224.0.0.1", .unusable),
            ("255.255.255.255", .unusable), ("240.0.0.1", .unusable), ("ff02::1", .unusable), ("100::1", .unusable),
            ("2001::1", .unusable), ("2001:db8::1", .unusable), ("192.0.2.1", .unusable), ("::ffff:0.0.0.0", .unusable),
            ("8.8.8.8", .global), ("172.32.0.1", .global), ("172.15.0.1", .global), ("100.128.0.1", .global),
            ("169.253.0.1", .global), ("192.0.0.1", .unusable), ("192.0.1.1", .global), ("126.255.255.255", .global),
            ("128.0.0.1", .global), ("2606:4700::1", .global), ("2001:4860:4860::8888", .global),
            ("::ffff:8.8.8.8", .global), ("2002:808:808::", .global),
        ] as [(String, IPAddress.Reach)]
    )
    func reach(text: String, reach: IPAddress.Reach) throws {
        #expect(try #require(IPAddress(text)).reach == reach)
    }

    @Test(
        "are read in their plain spelling, and names are none",
        arguments: [
            "127.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "localhost", "", "1.2.3.4.5", "::1%lo", "1::2::3",
        ]
    )
    func names(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("are written so that they read back", arguments: ["203.0.113.9", "1:2:3:4:5:6:7:8", "0:0:0:0:0:0:0:1"])
    func writing(text: String) {
        #expect(IPAddress(text)?.description == text)
    }
}
