/// Why a call to a provider failed.
///
/// No case carries anything that the provider sent but numbers, so nothing of it, such as a key sent back, can get
/// into an answer.
package enum CallFault: Error, Hashable, Sendable {
    case noAddress
    case malformedAddress(AddressFault)
    case unknownHost
    /// What the name resolves to may not be called.
    case forbiddenAddress(IPAddress.Reach)
    /// The address is this server's own.
    case ownAddress
    case notConnected
    case connectingTimedOut(seconds: Int)
    case certificate
    case handshake
    case notHTTP
    case closed
    case timedOut(seconds: Int)
    /// A status that is no success, and says nothing of the key.
    case status(Int)
    case keyMissing(status: Int)
    case keyRefused(status: Int)
    /// Compressed, although that was not asked for.
    case compressed
    case tooLong(limit: Int)
    case notJSON
    case notAModelList
    /// The server is stopping.
    case stopping
}

extension CallFault {
    /// Where the call ended.
    package var stage: CheckStage {
        switch self {
        case .noAddress, .malformedAddress, .unknownHost, .forbiddenAddress, .ownAddress: .address
        case .notConnected, .connectingTimedOut, .stopping: .connect
        case .certificate, .handshake: .tls
        case .notHTTP, .closed, .timedOut, .status: .http
        case .keyMissing, .keyRefused: .authentication
        case .compressed, .tooLong, .notJSON, .notAModelList: .answer
        }
    }

    /// The status that the provider answered with, if it came to that.
    package var status: Int? {
        switch self {
        case .status(let status), .keyMissing(let status), .keyRefused(let status): status
        default: nil
        }
    }
}

extension CallFault: CustomStringConvertible {
    /// A sentence or two that a stranger may read.
    package var description: String {
        switch self {
        case .noAddress:
            "The provider has no base URL, and none is known for its SDK id. Set the address of its OpenAI-compatible "
                + "API, for example https://api.example.com/v1."
        case .malformedAddress(let fault): "\(fault)"
        case .unknownHost: "The host of the base URL has no address. Check its spelling, and the server's name service."
        case .forbiddenAddress(.linkLocal):
            "The host of the base URL is at a link-local or metadata address, which is never called."
        case .forbiddenAddress(.unusable): "The host of the base URL is at an address where no host can be."
        case .forbiddenAddress:
            "The host of the base URL is at a private or loopback address. The server calls such addresses only with "
                + "--allow-private-addresses true."
        case .ownAddress: "The base URL is this server's own address."
        case .notConnected: "The host of the base URL does not accept a connection. Check host and port."
        case .connectingTimedOut(let seconds):
            "The host of the base URL did not accept a connection within \(seconds) s."
        case .certificate:
            "The host's certificate is not valid: it is expired, made for another name, or signed by nobody who is "
                + "trusted here."
        case .handshake: "The host does not speak TLS here. Check scheme and port of the base URL."
        case .notHTTP: "The host does not answer in HTTP. Check scheme and port of the base URL."
        case .closed: "The host closed the connection before it had answered."
        case .timedOut(let seconds): "The provider did not answer within \(seconds) s."
        case .status(let status) where (300..<400).contains(status):
            "The provider answered with a redirect (\(status)), which is not followed. Set the base URL that it leads to."
        case .status(404):
            "The provider has nothing at this path (404). Check the base URL; that of an OpenAI-compatible API often "
                + "ends with /v1."
        case .status(429): "The provider has had too many requests, or the account has no credit left (429)."
        case .status(let status): "The provider answered with status \(status)."
        case .keyMissing(let status): "The provider wants an API key (\(status)), and none is set."
        case .keyRefused(let status): "The provider does not accept the API key (\(status))."
        case .compressed: "The provider answered in a compression that was not asked for."
        case .tooLong(let limit): "The provider's answer is longer than \(limit) bytes."
        case .notJSON: "The provider's answer is not JSON. Check the base URL."
        case .notAModelList: "The provider's answer is JSON, but not a list of models. Check the base URL."
        case .stopping: "The server is being stopped."
        }
    }
}
