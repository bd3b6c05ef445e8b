import HTTPTypes
import Hummingbird
import JSON

extension HTTPRefusal: HTTPResponseError {
    func response(from request: Request, context: some RequestContext) -> Response {
        response(at: request.uri.path)
    }

    /// The answer in the form that callers of that path read: errors of the OpenAI API, problem documents, or GraphQL's.
    func response(at path: String) -> Response {
        if path.hasPrefix("/v1/") { return OpenAIError(self).response() }
        return path.hasPrefix("/api/") ? problem() : response()
    }

    /// `{"errors":[{"message":"…","extensions":{"code":"…"}}]}` with the status and its header fields.
    func response() -> Response {
        var response = Response.json(json, status: status)
        response.headers.append(contentsOf: headers)
        return response
    }

    /// The body of the answer.
    var json: [UInt8] {
        var json = Array(#"{"errors":[{"message":"#.utf8)
        json.appendJSON(description)
        json += Array(#","extensions":{"code":"#.utf8)
        json.appendJSON(code)
        json += Array("}}]}".utf8)
        return json
    }
}
