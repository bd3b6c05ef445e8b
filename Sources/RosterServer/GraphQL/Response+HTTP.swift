import GraphQL
import HTTPTypes

extension GraphQL.Response {
    /// The status with which this response is sent.
    ///
    /// What ran is 200, or 294 where some of it failed. What did not run has a status of its own. `application/json`
    /// knows neither: a program that takes only that cannot tell Roster's 400 from a proxy's, and is told all in the
    /// body (GraphQL over HTTP, "Status Codes").
    func status(as type: AnswerTypes.Single) -> HTTPResponse.Status {
        guard type == .graphQL else { return .ok }
        if hasData { return errors.isEmpty ? .ok : .partialSuccess }
        guard let error = errors.first else { return .ok }
        switch error.code?.rawValue {
        case "UNAUTHENTICATED": return .unauthorized
        case "FORBIDDEN": return .forbidden
        case "PERSISTED_QUERY_NOT_FOUND": return .notFound
        case "UNAVAILABLE", "OUTCOME_UNKNOWN": return .serviceUnavailable
        case "INTERNAL": return .internalServerError
        // No place in the document is to blame: it does not have the operation that was asked for.
        case "BAD_USER_INPUT" where error.locations.isEmpty: return .unprocessableContent
        default: return .badRequest
        }
    }
}

extension HTTPResponse.Status {
    /// Some of the operation failed; for `application/graphql-response+json` only.
    static let partialSuccess = HTTPResponse.Status(code: 294, reasonPhrase: "Partial Success")
}
