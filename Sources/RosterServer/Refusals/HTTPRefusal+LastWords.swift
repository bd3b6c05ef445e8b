import HTTPTypes
import NIOCore
import NIOHTTP1

extension HTTPRefusal {
    /// The refusal where there is no router to answer: the connection ends behind it.
    func lastWords() -> (head: HTTPResponseHead, body: ByteBuffer) {
        let body = ByteBuffer(bytes: json)
        var fields = HTTPHeaders([
            ("Content-Type", "application/json; charset=utf-8"), ("Content-Length", String(body.readableBytes)),
            ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("Connection", "close"),
        ])
        for field in headers { fields.replaceOrAdd(name: field.name.rawName, value: field.value) }
        return (HTTPResponseHead(version: .http1_1, status: .init(statusCode: status.code), headers: fields), body)
    }

    /// The same as bytes, where there is not even HTTP yet.
    func lastBytes() -> ByteBuffer {
        let (head, body) = lastWords()
        var bytes = ByteBuffer(string: "HTTP/1.1 \(head.status.code) \(head.status.reasonPhrase)\r\n")
        for (name, value) in head.headers { bytes.writeString("\(name): \(value)\r\n") }
        bytes.writeString("\r\n")
        bytes.writeImmutableBuffer(body)
        return bytes
    }
}
