import HTTPTypes
import Hummingbird

/// Puts on every response what keeps a browser from being used against Roster.
///
/// Answers of the API have the fields as well: a browser that is led to one shows it as a page.
struct PageHeaders: RouterMiddleware {
    typealias Context = RequestScope

    /// Whether browsers are told to come by TLS only (RFC 6797): not where a certificate was made up for trying out,
    /// which they could then no longer be told to accept.
    var promisesTLS = false

    func handle(
        _ request: Request,
        context: RequestScope,
        next: (Request, RequestScope) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers.append(contentsOf: Self.fields)
        if promisesTLS { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    /// Nothing but the server's own files runs, nothing may frame the pages, and nothing is told where a visitor was.
    static let contentSecurityPolicy = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob: https:",
        "connect-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ].joined(separator: "; ")

    private static let fields: HTTPFields = {
        var fields: HTTPFields = [
            .contentSecurityPolicy: contentSecurityPolicy,
            .xContentTypeOptions: "nosniff",
        ]
        for (name, value) in [("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin")] {
            HTTPField.Name(name).map { fields[$0] = value }
        }
        return fields
    }()
}
