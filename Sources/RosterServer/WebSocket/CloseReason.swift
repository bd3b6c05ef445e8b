/// Why a socket is closed: the codes of RFC 6455 section 7.4 and of the GraphQL over WebSocket protocol.
enum CloseReason: UInt16, Sendable, CaseIterable {
    case goingAway = 1001
    case messageTooLarge = 1009
    case invalidMessage = 4400
    case unauthorized = 4401
    case forbidden = 4403
    case subprotocolNotAcceptable = 4406
    case initialisationTimeout = 4408
    case subscriberExists = 4409
    case tooManyInitialisations = 4429
    case internalError = 4500

    /// What a program's log may show.
    var text: String {
        switch self {
        case .goingAway: "The server is stopping"
        case .messageTooLarge: "Message too large"
        case .invalidMessage: "Invalid message"
        case .unauthorized: "Unauthorized"
        case .forbidden: "Forbidden"
        case .subprotocolNotAcceptable: "Subprotocol not acceptable"
        case .initialisationTimeout: "Connection initialisation timeout"
        case .subscriberExists: "Subscriber already exists"
        case .tooManyInitialisations: "Too many initialisation requests"
        case .internalError: "Internal server error"
        }
    }
}

/// Thrown where a socket must be closed.
struct MustClose: Error, Sendable, Hashable {
    let reason: CloseReason

    init(_ reason: CloseReason) {
        self.reason = reason
    }
}
