import HTTPTypes
import JSON
import Roster

/// Why a call for a model was refused, or came to nothing.
///
/// None repeats what the caller sent; of what a provider said there is only what was found to hold nothing of its key.
enum GatewayRefusal: Error, Sendable {
    case malformedJSON(JSONError)
    case notAnObject
    case modelNotText
    case noDefault
    case unknownModel
    case disabledModel
    case disabledProvider
    case secretUnreadable
    case upstream(CallFault)
    /// A provider's own refusal of the request, with its words where they may be shown.
    case refused(status: Int, words: String?, retryAfter: String?)
    case roleMissing(isAuthenticated: Bool)
}

extension GatewayRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .malformedJSON, .notAnObject, .modelNotText, .noDefault: .badRequest
        case .upstream(.noAddress), .upstream(.malformedAddress): .badRequest
        case .unknownModel: .notFound
        case .disabledModel, .disabledProvider: .forbidden
        case .roleMissing(let isAuthenticated): isAuthenticated ? .forbidden : .unauthorized
        case .secretUnreadable, .upstream(.stopping): .serviceUnavailable
        case .upstream(.timedOut), .upstream(.connectingTimedOut): .gatewayTimeout
        case .upstream: .badGateway
        case .refused(let status, _, _):
            switch status {
            case 400, 404, 409, 413, 415, 422, 429, 503, 504: HTTPResponse.Status(code: status)
            case 402..<500: .badRequest
            default: .badGateway
            }
        }
    }

    /// The error's `code`, for programs.
    var code: String {
        switch self {
        case .malformedJSON, .notAnObject, .modelNotText: "invalid_request"
        case .noDefault: "model_required"
        case .unknownModel: "model_not_found"
        case .disabledModel: "model_disabled"
        case .disabledProvider: "provider_disabled"
        case .secretUnreadable: "secret_unreadable"
        case .roleMissing(let isAuthenticated): isAuthenticated ? "forbidden" : "invalid_api_key"
        case .upstream(let fault):
            switch fault.stage {
            case .address: "provider_address"
            case .connect, .tls: "provider_unreachable"
            case .authentication: "provider_key"
            case .http, .answer, .done: "provider_failed"
            }
        case .refused(429, _, _): "rate_limit_exceeded"
        case .refused: "provider_refused"
        }
    }

    /// The member of the request that is to blame.
    var parameter: String? {
        switch self {
        case .modelNotText, .noDefault, .unknownModel, .disabledModel, .disabledProvider: "model"
        default: nil
        }
    }
}

extension GatewayRefusal: CustomStringConvertible {
    var description: String {
        switch self {
        case .malformedJSON(let error): "The body is not JSON that can be read here. \(error)"
        case .notAnObject: "The body must be a JSON object."
        case .modelNotText: "The model must be a string, or null for the default."
        case .noDefault: "No model is named, and there is no default. Name one of those that /v1/models lists."
        case .unknownModel:
            "There is no such model. Its id is its provider's SDK id, a colon and the model's own id; /v1/models "
                + "lists them."
        case .disabledModel: "This model is disabled. An editor can enable it."
        case .disabledProvider: "The provider of this model is disabled. An editor can enable it."
        case .secretUnreadable:
            "The provider's stored API key cannot be opened. An editor has to send it again."
        case .upstream(let fault): fault.description
        case .refused(let status, let words, _):
            words ?? CallFault.status(status).description
        case .roleMissing(let isAuthenticated):
            isAuthenticated
                ? "This needs the role MEMBER, which your token does not have."
                : "This needs a token with the role MEMBER, sent as the API key."
        }
    }
}
