import HTTPTypes
import Testing

@testable import RosterServer

struct SameOriginTests {
    private func head(_ host: String?, _ fields: HTTPFields) -> HTTPRequest {
        HTTPRequest(method: .post, scheme: "http", authority: host, path: "/session", headerFields: fields)
    }

    @Test(
        "a request of the site's own pages passes",
        arguments: [
            ("127.0.0.1:8080", [:]),
            ("127.0.0.1:8080", [.origin: "http://127.0.0.1:8080"]),
            ("Roster.Example", [.origin: "https://roster.example"]),
            ("roster.example:443", [.origin: "https://roster.example", .secFetchSite: "same-origin"]),
            ("[::1]:8080", [.origin: "http://[::1]:8080", .secFetchSite: "none"]),
        ] as [(String, HTTPFields)]
    )
    func own(host: String, fields: HTTPFields) {
        #expect(SameOrigin.holds(for: head(host, fields), isSecure: false))
    }

    @Test(
        "a request that another site caused does not",
        arguments: [
            ("127.0.0.1:8080", [.origin: "http://evil.example"]),
            ("127.0.0.1:8080", [.origin: "http://127.0.0.1:8081"]),
            ("127.0.0.1:8080", [.origin: "http://127.0.0.1:8080.evil.example"]),
            ("127.0.0.1:8080", [.origin: "null"]),
            ("127.0.0.1:8080", [.origin: ""]),
            ("127.0.0.1:8080", [.origin: "file://127.0.0.1:8080"]),
            ("127.0.0.1:8080", [.secFetchSite: "cross-site"]),
            ("127.0.0.1:8080", [.secFetchSite: "same-site"]),
            ("127.0.0.1:8080", [.origin: "http://127.0.0.1:8080", .secFetchSite: "cross-site"]),
            (nil, [.origin: "http://"]),
            ("", [.origin: "http://"]),
            ("roster.example", [.origin: "https://roster.example:8443"]),
        ] as [(String?, HTTPFields)]
    )
    func foreign(host: String?, fields: HTTPFields) {
        #expect(!SameOrigin.holds(for: head(host, fields), isSecure: false))
    }

    @Test("two origins are none, and under TLS a page without it is another site")
    func strict() {
        var two: HTTPFields = [.origin: "http://a.example"]
        two.append(HTTPField(name: .origin, value: "http://a.example"))
        #expect(!SameOrigin.holds(for: head("a.example", two), isSecure: false))
        #expect(!SameOrigin.holds(for: head("a.example", [.origin: "http://a.example"]), isSecure: true))
        #expect(SameOrigin.holds(for: head("a.example", [.origin: "https://a.example"]), isSecure: true))
    }
}
