import Hummingbird
import NIOCore

extension ResponseBody {
    /// This body, after which the connection is closed, although the caller may still be sending.
    ///
    /// The sending side is closed at once, the receiving side a moment later: closing both while bytes arrive would
    /// reset the connection and could take the answer from the caller before it was read.
    consuming func closing(_ channel: any Channel) -> ResponseBody {
        let body = self
        return ResponseBody(contentLength: contentLength) { writer in
            try await body.write(writer)
            channel.close(mode: .output, promise: nil)
            channel.eventLoop.scheduleTask(in: Self.linger) { channel.close(promise: nil) }
        }
    }

    /// How long a caller may take to notice that it was refused.
    private static var linger: TimeAmount { .milliseconds(500) }
}
