/// Scheme, host and port of a URL in one spelling: what a stored key is bound to.
package struct Origin: Hashable, Sendable {
    /// `https://api.example.com:8443`; the scheme's own port is left out.
    let text: String
    /// Nil for what somebody else wrote into the database and is no URL.
    package let scheme: Scheme?
    /// A DNS name, an IPv4 address, or an IPv6 address in brackets.
    package let host: String
    package let port: Int

    init(_ scheme: Scheme, host: String, port: Int?) {
        self.scheme = scheme
        self.host = host
        self.port = port ?? scheme.port
        let port = port.flatMap { $0 == scheme.port ? nil : ":\($0)" } ?? ""
        text = "\(scheme.rawValue)://\(host)\(port)"
    }

    /// A text that is no URL, taken whole: nothing was ever sealed for it, so no key opens there.
    init(unreadable text: String) {
        self.text = text
        scheme = nil
        host = ""
        port = 0
    }

    package enum Scheme: String, Hashable, Sendable {
        case http
        case https

        /// The port that goes without saying.
        var port: Int {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }
}

extension Origin: CustomStringConvertible {
    package var description: String { text }
}
