import HTTPTypes
import Hummingbird
import Logging

/// Turns whatever was thrown below into an answer: a refusal into its own, all else into one without detail.
struct RefusalMiddleware: RouterMiddleware {
    typealias Context = RequestScope

    func handle(
        _ request: Request,
        context: RequestScope,
        next: (Request, RequestScope) async throws -> Response
    ) async throws -> Response {
        let refusal: HTTPRefusal
        do {
            return try await next(request, context)
        } catch let error as HTTPRefusal {
            refusal = error
        } catch let error as GatewayRefusal {
            return OpenAIError(error).response().withoutBody(if: request.method == .head)
        } catch is CallerGone {
            refusal = .other(.requestTimeout)
        } catch let error as any HTTPResponseError {
            refusal = error.status == .notFound ? .unknownPath : .other(error.status)
        } catch {
            context.logger.error("unforeseen error", metadata: ["error": "\(error)"])
            refusal = .unforeseen(reference: context.requestID)
        }
        return refusal.response(at: request.uri.path).withoutBody(if: request.method == .head)
    }
}

extension Response {
    /// The response to HEAD (RFC 9110 section 9.3.2): the same header, and nothing behind it that the caller would take
    /// for the next response.
    fileprivate func withoutBody(if isHead: Bool) -> Response {
        guard isHead else { return self }
        var response = self
        response.body = ResponseBody()
        response.headers[.contentLength] = headers[.contentLength]
        return response
    }
}
