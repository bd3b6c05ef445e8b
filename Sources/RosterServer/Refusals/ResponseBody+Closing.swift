import Hummingbird
import NIOCore

extension ResponseBody {
    /// This body, and a moment after it the end of the connection, although the caller may still be sending.
    ///
    /// What arrives in that moment is read and dropped: a connection that is closed over unread bytes is reset, which
    /// can take the answer from the caller before it was read.
    consuming func closing(_ channel: any Channel) -> ResponseBody {
        let body = self
        return ResponseBody(contentLength: contentLength) { writer in
            try await body.write(writer)
            channel.eventLoop.scheduleTask(in: Self.linger) { channel.close(promise: nil) }
        }
    }

    /// How long a caller may take to notice that it was refused.
    private static var linger: TimeAmount { .milliseconds(900) }
}
