import HTTPTypes

/// The cookie that holds a sealed session (RFC 6265).
struct SessionCookie: Sendable {
    /// Whether the browser came by HTTPS, so that the cookie must never travel without it.
    let isSecure: Bool

    /// Under HTTPS the prefix makes browsers refuse the cookie from anyone but this very host (RFC 6265bis 4.1.3.2).
    var name: String { Self.name(isSecure: isSecure) }

    private static func name(isSecure: Bool) -> String {
        isSecure ? "__Host-roster-session" : "roster-session"
    }

    /// `Set-Cookie` that keeps a sealed session for so many seconds.
    func setting(_ sealed: String, seconds: Int) -> String {
        "\(name)=\(sealed); Max-Age=\(seconds); \(attributes)"
    }

    /// `Set-Cookie` that makes the browser forget it.
    var clearing: String {
        "\(name)=; Max-Age=0; \(attributes)"
    }

    private var attributes: String {
        "Path=/; HttpOnly; SameSite=Strict\(isSecure ? "; Secure" : "")"
    }

    /// The sealed session that a request shows, nil if none. Under TLS only the cookie that needs it counts; without,
    /// a proxy in front may have had the TLS.
    static func value(in headers: HTTPFields, isSecure: Bool) -> String? {
        let secure = value(named: name(isSecure: true), in: headers)
        return isSecure ? secure : secure ?? value(named: name(isSecure: false), in: headers)
    }

    private static func value(named name: String, in headers: HTTPFields) -> String? {
        for field in headers[values: .cookie] {
            for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                guard pair.starts(with: name.utf8) else { continue }
                let rest = pair.dropFirst(name.utf8.count)
                guard rest.first == UInt8(ascii: "="), rest.count > 1 else { continue }
                return String(decoding: rest.dropFirst(), as: UTF8.self)
            }
        }
        return nil
    }
}
