import GraphQL
import HTTPTypes
import Hummingbird
import JSON
import OrderedCollections
import Roster

/// Why a route did not do what was asked. None repeats what the caller sent.
enum RESTRefusal: Error, Sendable {
    case roleMissing(Role, isAuthenticated: Bool)
    case notFound
    case malformed(String)
    case malformedJSON(JSONError)
    case notAnObject
    case unknownMember
    /// The name is one of the table's.
    case missing(String)
    case wrongType(of: String)
    /// What the operation was refused with; never empty.
    case operation([GraphQLError])
}

extension RESTRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .roleMissing(_, let isAuthenticated): isAuthenticated ? .forbidden : .unauthorized
        case .notFound: .notFound
        case .malformed, .malformedJSON, .notAnObject, .unknownMember, .missing, .wrongType: .badRequest
        case .operation(let errors): Self.status(of: errors.first?.code?.rawValue)
        }
    }

    private static func status(of code: String?) -> HTTPResponse.Status {
        switch code {
        case "UNAUTHENTICATED": .unauthorized
        case "FORBIDDEN": .forbidden
        case "NOT_FOUND": .notFound
        case "CONFLICT": .preconditionFailed
        case "ALREADY_EXISTS", "PROVIDER_HAS_MODELS", "DEFAULT_MODEL_REQUIRED": .conflict
        case "KEY_REENTRY_REQUIRED": .unprocessableContent
        case "LIMIT_EXCEEDED": .contentTooLarge
        case "UNAVAILABLE", "OUTCOME_UNKNOWN", "SECRET_UNREADABLE", "DEADLINE_EXCEEDED", "CANCELLED":
            .serviceUnavailable
        case "INTERNAL", nil: .internalServerError
        default: .badRequest
        }
    }

    private var code: String {
        switch self {
        case .roleMissing(_, let isAuthenticated): isAuthenticated ? "FORBIDDEN" : "UNAUTHENTICATED"
        case .notFound: "NOT_FOUND"
        case .operation(let errors): errors.first?.code?.rawValue ?? "INTERNAL"
        default: "BAD_USER_INPUT"
        }
    }

    private var detail: String {
        switch self {
        case .roleMissing(let role, true): "This needs the role \(role.rawValue), which your token does not have."
        case .roleMissing(let role, false): "This needs a token with the role \(role.rawValue)."
        case .notFound: "There is nothing with this id."
        case .malformed(let detail): detail
        case .malformedJSON(let error): "The body is not JSON that can be read here. \(error)"
        case .notAnObject: "The body must be a JSON object."
        case .unknownMember: "The body has a member that is not known here; /api/openapi.json describes those that are."
        case .missing(let name): "The body must have the member \(name)."
        case .wrongType(let name): "The value of \(name) is not of the type that /api/openapi.json describes."
        case .operation(let errors): errors.map(\.message).joined(separator: " ")
        }
    }

    /// A problem document (RFC 9457), with `code` for programs and an entry in `errors` for each member to blame.
    func response() throws -> Response {
        var problem: JSONValue = [
            "title": .string(status.reasonPhrase), "status": .int(status.code),
            "detail": .string(detail), "code": .string(code),
        ]
        if case .operation(let errors) = self, case .object(var members) = problem {
            members["errors"] = .array(errors.map(Self.entry))
            problem = .object(members)
        }
        var response = try Response.json(problem, status: status)
        response.headers[.contentType] = "application/problem+json"
        if status == .serviceUnavailable { response.headers[.retryAfter] = "2" }
        if status == .unauthorized { response.headers[.wwwAuthenticate] = #"Bearer realm="roster""# }
        return response
    }

    private static func entry(_ error: GraphQLError) -> JSONValue {
        var entry: JSONValue = ["detail": .string(error.message)]
        if case .object(var members) = entry {
            for name in ["code", "field", "currentVersion", "changedBy", "id"] {
                members[name] = error.extensions[name]
            }
            if case .string(let field)? = members["field"] {
                members["field"] = .string(field.split(separator: ".", maxSplits: 1).last.map(String.init) ?? field)
            }
            entry = .object(members)
        }
        return entry
    }
}
