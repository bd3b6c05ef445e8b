import JSON
package import NIOCore

/// Every limit that the network floor keeps.
package struct ServerLimits: Sendable {
    /// The largest request body, in bytes.
    package var body = 1 << 20
    /// How long a connection may be silent while it is to send: between requests, and within one.
    package var idle = Duration.seconds(60)
    /// The largest header field, in bytes, and all of them together.
    package var header = 16 << 10
    /// The most header fields of a request.
    package var headerCount = 100
    /// Connections at once; more wait to be accepted.
    package var connections = 1024

    package init() {}

    /// What JSON in a request may be.
    var json: JSONLimits { JSONLimits(bytes: body) }
}
