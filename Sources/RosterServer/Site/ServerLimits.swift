import JSON
package import NIOCore

/// Every limit that the network floor keeps, and the time that every wait may take.
package struct ServerLimits: Sendable {
    // What a request may be.

    /// The largest request body, in bytes.
    package var body = 1 << 20
    /// The longest request target (path and query), in bytes; more is 414.
    package var target = 8 << 10
    /// The largest header field, in bytes, and all of them together; more is 431.
    package var header = 16 << 10
    /// The most header fields of a request; more is 431.
    package var headerCount = 100

    // How long a connection may take, each from when the wait begins.

    /// The TLS handshake.
    package var handshakeTime = Duration.seconds(10)
    /// The whole header of a request, from its first byte, and of the first request from when the connection is there.
    package var headerTime = Duration.seconds(10)
    /// The whole body of a request.
    package var bodyTime = Duration.seconds(60)
    /// Between a request and the beginning of its response; then the answer is 503.
    package var operationTime = Duration.seconds(30)
    /// What an operation may take of that, after which it is given up; the rest is for saying so.
    package var executionTime: Duration { operationTime * 9 / 10 }
    /// The same for a request that is passed on to a provider.
    package var upstreamTime = Duration.seconds(600)
    /// A caller that is to read a response but takes less than ``leastRead`` bytes, or a sixteenth, of it.
    package var writeTime = Duration.seconds(20)
    /// From when the server is told to stop; who waits for an answer then is told so.
    package var drainTime = Duration.seconds(15)
    /// Between requests.
    package var idle = Duration.seconds(60)
    /// After the last word of a connection, for the caller to read it before the socket is closed.
    package var linger = Duration.milliseconds(900)
    /// What a caller must take of a response in ``writeTime``, unless it takes all, in bytes.
    package var leastRead = 4 << 10

    /// How often the files of the certificate are looked after.
    package var certificateInterval = Duration.seconds(5)

    // How many there may be at once.

    /// Connections; more are answered with 503.
    package var connections = 4096
    /// Connections of one address, or of one IPv6 network.
    package var connectionsPerAddress = 2048
    /// Connections that are just being told 503; more wait to be accepted.
    package var refusedConnections = 64

    // Who asks.

    /// How long a browser stays signed in.
    package var session = Duration.seconds(24 * 3600)
    /// How many failures to authenticate an address may have at once; more are 429.
    package var failures = 20
    /// After how long an address may have one more.
    package var failureInterval = Duration.seconds(3)
    /// How many addresses with failures are remembered.
    package var failingAddresses = 4096

    // GraphQL.

    /// The most that documents named by digest may take together, in bytes.
    package var persistedDocuments = 4 << 20
    /// How long a request waits for the version in its `Roster-Min-Version`.
    package var versionWait = Duration.seconds(5)
    /// How often something is sent on a connection that waits for events.
    package var keepAlive = Duration.seconds(12)
    /// How long a WebSocket's client may take to say who it is.
    package var socketInitialisation = Duration.seconds(10)
    /// The largest message on a WebSocket, in bytes.
    package var socketMessage = 1 << 20
    /// The most operations at once on a WebSocket.
    package var socketOperations = 64

    package init() {}

    /// What JSON in a request may be.
    var json: JSONLimits { JSONLimits(bytes: body) }

    /// What JSON in a WebSocket's message may be.
    var socketJSON: JSONLimits { JSONLimits(bytes: socketMessage) }

    var failureBook: FailureBook {
        FailureBook(burst: failures, interval: failureInterval, capacity: failingAddresses)
    }

    /// How often a connection is looked at: often enough for the shortest of its waits.
    var tick: TimeAmount {
        let shortest = [handshakeTime, headerTime, bodyTime, operationTime, writeTime, idle, linger].min() ?? linger
        return max(TimeAmount(shortest / 4), .milliseconds(5))
    }
}
