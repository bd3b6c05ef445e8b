import HTTPTypes
import Hummingbird
import Logging

/// Sees every request from the outside: gives the response the request's id, counts it, and says in the log how it went.
///
/// The path is logged, the query string is not: it may hold what a document was about.
struct RequestObserver: RouterMiddleware {
    typealias Context = RequestScope

    let observation: Observation

    func handle(
        _ request: Request,
        context: RequestScope,
        next: (Request, RequestScope) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        context.adoptIdentity(of: request.headers)
        var response = try await next(request, context)
        response.headers[.requestID] = context.requestID
        let path = request.uri.path
        let microseconds = Int(start.duration(to: .now) / .microseconds(1))
        observation.noteResponse(of: ObservedRoute(path), status: response.status.code, microseconds: microseconds)
        if request.headers.contains(.serverTimingWanted) {
            response.headers[.serverTiming] = "total;dur=\(Double(microseconds) / 1000)"
        }
        context.logger.log(
            level: response.status.logLevel,
            "request",
            metadata: [
                "method": "\(request.method)",
                "path": "\(path)",
                "status": "\(response.status.code)",
                "microseconds": "\(microseconds)",
            ]
        )
        return response
    }
}

extension HTTPField.Name {
    // Proven: literals of letters and hyphens are field names, so the fallbacks are never taken.

    static let requestID = HTTPField.Name("X-Request-Id") ?? .server
    /// Whoever sends it, with any value, is told how long the server took.
    static let serverTimingWanted = HTTPField.Name("Roster-Timing") ?? .server
    static let serverTiming = HTTPField.Name("Server-Timing") ?? .server
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
