import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import NIOHTTP1
import Roster
import Vault

/// Brings a provider's answer to the caller: byte by byte as it arrives, and without the provider's key in it.
struct GatewayAnswer: Sendable {
    let upstream: UpstreamClient
    private let mask: KeyMask
    private let isStreamed: Bool
    /// Ends, by throwing, once the caller's token counts no longer.
    private let watchToken: @Sendable () async throws -> Never

    init(
        upstream: UpstreamClient,
        key: Secret?,
        isStreamed: Bool,
        watchToken: @escaping @Sendable () async throws -> Never
    ) {
        self.upstream = upstream
        self.watchToken = watchToken
        self.isStreamed = isStreamed
        mask = KeyMask(key)
    }

    /// The response for the caller, whose body is read from the provider while it is sent.
    ///
    /// - Throws: `CallFault` and `GatewayRefusal` for an answer that is not to be passed on.
    func passOn(_ response: UpstreamResponse, over channel: any Channel) async throws -> Response {
        guard (200..<300).contains(response.status) else { throw try await refusal(of: response) }
        try response.requireIdentity()
        let type = try ContentType(of: response)
        let body = response.body
        let length = response.headers.first(name: "content-length").flatMap { Int($0) }
        var headers: HTTPFields = [.contentType: type.rawValue, .cacheControl: "no-store"]
        if type == .events { HTTPField.Name("X-Accel-Buffering").map { headers[$0] = "no" } }
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(contentLength: length) { writer in
                try await write(body, as: type, to: &writer, over: channel)
                try await writer.finish(nil)
            }
        )
    }

    /// What comes over the connection to a provider, other than which nothing is passed on.
    private enum ContentType: String {
        case json = "application/json"
        case events = "text/event-stream"

        init(of response: UpstreamResponse) throws(CallFault) {
            let field = response.headers.first(name: "content-type") ?? ""
            let type = field.prefix { $0 != ";" && $0 != " " }.lowercased()
            guard let known = ContentType(rawValue: type) else { throw .notJSON }
            self = known
        }
    }

    /// Sends each piece before it asks for the next one, so that a slow caller slows the provider.
    private func write(
        _ body: UpstreamBody,
        as type: ContentType,
        to writer: inout any ResponseBodyWriter,
        over channel: any Channel
    ) async throws {
        var mask = mask
        var pace = EventBoundary()
        do {
            try await pieces(of: body, over: channel) { piece in
                let plain = mask.mask(piece)
                pace.note(plain)
                if plain.readableBytes > 0 { try await writer.write(plain) }
            }
            let rest = mask.rest()
            if rest.readableBytes > 0 { try await writer.write(rest) }
        } catch let thrown where type == .events && pace.isBetweenEvents {
            let error: [UInt8]
            switch thrown {
            case let fault as CallFault: error = OpenAIError(.upstream(fault)).json
            case let refusal as HTTPRefusal: error = OpenAIError(refusal).json
            default: throw thrown
            }
            try await writer.write(ByteBuffer(bytes: Array("data: ".utf8) + error + Array("\n\n".utf8)))
        }
    }

    /// Hands the pieces over as they arrive, within the bounds of an answer, until the caller goes away.
    private func pieces(
        of body: UpstreamBody,
        over channel: any Channel,
        _ take: (ByteBuffer) async throws -> Void
    ) async throws {
        let limits = upstream.limits
        let total = isStreamed ? limits.total : limits.firstByte
        var left = limits.responseBody
        try await CallerWatch.with(on: channel) { gone in
            try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
                defer { group.cancelAll() }
                group.addTask { throw await CallerGone(gone) }
                group.addTask { [watchToken] in try await watchToken() }
                group.addTask {
                    try await Task.sleep(for: total)
                    throw CallFault.timedOut(seconds: total.roundedSeconds)
                }
                while true {
                    group.addTask { try await body.next(limits) }
                    guard let piece = try await group.next() ?? nil else { return }
                    guard piece.readableBytes <= left else { throw CallFault.tooLong(limit: limits.responseBody) }
                    left -= piece.readableBytes
                    try await take(piece)
                }
            }
        }
    }
}

extension GatewayAnswer {
    /// Why a provider refused, in its own words only where those are of the request and hold nothing of the key.
    private func refusal(of response: UpstreamResponse) async throws -> GatewayRefusal {
        let status = response.status
        do {
            try CallFault.check(status, hasKey: mask.hasKey)
        } catch .status {
            guard (400..<600).contains(status) else { return .upstream(.status(status)) }
        } catch {
            return .upstream(error)
        }
        let retryAfter = response.headers.first(name: "retry-after").flatMap { Int($0) }.map(String.init)
        let body = try await response.beginning(upTo: upstream.limits.errorBody, limits: upstream.limits)
        return .refused(status: status, words: status < 500 ? words(in: body) : nil, retryAfter: retryAfter)
    }

    private func words(in body: ByteBuffer) -> String? {
        guard let json = try? JSONValue(parsing: Array(buffer: body)),
            let words = (json["error"]?["message"] ?? json["message"])?.stringValue,
            !words.isEmpty, words.utf8.count <= 2000, !mask.isTouched(by: words)
        else { return nil }
        return "The provider says: \(words)"
    }
}

/// Whether a stream of server-sent events stands between two of them, where another can be put.
private struct EventBoundary {
    private var last: [UInt8] = Array("\n\n".utf8)

    mutating func note(_ piece: ByteBuffer) {
        last = Array((last + piece.readableBytesView.suffix(4)).suffix(4))
    }

    var isBetweenEvents: Bool {
        last.suffix(2) == Array("\n\n".utf8) || last == Array("\r\n\r\n".utf8)
    }
}
