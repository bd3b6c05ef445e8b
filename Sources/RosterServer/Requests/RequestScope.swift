import Hummingbird
import Logging
import NIOCore

/// What belongs to one request while it is answered.
struct RequestScope: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection, so that one can be closed whose caller goes on sending what nobody will read.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The request's id: 128 bits in hexadecimal, made by the server, in every log line and in the response.
    var requestID: String {
        logger[metadataKey: Self.requestIDKey]?.description ?? "-"
    }

    /// Under this key Hummingbird puts the id that it made into the request's logger.
    private static let requestIDKey = "hb.request.id"
}
