/// The members of a query string, as forms encode it (URL Standard section 5.1).
///
/// Names are kept once: of a repeated name the first counts.
struct QueryParameters: Sendable {
    private var values: [String: String] = [:]

    /// Throws for a percent sign without two digits behind it, and for octets that are not UTF-8.
    init(parsing query: String?) throws(HTTPRefusal) {
        for pair in (query ?? "").utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(parts[0])
            let value = parts.count > 1 ? try Self.decoded(parts[1]) : ""
            if values[name] == nil { values[name] = value }
        }
    }

    subscript(name: String) -> String? {
        values[name]
    }

    private static func decoded(_ encoded: Substring.UTF8View) throws(HTTPRefusal) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(encoded.count)
        var rest = encoded
        while let octet = rest.popFirst() {
            switch octet {
            case UInt8(ascii: "+"):
                octets.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexDigitValue, let low = rest.popFirst()?.hexDigitValue else {
                    throw .malformedTarget
                }
                octets.append(high << 4 | low)
            default:
                octets.append(octet)
            }
        }
        guard let text = String(validating: octets, as: UTF8.self) else { throw .malformedTarget }
        return text
    }
}

extension String {
    /// Without its percent escapes (RFC 3986 section 2.1); nil for a broken one, and for octets that are not UTF-8.
    var percentDecoded: String? {
        var octets: [UInt8] = []
        var rest = utf8[...]
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "%") else {
                octets.append(octet)
                continue
            }
            guard let high = rest.popFirst()?.hexDigitValue, let low = rest.popFirst()?.hexDigitValue else {
                return nil
            }
            octets.append(high << 4 | low)
        }
        return String(validating: octets, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexDigitValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
