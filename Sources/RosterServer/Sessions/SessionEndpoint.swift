import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Roster
import Vault

/// `/session`: a page hands over an access token and is given a cookie that stands for it, and later gives it back.
struct SessionEndpoint: Sendable {
    let access: Access
    /// For how long a session lasts.
    let lifetime: Duration

    /// No token is nearly as long.
    private static let longestBody = 4096

    /// `POST /session` with `{"token": "rst_…"}`: 204 with the cookie, or 401.
    func signIn(_ request: Request, _ scope: RequestScope) async throws -> Response {
        try await Self.answeringProblems {
            try access.requireSameOrigin(request.head)
            try request.requireJSONContent()
            let body = Array(buffer: try await request.body(upTo: Self.longestBody))
            guard let text = (try? JSONValue(parsing: body))?["token"]?.stringValue else {
                throw HTTPRefusal.wrongType(of: .body, expected: "a JSON object with the string `token`")
            }
            let seconds = Int(clamping: lifetime.components.seconds)
            guard let token = AccessToken(text),
                let sealed = try access.registry?.beginSession(presenting: token, lasting: seconds)
            else { throw access.failure(.unknownToken, from: scope.channel) }
            return Self.answer(setting: cookie(for: request).setting(sealed, seconds: seconds))
        }
    }

    /// `DELETE /session`: 204, and the browser forgets the cookie. Nothing is asked, for nothing is given away.
    func signOut(_ request: Request, _ scope: RequestScope) async throws -> Response {
        try await Self.answeringProblems {
            try access.requireSameOrigin(request.head)
            return Self.answer(setting: cookie(for: request).clearing)
        }
    }

    private func cookie(for request: Request) -> SessionCookie {
        SessionCookie(isSecure: access.isSecure || SameOrigin.isSecure(request.head))
    }

    private static func answer(setting cookie: String) -> Response {
        Response(status: .noContent, headers: [.setCookie: cookie, .cacheControl: "no-store"])
    }

    /// Refusals of this path are problem documents (RFC 9457), for what is sent here is no GraphQL.
    private static func answeringProblems(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let refusal as HTTPRefusal {
            return refusal.problem()
        }
    }
}
