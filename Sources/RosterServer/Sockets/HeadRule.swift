import HTTPTypes
import NIOHTTP1

/// What the head of a request must be before anyone looks at what it asks for (RFC 9112).
///
/// The parser refuses most of what two readers could understand in two ways; this refuses the rest.
enum HeadRule {
    /// The methods that some path or other takes or refuses (RFC 9110 section 9.3, RFC 5789); nothing knows any others.
    static let methods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]

    private static let methodNames = Set(methods.map(\.rawValue))

    /// Why a request is refused by its head alone; nil if it is not.
    static func refusal(of head: HTTPRequestHead, limits: ServerLimits) -> HTTPRefusal? {
        guard head.uri.utf8.count <= limits.target else { return .targetTooLong(limit: limits.target) }
        // Section 3.2: one `Host`, but for HTTP/1.0; and no target in another form than a path.
        let hosts = head.headers["host"]
        guard hosts.count == 1 || (hosts.isEmpty && head.version == .http1_0) else { return .malformedRequest }
        guard hasOwnTarget(head, host: hosts.first ?? "") else { return .malformedRequest }
        // Section 6: a body has one length, or comes in chunks, and nothing else.
        let codings = head.headers["transfer-encoding"]
        if codings.isEmpty {
            guard head.headers["content-length"].count <= 1 else { return .malformedRequest }
        } else {
            guard codings.count == 1, codings[0].lowercased() == "chunked", head.version == .http1_1,
                head.headers["content-length"].isEmpty
            else { return .malformedRequest }
        }
        guard head.uri.utf8.allSatisfy({ $0 < 0x80 }), head.headers.allSatisfy({ Self.isComparable($0.value) }) else {
            return .malformedRequest
        }
        return methodNames.contains(head.method.rawValue) ? nil : .unknownMethod
    }

    /// Whether a field's value may be compared with others: comparing normalises what is not ASCII, which a long value
    /// can make slow. RFC 9110 section 5.5 leaves such bytes to old software.
    private static func isComparable(_ value: String) -> Bool {
        value.utf8.count <= 256 || value.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Whether the target is a path, or names the same host as `Host` does (sections 3.2.1, 3.2.2 and 3.2.4).
    private static func hasOwnTarget(_ head: HTTPRequestHead, host: String) -> Bool {
        if head.uri.utf8.first == UInt8(ascii: "/") { return true }
        if head.uri == "*" { return head.method == .OPTIONS }
        let target = head.uri.lowercased()
        return ["http://", "https://"].contains { target.hasPrefix("\($0)\(host.lowercased())/") }
    }

    /// Whether the parser stops behind this request, for another protocol may follow.
    static func endsHTTP(_ head: HTTPRequestHead) -> Bool {
        head.method == .CONNECT || head.headers.contains(name: "upgrade")
    }

    /// Whether the request is answered by a provider, which takes its time.
    static func isPassedOn(_ head: HTTPRequestHead) -> Bool {
        head.uri.utf8.starts(with: "/v1/".utf8)
    }
}
