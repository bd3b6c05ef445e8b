/// A host as a URL names it, when it is no IPv6 address.
enum HostName {
    /// The host, if it is a DNS name or an IPv4 address in four plain decimal numbers.
    ///
    /// A name whose last label is a number is an IPv4 address to many resolvers, in spellings such as `127.1` and
    /// `0x7f000001`; only the plain one is accepted, so that one host has one spelling. Underscores are accepted:
    /// container networks use them.
    static func checked(_ host: String) throws(AddressFault) -> String {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, let last = labels.last, labels.allSatisfy(isLabel) else { throw .host }
        let isNumber = last.utf8.allSatisfy { (0x30...0x39).contains($0) } || last.hasPrefix("0x")
        guard !isNumber || isIPv4(labels) else { throw .host }
        return host
    }

    private static func isLabel(_ label: Substring) -> Bool {
        let isInner = { (byte: UInt8) in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-_".utf8.contains(byte)
        }
        return (1...63).contains(label.utf8.count) && label.utf8.allSatisfy(isInner)
            && !label.hasPrefix("-") && !label.hasSuffix("-")
    }

    static func isIPv4(_ labels: [Substring]) -> Bool {
        labels.count == 4 && labels.allSatisfy { label in UInt8(label).map { String($0) == label } ?? false }
    }
}
