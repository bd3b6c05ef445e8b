import HTTPTypes
import Hummingbird
import JSON

/// An error as clients of the OpenAI API read it.
struct OpenAIError: Sendable {
    let status: HTTPResponse.Status
    let message: String
    let code: String
    var parameter: String?
    var headers: HTTPFields = [:]
}

extension OpenAIError {
    init(_ refusal: GatewayRefusal) {
        self.init(
            status: refusal.status, message: refusal.description, code: refusal.code, parameter: refusal.parameter)
        if case .refused(_, _, let retryAfter?) = refusal { headers[.retryAfter] = retryAfter }
    }

    /// A refusal of the server's own.
    init(_ refusal: HTTPRefusal) {
        self.init(status: refusal.status, message: refusal.description, code: refusal.code, headers: refusal.headers)
    }

    /// `{"error":{"message":…,"type":…,"param":…,"code":…}}`
    var json: [UInt8] {
        var json = Array(#"{"error":{"message":"#.utf8)
        json.appendJSON(message)
        json += Array(#","type":"#.utf8)
        json.appendJSON(type)
        json += Array(#","param":"#.utf8)
        if let parameter { json.appendJSON(parameter) } else { json += Array("null".utf8) }
        json += Array(#","code":"#.utf8)
        json.appendJSON(code)
        json += Array("}}".utf8)
        return json
    }

    func response() -> Response {
        var response = Response.json(json, status: status)
        response.headers.append(contentsOf: headers)
        return response
    }

    private var type: String {
        switch status {
        case .unauthorized: "authentication_error"
        case .forbidden: "permission_error"
        case .notFound: "not_found_error"
        case .tooManyRequests: "rate_limit_error"
        default: status.kind == .serverError ? "api_error" : "invalid_request_error"
        }
    }
}
