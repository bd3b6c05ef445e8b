import HTTPTypes
import NIOHTTP1

/// A request to speak WebSocket with GraphQL.
struct WebSocketOffer {
    /// The one sub-protocol that is spoken.
    static let subprotocol = "graphql-transport-ws"

    /// Header fields of the answer that accepts it.
    let headers: HTTPHeaders

    /// Whether a request is such an offer, whole as RFC 6455 section 4.2.1 has it.
    static func isMade(by head: HTTPRequestHead) -> Bool {
        func names(_ field: String, _ word: String) -> Bool {
            head.headers[canonicalForm: field].contains { $0.lowercased() == word }
        }
        return WebSocketOffer(head) != nil && head.version == .http1_1 && names("upgrade", "websocket")
            && names("connection", "upgrade") && head.headers["sec-websocket-version"] == ["13"]
            && head.headers["sec-websocket-key"].count == 1
    }

    /// Nil where the path is another's. A client that offers other sub-protocols only is let in and then told so by a
    /// close code, for a browser shows no program why a handshake failed.
    init?(_ head: HTTPRequestHead) {
        guard head.method == .GET, head.uri.prefix(while: { $0 != "?" }) == "/graphql" else { return nil }
        let isAcceptable = Self.isAcceptable(head.headers[canonicalForm: "sec-websocket-protocol"].map(String.init))
        headers = isAcceptable ? ["Sec-WebSocket-Protocol": Self.subprotocol] : [:]
    }

    static func isAcceptable(_ head: HTTPRequest) -> Bool {
        guard let name = HTTPField.Name("Sec-WebSocket-Protocol") else { return false }
        return isAcceptable(head.headerFields[values: name].flatMap { $0.split(separator: ",").map(String.init) })
    }

    private static func isAcceptable(_ protocols: [String]) -> Bool {
        protocols.contains { $0.filter { $0 != " " && $0 != "\t" } == subprotocol }
    }
}
