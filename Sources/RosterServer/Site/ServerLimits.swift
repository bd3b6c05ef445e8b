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

    /// How long a browser stays signed in.
    package var session = Duration.seconds(24 * 3600)
    /// How many failures to authenticate an address may have at once.
    package var failures = 20
    /// After how long an address may have one more.
    package var failureInterval = Duration.seconds(3)
    /// How many addresses with failures are remembered.
    package var failingAddresses = 4096

    /// The most that documents named by digest may take together, in bytes.
    package var persistedDocuments = 4 << 20
    /// How long a request waits for the version in its `Roster-Min-Version`.
    package var versionWait = Duration.seconds(5)

    /// How often something is sent on a connection that waits for events.
    package var keepAlive = Duration.seconds(12)
    /// How long a caller may take to read one event.
    package var writeStall = Duration.seconds(20)

    package init() {}

    /// What JSON in a request may be.
    var json: JSONLimits { JSONLimits(bytes: body) }

    var failureBook: FailureBook {
        FailureBook(burst: failures, interval: failureInterval, capacity: failingAddresses)
    }
}
