import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A response whose body is that JSON text, and which nobody keeps.
    static func json(
        _ text: [UInt8],
        status: HTTPResponse.Status = .ok,
        type: AnswerTypes.Single = .json
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type.contentType, .contentLength: String(text.count), .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text))
        )
    }
}
