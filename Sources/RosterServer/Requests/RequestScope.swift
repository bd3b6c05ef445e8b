import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What belongs to one request while it is answered.
struct RequestScope: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection, which tells where the caller is.
    let channel: any Channel

    /// The request's id, in every log line and in the response: the caller's, or 128 bits in hexadecimal.
    private(set) var requestID: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        // A log that keeps nothing has no id either.
        requestID = source.logger[metadataKey: Self.requestIDKey]?.description ?? RequestID().description
    }

    /// Takes up the id and the trace (W3C Trace Context) that the caller gave the request, if they are well formed.
    mutating func adoptIdentity(of headers: HTTPFields) {
        if let id = headers[.requestID], Self.isID(id) {
            requestID = id
            logger[metadataKey: Self.requestIDKey] = "\(id)"
        }
        if let trace = TraceContext(of: headers)?.parent.split(separator: "-").dropFirst().first {
            logger[metadataKey: "trace"] = "\(trace)"
        }
    }

    /// Whether a text may stand in the log and in a header as it is.
    private static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// Under this key Hummingbird puts the id that it made into the request's logger.
    private static let requestIDKey = "hb.request.id"
}
