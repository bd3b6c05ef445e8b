import HTTPTypes
import Hummingbird
import Logging

/// Sees every request from the outside: gives the response the request's id and says in the log how it went.
///
/// The path is logged, the query string is not: it may hold what a document was about.
struct RequestObserver: RouterMiddleware {
    typealias Context = RequestScope

    func handle(
        _ request: Request,
        context: RequestScope,
        next: (Request, RequestScope) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        response.headers[.requestID] = context.requestID
        context.logger.log(
            level: response.status.logLevel,
            "request",
            metadata: [
                "method": "\(request.method)",
                "path": "\(request.uri.path)",
                "status": "\(response.status.code)",
                "microseconds": "\(start.duration(to: .now) / .microseconds(1))",
            ]
        )
        return response
    }
}

extension HTTPField.Name {
    /// Proven: a literal of letters and a hyphen is a field name, so the fallback is never taken.
    static let requestID = HTTPField.Name("X-Request-Id") ?? .server
}

extension HTTPResponse.Status {
    fileprivate var logLevel: Logger.Level {
        switch kind {
        case .serverError: .error
        case .clientError: .info
        default: .debug
        }
    }
}
