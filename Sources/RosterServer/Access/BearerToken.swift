import HTTPTypes

/// The access token of an `Authorization` field (RFC 6750 section 2.1).
struct BearerToken: Sendable {
    /// What the caller sent; it may be anything of at most ``longest`` visible ASCII characters.
    let text: String

    /// No token is nearly as long, so longer ones are refused before anything is made of them.
    static let longest = 512

    /// The token of a request that shows one, or nil if there is no such field at all.
    init?(of headers: HTTPFields) throws(HTTPRefusal) {
        let fields = headers[values: .authorization]
        guard let field = fields.first else { return nil }
        let scheme = "bearer "
        guard fields.count == 1, field.utf8.count <= scheme.utf8.count + Self.longest,
            field.prefix(scheme.count).lowercased() == scheme
        else { throw .unauthenticated(.malformedHeader) }
        let token = field.utf8.dropFirst(scheme.utf8.count)
        let visible = UInt8(ascii: "!")...UInt8(ascii: "~")
        guard !token.isEmpty, token.allSatisfy(visible.contains) else { throw .unauthenticated(.malformedHeader) }
        text = String(decoding: token, as: UTF8.self)
    }
}
