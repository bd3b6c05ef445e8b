import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Roster

/// The head of a provider's response, and its body as it arrives.
struct UpstreamResponse: Sendable {
    let status: Int
    let headers: HTTPHeaders
    private let chunks: HTTPClientResponse.Body
    private let loan: ClientLoan

    init(_ response: HTTPClientResponse, loan: ClientLoan) {
        status = Int(response.status.code)
        headers = response.headers
        chunks = response.body
        self.loan = loan
    }

    /// Refuses a body that is compressed, for that was not asked for and hides how long it is.
    func requireIdentity() throws(CallFault) {
        let codings = headers[canonicalForm: "content-encoding"]
        guard codings.allSatisfy({ $0.lowercased() == "identity" || $0.isEmpty }) else { throw .compressed }
    }

    /// The body, piece by piece; for one reader.
    var body: UpstreamBody { UpstreamBody(chunks.makeAsyncIterator(), loan: loan) }

    /// The whole body.
    ///
    /// - Throws: `tooLong`, and what a broken connection is.
    func whole(upTo limit: Int, limits: UpstreamLimits) async throws -> ByteBuffer {
        try requireIdentity()
        var whole = ByteBuffer()
        let body = body
        while let chunk = try await body.next(limits) {
            guard chunk.readableBytes <= limit - whole.readableBytes else { throw CallFault.tooLong(limit: limit) }
            whole.writeImmutableBuffer(chunk)
        }
        return whole
    }

    /// The beginning of the body, for what is only to be looked at; empty where it cannot be read.
    func beginning(upTo limit: Int, limits: UpstreamLimits) async throws -> ByteBuffer {
        guard (try? requireIdentity()) != nil else { return ByteBuffer() }
        var whole = ByteBuffer()
        let body = body
        while whole.readableBytes < limit, let chunk = try await body.next(limits) {
            whole.writeImmutableBuffer(chunk)
        }
        return whole
    }
}

/// A response's body as it arrives; asking for the next piece is what makes the provider send more.
final class UpstreamBody: @unchecked Sendable {
    // Unchecked because of the iterator; whoever reads asks for one piece after the other, never for two at once.
    private var iterator: HTTPClientResponse.Body.AsyncIterator
    private let loan: ClientLoan

    init(_ iterator: HTTPClientResponse.Body.AsyncIterator, loan: ClientLoan) {
        self.iterator = iterator
        self.loan = loan
    }

    /// The next piece, or nil at the end.
    func next(_ limits: UpstreamLimits) async throws -> ByteBuffer? {
        do {
            return try await iterator.next()
        } catch {
            throw CallFault.translating(error, within: limits.idle, limits: limits)
        }
    }
}
