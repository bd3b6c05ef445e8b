import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSON
import Testing

@testable import RosterServer

struct PathTests {
    @Test("the start page and its files are served with what keeps a browser from being used against them")
    func pages() async throws {
        try await LiveSite.with { site in
            let types = [
                "/": "text/html", "/index.html": "text/html", "/css/tokens.css": "text/css",
                "/js/start/start.js": "text/javascript", "/icon.svg": "image/svg+xml",
            ]
            for (path, type) in types {
                let answer = try await site.send(.get, path)
                #expect(answer.status == .ok)
                #expect(answer.headers[.contentType]?.hasPrefix(type) == true)
                #expect(answer.headers[.cacheControl] == "no-cache")
            }
        }
    }

    @Test("every answer has the security fields and an id", arguments: ["/", "/graphql", "/livez", "/nothing"])
    func fields(path: String) async throws {
        try await LiveSite.with { site in
            let headers = try await site.send(.get, path).headers
            #expect(
                headers[.contentSecurityPolicy] == """
                    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; \
                    connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
                    require-trusted-types-for 'script'; trusted-types 'none'
                    """
            )
            #expect(headers[.xContentTypeOptions] == "nosniff")
            let referrer = try #require(HTTPField.Name("Referrer-Policy"))
            #expect(headers[referrer] == "no-referrer")
            let opener = try #require(HTTPField.Name("Cross-Origin-Opener-Policy"))
            #expect(headers[opener] == "same-origin")
            #expect(headers[.requestID]?.isEmpty == false)
        }
    }

    @Test(
        "a path that there is not is 404, however it is spelt",
        arguments: [
            "/nothing", "/index", "/css", "/css/", "/../Package.swift", "/..%2FPackage.swift", "/%2e%2e/Package.swift",
            "/css/../../Package.swift", "/graphql/more", "//etc/passwd", "/%00", "/images%00/", "/settings.html%00.js",
            "/images/providers/openai.svg%00.html", "/.%00./README.md", "/%00%0d%0aX:y",
        ]
    )
    func unknown(path: String) async throws {
        try await LiveSite.with { site in
            let answer = try await site.send(.get, path)
            #expect([.notFound, .badRequest, .movedPermanently].contains(answer.status))
            if let location = answer.headers[.location] { #expect(location == "/css/") }
            #expect(!String(buffer: answer.body).contains("swift-tools-version"))
        }
    }

    @Test(
        "a method that a path does not take is 405 and says which it takes",
        arguments: [
            (HTTPRequest.Method.put, "/graphql", "GET, POST"),
            (.delete, "/graphql", "GET, POST"),
            (.options, "/graphql", "GET, POST"),
            (.post, "/livez", "GET"),
            (.patch, "/readyz", "GET"),
            (.post, "/", "GET, HEAD"),
            (.put, "/css/base.css", "GET, HEAD"),
        ]
    )
    func wrongMethod(method: HTTPRequest.Method, path: String, allowed: String) async throws {
        try await LiveSite.with { site in
            let answer = try await site.send(method, path)
            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers[.allow] == allowed)
            #expect(try answer.code == "BAD_USER_INPUT")
        }
    }

    @Test("HEAD is answered like GET, without a body", arguments: ["/", "/livez", "/readyz"])
    func head(path: String) async throws {
        try await LiveSite.with { site in
            let answer = try await site.send(.head, path)
            #expect(answer.status == .ok)
            #expect(answer.body.readableBytes == 0)
        }
    }

    @Test("a refusal of HEAD has no body either, so that the next answer is read as what it is")
    func refusedHead() async throws {
        try await LiveSite.with(.live) { site in
            let port = try #require(site.client.port)
            for path in ["/nope", "/v1/chat/completions", "/session", "/api/config/models", "/style.css", "/graphql"] {
                let request = "HEAD \(path) HTTP/1.1\r\nHost: a\r\n\r\n"
                let last = "GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                let answer = try await RawConnection.exchange(request + last, port: port)
                let parts = answer.split(separator: "\r\n\r\n", omittingEmptySubsequences: false)
                #expect(parts.count == 3 && parts[0].hasPrefix("HTTP/1.1 4") && parts[1].hasPrefix("HTTP/1.1 200"))
            }
        }
    }

    @Test("the server says that it lives and that it is ready")
    func health() async throws {
        try await LiveSite.with { site in
            let live = try await site.send(.get, "/livez")
            #expect(live.status == .ok)
            #expect(try live.json == ["status": "live"])
            let ready = try await site.send(.get, "/readyz")
            #expect(ready.status == .ok)
            #expect(try ready.json == ["status": "ready", "checks": ["database": "ok"]])
        }
    }
}
