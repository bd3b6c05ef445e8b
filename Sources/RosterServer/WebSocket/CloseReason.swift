import NIOCore

/// Why a socket is closed: the codes of RFC 6455 section 7.4 and of the GraphQL over WebSocket protocol.
enum CloseReason: UInt16, Sendable, CaseIterable {
    case goingAway = 1001
    case protocolError = 1002
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
        case .protocolError: "Protocol error"
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

extension CloseReason {
    /// What a closing frame carries (RFC 6455 section 5.5.1).
    var payload: ByteBuffer {
        var data = ByteBuffer()
        data.writeInteger(rawValue)
        data.writeString(text)
        return data
    }

    /// Whether a client's closing frame may be answered with the same: it is empty, or has a code that may be sent
    /// (section 7.4) and a text in UTF-8.
    static func isWellFormed(_ payload: ByteBuffer) -> Bool {
        var payload = payload
        guard payload.readableBytes > 0 else { return true }
        guard let code: UInt16 = payload.readInteger() else { return false }
        let isKnown = (1000...1003).contains(code) || (1007...1014).contains(code) || (3000...4999).contains(code)
        return isKnown && String(validating: payload.readableBytesView, as: UTF8.self) != nil
    }
}

/// Thrown where a socket must be closed.
struct MustClose: Error, Sendable, Hashable {
    let reason: CloseReason

    init(_ reason: CloseReason) {
        self.reason = reason
    }
}
