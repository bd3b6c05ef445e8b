import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The whole body, of at most `limit` bytes.
    ///
    /// A body that announces more than that is refused before a byte of it is read, one that turns out to be more
    /// as soon as it is.
    func body(upTo limit: Int) async throws -> ByteBuffer {
        if let announced = headers[.contentLength].flatMap({ Int($0) }), announced > limit {
            throw HTTPRefusal.bodyTooLarge(limit: limit)
        }
        var whole = ByteBuffer()
        var parts = body.makeAsyncIterator()
        while let part = try await Self.next(of: &parts) {
            guard part.readableBytes <= limit - whole.readableBytes else {
                throw HTTPRefusal.bodyTooLarge(limit: limit)
            }
            if whole.readableBytes == 0 {
                whole = part
            } else {
                whole.writeImmutableBuffer(part)
            }
        }
        return whole
    }

    /// The next part; a body that breaks off, because its caller went away or was too slow, is no fault of ours.
    private static func next(of parts: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await parts.next()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw HTTPRefusal.requestTimeout
        }
    }

    /// Refuses a body that is not declared to be JSON in UTF-8, which browsers never send to another site unasked.
    func requireJSONContent() throws(HTTPRefusal) {
        let fields = headers[values: .contentType]
        guard fields.count == 1 else { throw .wrongContentType }
        let type = MediaRange(fields[0])
        guard type.type == AnswerTypes.Single.json.mediaType, type.parameters.allSatisfy({ $0.name == "charset" }),
            type.isUTF8, headers[.contentEncoding].map({ $0.lowercased() == "identity" }) ?? true
        else { throw .wrongContentType }
    }
}
