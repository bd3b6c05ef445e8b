/// An `http` or `https` URL (RFC 3986), read strictly and with its origin in one spelling.
///
/// Scheme and host are in lower case, the scheme's own port is left out, IPv6 is spelt as RFC 5952 has it.
/// What the URL says after the host is kept as it was written.
struct HTTPAddress: Hashable, Sendable {
    /// The longest that is accepted, in bytes.
    static let maximumLength = 2048

    let origin: Origin
    /// Empty, or begins with a slash.
    let path: String
    /// Without its question mark.
    let query: String?

    init(_ text: String) throws(AddressFault) {
        var rest = try Self.admissible(text)
        let scheme = try Self.scheme(&rest)
        let authority = rest.prefix { !"/?#".utf8.contains($0) }
        rest = rest.dropFirst(authority.count)
        guard !authority.contains(UInt8(ascii: "@")) else { throw .credentials }
        guard !rest.contains(UInt8(ascii: "#")) else { throw .fragment }
        let (host, port) = try Self.hostAndPort(authority)
        origin = Origin(scheme, host: host, port: port)
        let path = rest.prefix { $0 != UInt8(ascii: "?") }
        self.path = try Self.path(path)
        query = path.count < rest.count ? String(decoding: rest.dropFirst(path.count + 1), as: UTF8.self) : nil
    }

    /// The URL without white space at its ends, once every byte of it may stand in a URL.
    private static func admissible(_ text: String) throws(AddressFault) -> ArraySlice<UInt8> {
        let spaces = " \t\r\n".utf8
        let bytes = Array(text.utf8.drop { spaces.contains($0) })
        let end = (bytes.lastIndex { !spaces.contains($0) } ?? -1) + 1
        guard end > 0 else { throw .empty }
        guard end <= maximumLength else { throw .tooLong(limit: maximumLength) }
        let forbidden = "\"<>\\^`{|}".utf8
        guard bytes[..<end].allSatisfy({ (0x21...0x7E).contains($0) && !forbidden.contains($0) }) else {
            throw .character
        }
        return bytes[..<end]
    }

    private static func scheme(_ rest: inout ArraySlice<UInt8>) throws(AddressFault) -> Origin.Scheme {
        for scheme in [Origin.Scheme.http, .https] {
            let prefix = Array("\(scheme.rawValue)://".utf8)
            guard rest.count >= prefix.count,
                zip(rest, prefix).allSatisfy({ asciiLowercased($0) == $1 })
            else { continue }
            rest.removeFirst(prefix.count)
            return scheme
        }
        throw .scheme
    }

    private static func hostAndPort(_ authority: ArraySlice<UInt8>) throws(AddressFault) -> (String, Int?) {
        let host: String
        let rest: ArraySlice<UInt8>
        if authority.first == UInt8(ascii: "[") {
            guard let end = authority.firstIndex(of: UInt8(ascii: "]")),
                let address = IPv6Address(String(decoding: authority[..<end].dropFirst(), as: UTF8.self))
            else { throw .host }
            host = "[\(address)]"
            rest = authority[(end + 1)...]
        } else {
            let name = authority.prefix { $0 != UInt8(ascii: ":") }
            host = try HostName.checked(String(decoding: name.map(asciiLowercased), as: UTF8.self))
            rest = authority.dropFirst(name.count)
        }
        guard !rest.isEmpty else { return (host, nil) }
        guard rest.first == UInt8(ascii: ":"), rest.count <= 6,
            rest.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), (1...65_535).contains(port)
        else { throw .port }
        return (host, port)
    }

    /// Refuses broken percent signs, and segments that would walk up once someone resolves them.
    private static func path(_ bytes: ArraySlice<UInt8>) throws(AddressFault) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard hasWholeEscapes(bytes) else { throw .path }
        for segment in text.split(separator: "/") where PathSegment.isDots(segment) { throw .path }
        return text
    }

    private static func hasWholeEscapes(_ bytes: ArraySlice<UInt8>) -> Bool {
        let isHex = { (byte: UInt8) in Character(UnicodeScalar(byte)).isHexDigit }
        return bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "%")
                || (index + 2 < bytes.endIndex && isHex(bytes[index + 1]) && isHex(bytes[index + 2]))
        }
    }
}

func asciiLowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

extension HTTPAddress: CustomStringConvertible {
    var description: String { "\(origin)\(path)\(query.map { "?\($0)" } ?? "")" }
}
