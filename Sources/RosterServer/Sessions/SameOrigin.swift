import HTTPTypes

/// Decides whether a request that a browser made comes from a page of this very site.
///
/// A list of what is allowed, for cookies go with requests that other sites cause: `Origin`, where it is sent, must be
/// the site's own, and `Sec-Fetch-Site` (Fetch Metadata), where it is sent, must say so too.
enum SameOrigin {
    static func holds(for head: HTTPRequest, isSecure: Bool) -> Bool {
        let sites = head.headerFields[values: .secFetchSite]
        guard sites.allSatisfy({ $0 == "same-origin" || $0 == "none" }) else { return false }
        let origins = head.headerFields[values: .origin]
        guard let origin = origins.first else { return true }
        guard origins.count == 1, let host = head.authority, !host.isEmpty else { return false }
        return isOwn(origin.lowercased(), host: host.lowercased(), isSecure: isSecure)
    }

    /// Whether an origin is one of this host. Without TLS here both schemes will do, for a proxy may have it.
    private static func isOwn(_ origin: String, host: String, isSecure: Bool) -> Bool {
        for (scheme, port) in [("https://", ":443"), ("http://", ":80")] {
            guard origin.hasPrefix(scheme) else { continue }
            guard !isSecure || scheme == "https://" else { return false }
            let own = host.hasSuffix(port) ? String(host.dropLast(port.count)) : host
            return origin.dropFirst(scheme.count) == own
        }
        return false
    }

    /// Whether the page was reached by HTTPS, as far as the browser says.
    static func isSecure(_ head: HTTPRequest) -> Bool {
        head.headerFields[values: .origin].first?.lowercased().hasPrefix("https://") == true
    }
}

extension HTTPField.Name {
    /// Proven: a literal of letters and hyphens is a field name, so the fallback is never taken.
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
