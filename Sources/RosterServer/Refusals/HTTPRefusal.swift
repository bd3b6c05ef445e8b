import HTTPTypes
import Hummingbird
import JSON

/// All that the server refuses by itself, before or instead of running a document.
///
/// Each case is answered as a GraphQL response without `data`, whose one error has a code for programs and a sentence
/// that tells a person what to do. None repeats what the caller sent.
enum HTTPRefusal: Error, Sendable, Hashable {
    case unknownPath
    case methodNotAllowed(allowed: [HTTPRequest.Method])
    /// A method that no path takes (RFC 9110 section 15.6.2).
    case unknownMethod
    /// A mutation by GET: RFC 9110 section 9.2.1 makes GET safe.
    case mutationByGet
    case malformedTarget
    case wrongContentType
    case notAcceptable
    case bodyTooLarge(limit: Int)
    case targetTooLong(limit: Int)
    case headerTooLarge(limit: Int)
    /// A request that two readers could understand in two ways, or nobody (RFC 9112).
    case malformedRequest
    /// The request was not sent to its end in time.
    case requestTimeout
    /// There was no answer in time.
    case tookTooLong
    /// The server stops, and there was no answer until then.
    case stopping
    /// There is no room for another connection.
    case overloaded
    /// The body, or a query parameter that holds JSON, is not JSON.
    case malformedJSON(Part, JSONError)
    case wrongType(of: Part, expected: String)
    case queryMissing
    /// `extensions.persistedQuery` is not of the one form that it may have.
    case malformedPersistedQuery
    /// The document that was sent is not the one that its digest names.
    case persistedQueryMismatch
    /// A subscription by a way on which only one response can come.
    case subscriptionNeedsStream
    /// `Roster-Min-Version` is not a version.
    case malformedMinimumVersion
    /// This server has not seen the version that the caller has, and did not see it in time.
    case versionNotReached
    case unauthenticated(Unauthenticated)
    /// Too many failures to authenticate from one address.
    case tooManyFailures(retryAfter: Int)
    /// A session cookie came with a request that another site caused.
    case foreignOrigin
    /// Nothing a caller could mend; `reference` is the request's id, which the log has too.
    case unforeseen(reference: String)
    /// A status that Hummingbird itself answered with, such as a bad range of a static file.
    case other(HTTPResponse.Status)

    /// A member of a GraphQL request, by the name that it has in the body and in the query string.
    enum Part: String, Sendable {
        case body, query, operationName, variables, extensions
    }

    /// Why a caller is not known.
    enum Unauthenticated: Sendable, Hashable {
        case noToken
        case malformedHeader
        case unknownToken
        /// The session is over, or the token behind it is no longer valid.
        case sessionEnded
    }
}

extension HTTPRefusal {
    /// The status of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .unknownPath: .notFound
        case .methodNotAllowed, .mutationByGet: .methodNotAllowed
        case .unknownMethod: .notImplemented
        case .malformedTarget, .malformedJSON, .wrongType, .queryMissing, .malformedPersistedQuery,
            .persistedQueryMismatch, .malformedMinimumVersion:
            .badRequest
        case .subscriptionNeedsStream: .notAcceptable
        case .versionNotReached: .serviceUnavailable
        case .targetTooLong: .uriTooLong
        case .headerTooLarge: .requestHeaderFieldsTooLarge
        case .malformedRequest: .badRequest
        case .requestTimeout: .requestTimeout
        case .tookTooLong, .stopping, .overloaded: .serviceUnavailable
        case .wrongContentType: .unsupportedMediaType
        case .notAcceptable: .notAcceptable
        case .bodyTooLarge: .contentTooLarge
        case .unauthenticated: .unauthorized
        case .tooManyFailures: .tooManyRequests
        case .foreignOrigin: .forbidden
        case .unforeseen: .internalServerError
        case .other(let status): status
        }
    }

    /// The answer's `extensions.code`.
    var code: String {
        switch self {
        case .unknownPath: "NOT_FOUND"
        case .bodyTooLarge, .targetTooLong, .headerTooLarge, .requestTimeout: "LIMIT_EXCEEDED"
        case .malformedRequest: "BAD_USER_INPUT"
        case .tookTooLong, .stopping, .overloaded: "UNAVAILABLE"
        case .malformedJSON(_, let error): error.isLimit ? "LIMIT_EXCEEDED" : "BAD_USER_INPUT"
        case .unauthenticated: "UNAUTHENTICATED"
        case .tooManyFailures: "LIMIT_EXCEEDED"
        case .foreignOrigin: "FORBIDDEN"
        case .unforeseen: "INTERNAL"
        case .methodNotAllowed, .unknownMethod, .mutationByGet, .malformedTarget, .wrongContentType, .notAcceptable,
            .wrongType,
            .queryMissing, .malformedPersistedQuery, .persistedQueryMismatch, .subscriptionNeedsStream,
            .malformedMinimumVersion:
            "BAD_USER_INPUT"
        case .versionNotReached: "UNAVAILABLE"
        case .other(let status):
            switch status {
            case .notFound: "NOT_FOUND"
            default: status.kind == .serverError ? "INTERNAL" : "BAD_USER_INPUT"
            }
        }
    }

    /// Header fields that belong to the status.
    var headers: HTTPFields {
        switch self {
        case .methodNotAllowed(let allowed): [.allow: allowed.map(\.rawValue).joined(separator: ", ")]
        case .mutationByGet: [.allow: HTTPRequest.Method.post.rawValue]
        case .unauthenticated(.noToken), .unauthenticated(.sessionEnded):
            [.wwwAuthenticate: #"Bearer realm="roster""#]
        // RFC 6750 section 3.1.
        case .unauthenticated: [.wwwAuthenticate: #"Bearer realm="roster", error="invalid_token""#]
        case .tookTooLong, .stopping, .overloaded: [.retryAfter: "5"]
        case .tooManyFailures(let seconds): [.retryAfter: String(seconds)]
        case .bodyTooLarge: [.connection: "close"]
        case .versionNotReached: [.retryAfter: "1"]
        default: [:]
        }
    }
}

extension HTTPRefusal: CustomStringConvertible {
    var description: String {
        switch self {
        case .unknownPath:
            "There is nothing at this path. GraphQL is answered at /graphql."
        case .methodNotAllowed(let allowed):
            "This path takes \(allowed.map(\.rawValue).joined(separator: ", ")) only."
        case .unknownMethod:
            "No path of this server takes this method."
        case .mutationByGet:
            "Only queries are answered by GET. Send a mutation by POST."
        case .malformedTarget:
            "The request's address is not valid. Check its percent-encoding."
        case .wrongContentType:
            "Send the body as Content-Type: application/json, in UTF-8."
        case .notAcceptable:
            "Accept application/graphql-response+json or application/json."
        case .bodyTooLarge(let limit):
            "The body is larger than the limit of \(limit) bytes. Send less at once."
        case .targetTooLong(let limit):
            "The address is longer than the limit of \(limit) bytes. Send the document by POST."
        case .headerTooLarge(let limit):
            "The header is larger than the limit of \(limit) bytes, or has too many fields."
        case .malformedRequest:
            "This is not a well-formed HTTP/1.1 request."
        case .requestTimeout:
            "The request took too long to arrive."
        case .tookTooLong:
            "There was no answer in time. What was to be changed may have been changed."
        case .stopping:
            "The server is stopping. What was to be changed may have been changed."
        case .overloaded:
            "There are too many connections. Come again in a moment."
        case .malformedJSON(let part, let error):
            "The \(part.name) is not JSON that can be read here. \(error)"
        case .wrongType(let part, let expected):
            "The \(part.name) must be \(expected)."
        case .queryMissing:
            "Send the document as the string `query`."
        case .malformedPersistedQuery:
            "Send `extensions.persistedQuery` as {\"version\": 1, \"sha256Hash\": \"…\"} with 64 hexadecimal digits."
        case .persistedQueryMismatch:
            "The digest in `extensions.persistedQuery` is not that of the document that was sent with it."
        case .subscriptionNeedsStream:
            "Subscriptions are answered as text/event-stream, which the request must accept, or over a WebSocket."
        case .malformedMinimumVersion:
            "Send Roster-Min-Version as one whole number that is not negative."
        case .versionNotReached:
            "This server has not yet seen the version of Roster-Min-Version. Try again in a moment."
        case .unauthenticated(.noToken):
            "Send an access token as Authorization: Bearer rst_…"
        case .unauthenticated(.malformedHeader):
            "Send one Authorization header with the scheme Bearer and one access token."
        case .unauthenticated(.unknownToken):
            "This access token is not valid here. Send one that has been neither revoked nor has expired."
        case .unauthenticated(.sessionEnded):
            "This session is over. Sign in again."
        case .tooManyFailures(let seconds):
            "Too many access tokens that are not valid came from this address. Wait \(seconds) s."
        case .foreignOrigin:
            "A session counts only for this site's own pages. Send an access token instead."
        case .unforeseen(let reference):
            "Something went wrong inside the server. Its log says more under the id \(reference)."
        case .other(let status):
            "The request was refused: \(status.reasonPhrase)."
        }
    }
}

extension HTTPRefusal.Part {
    fileprivate var name: String {
        self == .body ? "body" : "`\(rawValue)`"
    }
}

extension JSONError {
    fileprivate var isLimit: Bool {
        switch kind {
        case .tooLong, .tooDeep, .nameTooLong: true
        default: false
        }
    }
}
