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
            return OpenAIError(error).response()
        } catch is CallerGone {
            refusal = .other(.requestTimeout)
        } catch let error as any HTTPResponseError {
            refusal = error.status == .notFound ? .unknownPath : .other(error.status)
        } catch {
            context.logger.error("unforeseen error", metadata: ["error": "\(error)"])
            refusal = .unforeseen(reference: context.requestID)
        }
        return refusal.response(at: request.uri.path)
    }
}
