import GraphQL
import HTTPTypes
import Hummingbird

extension GraphQL.Response {
    /// This response as HTTP carries it.
    func http(as type: MediaType.Answer) -> Hummingbird.Response {
        .json(body, status: status(as: type), type: type)
    }

    /// What ran is 200, even if some of it failed. What did not run has a status of its own, except that
    /// `application/json` reports a bad document with 200, as clients that know only that type expect.
    private func status(as type: MediaType.Answer) -> HTTPResponse.Status {
        if hasData { return .ok }
        switch errors.first?.code?.rawValue {
        case "UNAUTHENTICATED": return .unauthorized
        case "FORBIDDEN": return .forbidden
        case "UNAVAILABLE", "OUTCOME_UNKNOWN": return .serviceUnavailable
        case "INTERNAL": return .internalServerError
        default: return type == .graphQL ? .badRequest : .ok
        }
    }
}
