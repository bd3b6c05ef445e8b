/// An IPv4 or IPv6 address, as numbers: what a name was resolved to.
package enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    /// Eight groups of sixteen bits.
    case v6([UInt16])

    /// Reads the plain spelling of IPv4, and every spelling of IPv6, in brackets or not; nil for names.
    package init?(_ text: String) {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        if HostName.isIPv4(labels) {
            self = .v4(labels.reduce(0) { $0 << 8 | (UInt32($1) ?? 0) })
            return
        }
        let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
        guard let address = IPv6Address(isBracketed ? String(text.dropFirst().dropLast()) : text) else { return nil }
        self = .v6(address.groups)
    }
}

extension IPAddress: CustomStringConvertible {
    /// Without brackets.
    package var description: String {
        switch self {
        case .v4(let number): [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
        case .v6(let groups): groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
    }
}
