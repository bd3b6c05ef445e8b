/// An IPv6 address (RFC 4291 section 2.2), without a zone.
struct IPv6Address: Hashable, Sendable {
    /// Eight groups of sixteen bits.
    let groups: [UInt16]

    /// Reads every form of the RFC, with the last four bytes in dotted decimal too; nil for anything else.
    init?(_ text: String) {
        var text = text
        if let dotted = text.split(separator: ":").last, dotted.contains(".") {
            let octets = dotted.split(separator: ".", omittingEmptySubsequences: false)
            guard HostName.isIPv4(octets), text.hasSuffix(dotted) else { return nil }
            let bytes = octets.compactMap { UInt16($0) }
            let tail = [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]].map { String($0, radix: 16) }
            text = text.dropLast(dotted.count) + tail.joined(separator: ":")
        }
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        switch halves.count {
        case 1:
            guard let groups = Self.groups(halves[0]), groups.count == 8 else { return nil }
            self.groups = groups
        case 2:
            guard let left = Self.groups(halves[0]), let right = Self.groups(halves[1]),
                left.count + right.count <= 7
            else { return nil }
            groups = left + Array(repeating: 0, count: 8 - left.count - right.count) + right
        default: return nil
        }
    }

    private static func groups(_ text: Substring) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                let group = UInt16(part, radix: 16)
            else { return nil }
            groups.append(group)
        }
        return groups
    }
}

extension IPv6Address: CustomStringConvertible {
    /// RFC 5952 section 4: lower case, no leading zeros, `::` for the first of the longest runs of two or more zeros.
    var description: String {
        let hex = { (groups: ArraySlice<UInt16>) in groups.map { String($0, radix: 16) }.joined(separator: ":") }
        guard let run = longestZeroRun else { return hex(groups[...]) }
        return "\(hex(groups[..<run.lowerBound]))::\(hex(groups[run.upperBound...]))"
    }

    private var longestZeroRun: Range<Int>? {
        var longest = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > longest.count { longest = start..<(index + 1) }
        }
        return longest.count >= 2 ? longest : nil
    }
}
