/// Scheme, host and port of a URL in one spelling: what a stored key is bound to.
package struct Origin: Hashable, Sendable {
    let scheme: Scheme
    /// Lower case; IPv6 in brackets.
    let host: String
    /// Nil for the scheme's own.
    let port: Int?

    enum Scheme: String, Hashable, Sendable {
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
    /// `https://api.example.com:8443`
    package var description: String { "\(scheme.rawValue)://\(host)\(port.map { ":\($0)" } ?? "")" }
}
