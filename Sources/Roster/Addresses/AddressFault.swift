/// What is wrong with a URL.
package enum AddressFault: Error, Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    case character
    case scheme
    case credentials
    case host
    case port
    case path
    case query
    case fragment
    /// An image's address may also be a path on this server.
    case image
}

extension AddressFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "The address is empty; send null to leave it out."
        case .tooLong(let limit): "The address must not be longer than \(limit) characters."
        case .character:
            "The address contains a character that may not stand in a URL; write it with percent signs, "
                + "and a host name in its ASCII form."
        case .scheme: "The address must begin with http:// or https://."
        case .credentials: "The address must not contain a user name or password; send the key as apiKey."
        case .host: "The address must name a host: a DNS name, an IPv4 address, or an IPv6 address in brackets."
        case .port: "The port after the host must be a number from 1 to 65535."
        case .path: "The path of the address must be without . and .. segments and with whole percent escapes."
        case .query: "The address must end with its path; leave out the question mark and what follows it."
        case .fragment: "The address must not contain a number sign (#)."
        case .image: "The image must be an https:// address, or a path on this server such as /images/providers/a.svg."
        }
    }
}
