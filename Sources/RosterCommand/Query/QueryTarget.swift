import JSON
import SystemPackage

/// The server that a command talks to, and the token that it shows.
struct QueryTarget: Sendable {
    /// Without a slash at the end.
    let url: String
    let token: String?
    /// The certificate to trust besides the system's: that of the local server, whose name nobody else vouches for.
    let certificate: FilePath?

    /// No server was named, and none runs here.
    struct Missing: Sendable, Hashable {
        let dataDirectory: String
        /// The server that should have answered, where one is known.
        let url: String?
    }

    enum Bad: Sendable, Hashable {
        case url
        case token
    }

    /// Takes `ROSTER_URL` and `ROSTER_TOKEN`, else the server that runs on the data directory and its first token.
    ///
    /// That token is shown to the local server only: another address never gets it.
    init(environment: [String: String], dataDirectory: DataDirectory) throws(CommandFault) {
        let token = environment["ROSTER_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        if let token, !token.utf8.allSatisfy((UInt8(ascii: "!")...UInt8(ascii: "~")).contains) {
            throw .badTarget(.token)
        }
        if let url = environment["ROSTER_URL"], !url.isEmpty {
            guard url.hasPrefix("http://") || url.hasPrefix("https://") else { throw .badTarget(.url) }
            self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
            self.token = token
            certificate = nil
            return
        }
        guard let server = dataDirectory.runningServer() else {
            throw .noServer(Missing(dataDirectory: dataDirectory.path.string, url: nil))
        }
        url = server.url
        self.token = token ?? dataDirectory.adminToken()
        certificate = server.certificate
    }
}

extension QueryTarget.Missing: CustomStringConvertible {
    var description: String {
        if let url { return "No server answers at \(url). Start one with `roster serve`, or set ROSTER_URL." }
        return "No server runs on the data directory \(dataDirectory). "
            + "Start one with `roster serve`, or set ROSTER_URL."
    }
}

extension QueryTarget.Bad: CustomStringConvertible {
    var description: String {
        switch self {
        case .url: "ROSTER_URL must be an address that begins with http:// or https://."
        case .token: "ROSTER_TOKEN holds characters that no token has."
        }
    }
}
