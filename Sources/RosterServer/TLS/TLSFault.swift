/// Why HTTPS cannot be offered.
package enum TLSFault: Error, Sendable, Hashable {
    case certificateUnreadable(path: String)
    case keyUnreadable(path: String)
    /// Each can be read, but the key is not the certificate's.
    case mismatch(certificate: String, key: String)
    /// A certificate could not be made for the names that are to be in it.
    case notMade
}

extension TLSFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .certificateUnreadable(let path): "\(path) is not a readable PEM file with a certificate."
        case .keyUnreadable(let path): "\(path) is not a readable PEM file with a private key."
        case .mismatch(let certificate, let key):
            "The private key in \(key) does not belong to the certificate in \(certificate)."
        case .notMade: "No certificate could be made for these names; give host names and IP addresses."
        }
    }
}
