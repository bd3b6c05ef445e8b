/// The address at which a server can be reached from its own machine.
struct ServerURL: Sendable, Hashable {
    /// Without a slash at the end.
    let text: String

    init(host: String, port: Int, isSecure: Bool) {
        let scheme = isSecure ? "https" : "http"
        let reachable =
            switch host {
            // Where a server listens everywhere, it listens at the loopback address too.
            case "0.0.0.0": "127.0.0.1"
            case "::": "[::1]"
            case _ where host.contains(":"): "[\(host)]"
            default: host
            }
        text = "\(scheme)://\(reachable):\(port)"
    }
}
